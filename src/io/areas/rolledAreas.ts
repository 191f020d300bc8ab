import {
  MOST_ACCOUNTS,
  MOST_MEASURES,
  type Account,
  type AccountBook,
  type LayerSource,
  type Measure,
  type TerritoryOrNone,
} from '../../model/accountBook';
import type { ImportedAreas } from '../../model/importedAreas';
import { formatCount } from '../../model/format/formatCount';
import { freshId } from '../../model/ids';
import { fail, succeed, type Result } from '../../model/problem';
import { accountId, measureId } from '../../model/units';
import { ProblemLog } from '../history/problemLog';
import { AREA_RULES, type AreaLog } from './areaProblems';
import { LAYER_NAMES, makeArea, sayUnknown, type AreaFacts } from './listAreas';

/** The areas of a layer that are listed, by their numbers, and what of a list of names is nothing known. */
export interface RolledLayer {
  readonly source: LayerSource;
  readonly facts: AreaFacts;
  readonly areas: readonly number[];
  readonly unknown: readonly string[];
}

/** Accounts by area: see `rollUp` of the territories' room, which counts them. */
export interface AreaSums {
  readonly values: readonly (readonly (number | null)[])[];
  readonly splits: readonly (readonly TerritoryOrNone[])[];
  readonly outside: readonly number[];
  readonly missing: readonly number[];
}

/**
 * The areas that accounts were rolled up to, with the sums of every measure and the number of accounts. Accounts in no area stay as
 * they are, behind the areas: none is lost. Fails where no account lies in any (`areas-none`), or there are too many.
 */
export function rolledAreas(
  book: AccountBook,
  { source, facts, areas, unknown }: RolledLayer,
  sums: AreaSums,
): Result<ImportedAreas> {
  const layer = LAYER_NAMES[source.kind];
  const inside = book.accounts.length - sums.outside.length;
  const refuse = (code: string, message: string) => fail<ImportedAreas>([{ code, path: '', message }]);
  if (inside === 0)
    return refuse(
      'areas-none',
      `accounts must lie in ${layer.toLowerCase()} to be rolled up to them, got ${formatCount(book.accounts.length)} of which none does`,
    );
  if (areas.length + sums.outside.length > MOST_ACCOUNTS)
    return refuse(
      'accounts-too-many',
      `a plan must have at most ${formatCount(MOST_ACCOUNTS)} accounts, got ${formatCount(areas.length)} areas and ${formatCount(sums.outside.length)} accounts in none`,
    );
  if (book.measures.length >= MOST_MEASURES)
    return refuse(
      'measures-too-many',
      `a plan must have at most ${MOST_MEASURES} measures, got ${book.measures.length} and the number of accounts: remove one first`,
    );
  const log: AreaLog = new ProblemLog(AREA_RULES);
  sayUnknown(source, unknown, log);
  for (const place of sums.outside) {
    const account = book.accounts[place];
    const spot = account?.place;
    log.add(spot ? 'area-outside' : 'account-placeless', {
      file: layer,
      message: spot
        ? `an account must lie in one of the ${layer.toLowerCase()}, got “${account.name}” at ${spot.lat}, ${spot.lon}`
        : `an account must have a place to be rolled up, got “${account?.name ?? ''}” without one`,
      action: 'kept as an account of its own',
    });
  }
  sums.missing.forEach((count, measure) => {
    if (count > 0)
      log.add('value-unknown', {
        file: layer,
        column: book.measures[measure]?.name ?? '',
        message: `a measure must be known of each account to be summed, got ${formatCount(count)} of which it is not`,
        action: 'counted as nothing where others of the area are known',
      });
  });
  const counted: Measure = {
    id: measureId(
      freshId(
        'measure',
        book.measures.map(({ id }) => id),
      ),
    ),
    name: 'Accounts',
    kind: 'other',
    derived: 'How many accounts lie in it',
  };
  const rest = sums.outside.flatMap((place) => book.accounts[place] ?? []);
  const listed = areas.map((area): Account => ({
    ...makeArea(facts, area, source),
    values: sums.values[area] ?? [],
  }));
  const taken = new Set<string>([...listed, ...rest].map(({ id }) => id));
  const known = new Set<string>(listed.map(({ id }) => id));
  const kept = rest.map((account): Account => {
    const values = [...account.values, 1];
    if (!known.has(account.id)) return { ...account, values };
    // numbers of accounts may look like the codes of states and counties
    const id = accountId(freeId(account.id, taken));
    taken.add(id);
    log.add('id-taken', {
      file: layer,
      message: `an id must be unique, got ${account.id} of “${account.name}”, which is an area’s code too`,
      action: `kept under the id “${id}”`,
    });
    return { ...account, id, values };
  });
  const accounts = [...listed, ...kept];
  return succeed({
    from: layer,
    found: `${formatCount(inside)} accounts rolled up to ${formatCount(areas.length)} ${layer.toLowerCase()}; ${rest.length === 0 ? 'none is outside' : `${formatCount(rest.length)} in none of them ${rest.length === 1 ? 'stays' : 'stay'} as ${rest.length === 1 ? 'it is' : 'they are'}`}.`,
    areas: source,
    onto: false,
    accounts,
    measures: [...book.measures, counted],
    territoryNames: accounts.map(() => ''),
    namedBy: 'nothing',
    splits: sums.splits.map((territoryOf, split) => [
      ...areas.map((area) => territoryOf[area] ?? ''),
      ...sums.outside.map((place) => book.splits[split]?.territoryOf[place] ?? ''),
    ]),
    problems: log.problems,
    problemCounts: log.counts,
  });
}

/** That id, numbered so that nothing has it. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${id} #${count}`)) count++;
  return `${id} #${count}`;
}
