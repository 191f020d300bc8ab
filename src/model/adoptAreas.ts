import {
  MOST_MEASURES,
  type Account,
  type AccountBook,
  type Measure,
  type TerritorySplit,
} from './accountBook';
import { withTerritories } from './adoptAccounts';
import { freshSplitId, setAccountBook } from './editAccounts';
import { freshId } from './ids';
import type { ImportedAreas } from './importedAreas';
import { mendAccountBook } from './mendAccountBook';
import type { Plan } from './plan';
import { nameKey } from './readSeatRow';
import { sumInForce } from './sumInForce';
import { measureId, splitId } from './units';

/**
 * The plan with those areas as its book: in place of an older one, or with more measures where they are its own (`onto`; a measure of
 * the same name is replaced, one of a kind that is brought anew is for balance alone, since two would be added up, and those beyond
 * `MOST_MEASURES` are left; the split in force is summed anew). Names of territories become a split, `splitName`; a book that
 * would have none has one in which nothing is assigned. Balanced by what the book was, else by a potential, else by what was not derived.
 */
export function adoptAreas(plan: Plan, found: ImportedAreas, splitName: string): Plan {
  const { plan: wider, idOf } = withTerritories(plan, found.territoryNames);
  const before = found.onto ? plan.accountBook : undefined;
  const { accounts, measures } = before ? joinMeasures(before, found) : found;
  const kept = before?.splits.map((split) => extended(before, split, accounts)) ?? carried(plan, found);
  const territoryOf = found.territoryNames.map(idOf);
  const named: TerritorySplit = { id: freshSplitId(plan), name: splitName, territoryOf, locked: [] };
  const own = before?.measures.find(({ id }) => id === before.balancedBy);
  // what was derived stands in until there is something better
  const balanced = own && own.derived === undefined ? own.id : chooseMeasure(measures)?.id;
  const areas = before?.areas ?? found.areas;
  const book: AccountBook = {
    accounts,
    measures,
    splits: found.namedBy === 'nothing' && kept.length > 0 ? kept : [...kept, named],
    ...(balanced !== undefined && { balancedBy: balanced }),
    ...(before?.inForce !== undefined && { inForce: before.inForce }),
    ...(areas && { areas }),
  };
  const mended = mendAccountBook(book, new Set(wider.territories.map(({ id }) => id)));
  return sumInForce(wider, setAccountBook(wider, mended));
}

const chooseMeasure = (measures: readonly Measure[]): Measure | undefined =>
  measures.find(({ kind }) => kind === 'potential') ??
  measures.find(({ derived }) => derived === undefined) ??
  measures.at(-1);

/** The plan's splits of accounts as they came out for the areas that hold them. */
function carried(plan: Plan, { splits }: ImportedAreas): TerritorySplit[] {
  return (splits ?? []).flatMap((territoryOf, place) => {
    const split = plan.accountBook?.splits[place];
    return split ? [{ id: splitId(split.id), name: split.name, territoryOf, locked: [] }] : [];
  });
}

/** A split of a book, of these accounts: those that are new are in none. */
function extended(book: AccountBook, split: TerritorySplit, accounts: readonly Account[]): TerritorySplit {
  const places = new Map(book.accounts.map(({ id }, place) => [id, place]));
  const territoryOf = accounts.map(({ id }) => split.territoryOf[places.get(id) ?? -1] ?? '');
  return { ...split, territoryOf };
}

/** The measures of a book and then those found; of the same name, those found. */
function joinMeasures(
  book: AccountBook,
  found: ImportedAreas,
): { readonly accounts: readonly Account[]; readonly measures: readonly Measure[] } {
  const names = new Set(found.measures.map(({ name }) => nameKey(name)));
  const stays = book.measures.map(({ name }) => !names.has(nameKey(name)));
  const kept = book.measures.filter((_, place) => stays[place]);
  const taken = new Set<string>(book.measures.map(({ id }) => id));
  const added = found.measures.slice(0, MOST_MEASURES - kept.length).map((measure): Measure => {
    const same = book.measures.find(({ name }) => nameKey(name) === nameKey(measure.name));
    const id = same?.id ?? measureId(freshId('measure', taken));
    taken.add(id);
    return { ...measure, id };
  });
  const kinds = new Set(added.map(({ kind }) => kind));
  const old = kept.map((each): Measure => (kinds.has(each.kind) ? { ...each, kind: 'other' } : each));
  const valuesOf = new Map(book.accounts.map(({ id, values }) => [id, values]));
  const accounts = found.accounts.map((account): Account => {
    const own = valuesOf.get(account.id);
    const before = stays.flatMap((stay, place) => (stay ? [own?.[place] ?? null] : []));
    return { ...account, values: [...before, ...account.values.slice(0, added.length)] };
  });
  return { accounts, measures: [...old, ...added] };
}
