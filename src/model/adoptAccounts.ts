import type { AccountBook, Measure, SplitRule, TerritoryOrNone, TerritorySplit } from './accountBook';
import { addSplit, freshSplitId, setAccountBook } from './editAccounts';
import type { ImportedAccounts, ImportedAssignment } from './importedAccounts';
import { freshId } from './ids';
import { mendAccountBook } from './mendAccountBook';
import type { Plan, Territory } from './plan';
import { nameKey } from './readSeatRow';
import { splitId, territoryId, type SplitId } from './units';

/**
 * The plan with a territory for each of those names that it does not have, and the id of each name. `people` by their folded
 * names stand for the territories where they sit.
 */
export function withTerritories(
  plan: Plan,
  names: readonly string[],
  people: ReadonlyMap<string, TerritoryOrNone> = new Map(),
): { readonly plan: Plan; readonly idOf: (name: string) => TerritoryOrNone } {
  const ids = new Map<string, TerritoryOrNone>([
    ...people,
    ...plan.territories.map(({ id, name }) => [nameKey(name), id] as const),
  ]);
  const taken = new Set<string>(plan.territories.map(({ id }) => id));
  const added: Territory[] = [];
  for (const name of names) {
    if (name === '' || ids.has(nameKey(name))) continue;
    const id = territoryId(freshId('territory', taken));
    taken.add(id);
    ids.set(nameKey(name), id);
    added.push({ id, name, workload: 0 });
  }
  const idOf = (name: string) => ids.get(nameKey(name)) ?? '';
  return {
    plan: added.length === 0 ? plan : { ...plan, territories: [...plan.territories, ...added] },
    idOf,
  };
}

/** The territories where people sit, by their folded names. */
const seatedIn = (plan: Plan): ReadonlyMap<string, TerritoryOrNone> =>
  new Map(
    plan.seats.flatMap((seat) =>
      seat.territoryId === undefined ? [] : [[nameKey(seat.name), seat.territoryId] as const],
    ),
  );

/**
 * The plan with the accounts of a file as its book, in place of an older one, and the split that the file shows as its
 * first, named `splitName`. Territories that the plan does not have are new and without figures until a split is put in
 * force; names are matched whatever their case and spaces, those of measures that rules are by too. Splits of an older book whose accounts are still there stay,
 * with new accounts in none; the one of id `again`, from an earlier reading of the same file, gives way.
 */
export function adoptAccounts(
  plan: Plan,
  imported: ImportedAccounts,
  splitName: string,
  again?: SplitId,
): Plan {
  const { accounts, measures, territoryNames, namedBy } = imported;
  const { plan: wider, idOf } = withTerritories(plan, territoryNames);
  const first: TerritorySplit = {
    id: again ?? splitId(freshId('split', plan.accountBook?.splits.map(({ id }) => id) ?? [])),
    name: splitName,
    territoryOf: territoryNames.map(idOf),
    locked: [],
  };
  const others = (plan.accountBook?.splits ?? []).filter(({ id }) => id !== again);
  const kept = others.map((split) => carryOver(plan, split, imported));
  const balancedBy = (measures.find(({ kind }) => kind === 'potential') ?? measures[0])?.id;
  const book: AccountBook = {
    accounts,
    measures,
    splits: [...(namedBy === 'nothing' && kept.length > 0 ? [] : [first]), ...kept],
    ...(balancedBy !== undefined && { balancedBy }),
  };
  return setAccountBook(wider, mendAccountBook(book, new Set(wider.territories.map(({ id }) => id))));
}

/** A split of the plan's present book, of other accounts. */
function carryOver(
  plan: Plan,
  { rules, ...split }: TerritorySplit,
  { accounts, measures }: Pick<AccountBook, 'accounts' | 'measures'>,
): TerritorySplit {
  const places = new Map(plan.accountBook?.accounts.map(({ id }, index) => [id, index]));
  return {
    ...split,
    ...(rules && { rules: carryRules(rules, plan.accountBook?.measures ?? [], measures) }),
    territoryOf: accounts.map(({ id }) => split.territoryOf[places.get(id) ?? -1] ?? ''),
  };
}

/** Rules by measures of another book, by the new one's of the same name: ids are numbers of columns, and say nothing. Those by none are gone. */
function carryRules(
  rules: readonly SplitRule[],
  before: readonly Measure[],
  measures: readonly Measure[],
): SplitRule[] {
  const nameOf = new Map(before.map(({ id, name }) => [id, nameKey(name)]));
  return rules.flatMap((rule): SplitRule[] => {
    const when = rule.when.flatMap((test): SplitRule['when'] => {
      if (test.kind !== 'measure') return [test];
      const same = measures.find(({ name }) => nameKey(name) === nameOf.get(test.measureId));
      return same ? [{ ...test, measureId: same.id }] : [];
    });
    return when.length < rule.when.length ? [] : [{ ...rule, when }];
  });
}

/**
 * The plan with an assignment made elsewhere as one more split, of that name; accounts that the file says nothing of stay as
 * they are in `from`, or are in none. Territories that the plan does not have are new; where the file names owners, those
 * of the plan's people mean the territories where they sit.
 */
export function adoptAssignment(
  plan: Plan,
  imported: ImportedAssignment,
  { name, from }: { readonly name: string; readonly from?: SplitId },
): Plan {
  const book = plan.accountBook;
  if (book === undefined) return plan;
  const source = book.splits.find(({ id }) => id === from);
  const { plan: wider, idOf } = withTerritories(
    plan,
    imported.territoryNames.flatMap((each) => each ?? []),
    imported.namedBy === 'owner' ? seatedIn(plan) : undefined,
  );
  return addSplit(wider, {
    id: freshSplitId(plan),
    name,
    ...(source && { from: source.id }),
    territoryOf: book.accounts.map((_, index) => {
      const named = imported.territoryNames[index];
      return named === undefined ? (source?.territoryOf[index] ?? '') : idOf(named);
    }),
    locked: [],
  });
}
