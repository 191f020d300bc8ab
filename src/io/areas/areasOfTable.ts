import { MOST_ACCOUNTS, type Account, type AccountBook, type LayerSource } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import type { ImportedAreas } from '../../model/importedAreas';
import { fail, succeed, type Result } from '../../model/problem';
import { accountId } from '../../model/units';
import type { PostcodePlaces } from '../accounts/postcodePlaces';
import type { AreaTable } from './importAreaTable';
import { LAYER_NAMES, makeArea, type AreaFacts } from './listAreas';
import { stateOfFips } from './usStates';

interface Found {
  readonly file: string;
  readonly table: AreaTable;
  /** The plan's book, where the table is of its areas. */
  readonly base?: AccountBook | undefined;
}

/** What a table of areas of a layer makes: its areas, those of the plan, and those around them that it says nothing of. */
export function areasOfLayer(source: LayerSource, facts: AreaFacts, found: Found): Result<ImportedAreas> {
  const { table, base } = found;
  const number = new Map(facts.ids.map((id, area) => [id, area]));
  const states = new Set([...table.rows.keys()].map((id) => id.slice(0, 2)));
  const wanted = (id: string) =>
    table.rows.has(id) ||
    (base === undefined &&
      (source.kind === 'us-counties'
        ? states.has(id.slice(0, 2))
        : source.kind === 'us-states'
          ? stateOfFips(id)?.isState === true
          : true));
  const old = base?.accounts ?? [];
  const kept = new Set<string>(old.map(({ id }) => id));
  const added = facts.ids.filter((id) => wanted(id) && !kept.has(id));
  const accounts = [
    ...old,
    ...added.map((id): Account => ({ ...makeArea(facts, number.get(id) ?? -1, source), values: [] })),
  ];
  return finish(accounts, found, LAYER_NAMES[source.kind].toLowerCase(), source);
}

/** What a table of the plan's own regions makes: more measures of them. */
export const areasOfOwn = (found: Found & { readonly base: AccountBook }): Result<ImportedAreas> =>
  finish(found.base.accounts, found, 'regions', found.base.areas);

/** What a table of ZIP3 makes: points, each the mean of the centres of the postcodes that begin so. */
export const areasOfZip3 = (found: Found, postcodes: PostcodePlaces): Result<ImportedAreas> =>
  finish(
    [...found.table.rows.keys()].sort().map((id): Account => {
      const place = postcodes.placeOfArea(id);
      return { id: accountId(id), name: `ZIP ${id}`, ...(place && { place }), postcode: id, values: [] };
    }),
    found,
    'ZIP3 areas, each at the mean of its ZIP codes’ centres',
    undefined,
  );

function finish(
  areas: readonly Account[],
  { file, table, base }: Found,
  things: string,
  source: ImportedAreas['areas'],
): Result<ImportedAreas> {
  if (table.rows.size === 0)
    return fail([
      {
        code: 'areas-none',
        path: file,
        message: `${file} must name at least one area that is known, got none; ${table.problems[0]?.message ?? ''}`,
      },
    ]);
  if (areas.length > MOST_ACCOUNTS)
    return fail([
      {
        code: 'accounts-too-many',
        path: file,
        message: `a plan must have at most ${formatCount(MOST_ACCOUNTS)} areas, got ${formatCount(areas.length)}`,
      },
    ]);
  const accounts = areas.map((area): Account => ({
    ...area,
    values: table.rows.get(area.id)?.values ?? table.measures.map(() => null),
  }));
  const absent = accounts.filter(({ id }) => !table.rows.has(id));
  const rest =
    absent.length === 0
      ? 'none is missing'
      : `${formatCount(absent.length)} others of which it says nothing have no values, which is not zero`;
  return succeed({
    from: file,
    found: `${file}: ${formatCount(table.rows.size)} ${things}, ${formatCount(table.measures.length)} ${table.measures.length === 1 ? 'measure' : 'measures'}; ${rest}.`,
    ...(source && { areas: source }),
    onto: base !== undefined,
    accounts,
    measures: table.measures,
    territoryNames: accounts.map(({ id }) => table.rows.get(id)?.territory ?? ''),
    namedBy: table.namedBy,
    problems: table.problems,
    problemCounts: table.problemCounts,
  });
}
