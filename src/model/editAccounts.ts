/** Pure edits of the account book: each returns a new plan that shares what it did not touch, and the plan itself where it has none. */
import type { AccountBook, Measure, TerritoryOrNone, TerritorySplit } from './accountBook';
import { filterShared, mapShared, patchById, without } from './editList';
import { freshId } from './ids';
import { mendAccountBook } from './mendAccountBook';
import { patched, type Patch } from './patch';
import type { Plan } from './plan';
import { splitId, type AccountId, type MeasureId, type SplitId } from './units';

const withBook = (plan: Plan, change: (book: AccountBook) => AccountBook): Plan => {
  if (plan.accountBook === undefined) return plan;
  const accountBook = change(plan.accountBook);
  return accountBook === plan.accountBook ? plan : { ...plan, accountBook };
};

const withSplits = (plan: Plan, change: (splits: AccountBook['splits']) => AccountBook['splits']): Plan =>
  withBook(plan, (book) => {
    const splits = change(book.splits);
    return splits === book.splits ? book : { ...book, splits };
  });

const mended = (plan: Plan, book: AccountBook): AccountBook =>
  mendAccountBook(book, new Set(plan.territories.map(({ id }) => id)));

/** The plan with that book in place of its own, or without one; the territories' figures stay. */
export const setAccountBook = (plan: Plan, accountBook: AccountBook | undefined): Plan =>
  patched<Plan>(plan, { accountBook });

/** The plan without those accounts: they are gone from the measures and from every split. */
export function removeAccounts(plan: Plan, ids: Iterable<AccountId>): Plan {
  const gone = new Set(ids);
  return withBook(plan, (book) => {
    const keep = book.accounts.map(({ id }) => !gone.has(id));
    if (!keep.includes(false)) return book;
    return mended(plan, {
      ...book,
      accounts: book.accounts.filter((_, index) => keep[index]),
      splits: book.splits.map((split) => ({
        ...split,
        territoryOf: split.territoryOf.filter((_, index) => keep[index]),
      })),
    });
  });
}

/** The plan with one more measure, and a value of it for each account in their order. */
export const addMeasure = (plan: Plan, measure: Measure, values: readonly (number | null)[]): Plan =>
  withBook(plan, (book) => ({
    ...book,
    measures: [...book.measures, measure],
    accounts: book.accounts.map((each, index) => ({
      ...each,
      values: [...each.values, values[index] ?? null],
    })),
  }));

/** The plan with some fields of one measure replaced. */
export const updateMeasure = (plan: Plan, id: MeasureId, patch: Patch<Measure>): Plan =>
  withBook(plan, (book) => {
    const measures = patchById(book.measures, id, patch);
    return measures === book.measures ? book : { ...book, measures };
  });

/** The plan without that measure and its values; splits that were balanced by it are balanced by the number of accounts. */
export const removeMeasure = (plan: Plan, id: MeasureId): Plan =>
  withBook(plan, (book) => {
    const gone = book.measures.findIndex((each) => each.id === id);
    if (gone === -1) return book;
    return mended(plan, {
      ...book,
      measures: without(book.measures, id),
      accounts: book.accounts.map((each) => ({
        ...each,
        values: each.values.filter((_, index) => index !== gone),
      })),
    });
  });

/** The plan with splits balanced by that measure, or by the number of accounts. */
export const balanceBy = (plan: Plan, balancedBy: MeasureId | undefined): Plan =>
  withBook(plan, (book) => patched<AccountBook>(book, { balancedBy }));

/** An id that no split of the plan has. */
export const freshSplitId = (plan: Plan): SplitId =>
  splitId(freshId('split', plan.accountBook?.splits.map(({ id }) => id) ?? []));

/** The plan with one more split, at the end. */
export const addSplit = (plan: Plan, split: TerritorySplit): Plan =>
  withSplits(plan, (splits) => [...splits, split]);

/** The plan with a copy of that split at the end, with its locks and named overrides; `id` as of `freshSplitId`. */
export function branchSplit(
  plan: Plan,
  from: SplitId,
  { id, name }: Pick<TerritorySplit, 'id' | 'name'>,
): Plan {
  const source = plan.accountBook?.splits.find((each) => each.id === from);
  return source === undefined ? plan : addSplit(plan, { ...source, id, name, from });
}

/** The plan with some fields of one split replaced, such as all of `territoryOf` after a design. */
export const updateSplit = (plan: Plan, id: SplitId, patch: Patch<TerritorySplit>): Plan =>
  withSplits(plan, (splits) => patchById(splits, id, patch));

/** The plan without that split; splits branched from it stay, and the territories' figures too. */
export const removeSplit = (plan: Plan, id: SplitId): Plan =>
  withBook(plan, (book) => {
    const splits = without(book.splits, id);
    return splits === book.splits ? book : mended(plan, { ...book, splits });
  });

/** Accounts of a split that stay where they are: locked, or placed by name. */
export const fixedAccounts = (split: TerritorySplit): ReadonlySet<AccountId> =>
  new Set([...split.locked, ...(split.overrides ?? []).map(({ accountId }) => accountId)]);

/** The plan with those accounts of a split moved to a territory, or to none. Locked ones and those placed by name stay. */
export function moveAccounts(
  plan: Plan,
  id: SplitId,
  accounts: Iterable<AccountId>,
  to: TerritoryOrNone,
): Plan {
  const moved = new Set(accounts);
  return withBook(plan, (book) => {
    const split = book.splits.find((each) => each.id === id);
    if (split === undefined) return book;
    const fixed = fixedAccounts(split);
    const goes = book.accounts.map((each) => moved.has(each.id) && !fixed.has(each.id));
    if (!split.territoryOf.some((at, index) => goes[index] === true && at !== to)) return book;
    const territoryOf = split.territoryOf.map((at, index) => (goes[index] === true ? to : at));
    return { ...book, splits: patchById(book.splits, id, { territoryOf }) };
  });
}

const updateLocks = (
  plan: Plan,
  id: SplitId,
  change: (locked: readonly AccountId[]) => readonly AccountId[],
): Plan =>
  withSplits(plan, (splits) =>
    mapShared(splits, (split) => {
      if (split.id !== id) return split;
      const locked = change(split.locked);
      return locked === split.locked ? split : { ...split, locked };
    }),
  );

/** The plan with those accounts of a split locked where they are. */
export const lockAccounts = (plan: Plan, id: SplitId, accounts: Iterable<AccountId>): Plan =>
  updateLocks(plan, id, (locked) => {
    const known = new Set(locked);
    const added = [...new Set(accounts)].filter((each) => !known.has(each));
    return added.length === 0 ? locked : [...locked, ...added];
  });

/** The plan with those accounts of a split free to move. */
export function unlockAccounts(plan: Plan, id: SplitId, accounts: Iterable<AccountId>): Plan {
  const freed = new Set(accounts);
  return updateLocks(plan, id, (locked) => filterShared(locked, (each) => !freed.has(each)));
}

/** The plan with an account of a split put into a territory by name, and why; it stays there until `withdrawOverride`. */
export function placeByName(
  plan: Plan,
  id: SplitId,
  account: AccountId,
  { to, reason }: { readonly to: TerritoryOrNone; readonly reason: string },
): Plan {
  const freed = unlockAccounts(withdrawOverride(plan, id, account), id, [account]);
  const moved = moveAccounts(freed, id, [account], to);
  return withSplits(moved, (splits) =>
    mapShared(splits, (split) =>
      split.id === id
        ? { ...split, overrides: [...(split.overrides ?? []), { accountId: account, reason }] }
        : split,
    ),
  );
}

/** The plan with an account of a split no longer placed by name; it stays where it is and may move. */
export const withdrawOverride = (plan: Plan, id: SplitId, account: AccountId): Plan =>
  withSplits(plan, (splits) =>
    mapShared(splits, (split) => {
      const left = split.overrides?.filter(({ accountId }) => accountId !== account);
      return split.id !== id || left === undefined || left.length === split.overrides?.length
        ? split
        : patched<TerritorySplit>(split, { overrides: left.length === 0 ? undefined : left });
    }),
  );
