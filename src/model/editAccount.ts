/** Pure edits of single accounts of the book: each returns a new plan that shares what it did not touch. */
import type { Account } from './accountBook';
import { patchById } from './editList';
import { freshId } from './ids';
import type { Patch } from './patch';
import type { Plan } from './plan';
import { accountId, type AccountId, type MeasureId } from './units';

/** The plan with some fields of one account replaced; undefined takes an optional field away. */
export function updateAccount(plan: Plan, id: AccountId, patch: Patch<Account>): Plan {
  const book = plan.accountBook;
  if (book === undefined) return plan;
  const accounts = patchById(book.accounts, id, patch);
  return accounts === book.accounts ? plan : { ...plan, accountBook: { ...book, accounts } };
}

/** The plan with one account's value of a measure corrected; null is not known, which is not zero. */
export function setAccountValue(plan: Plan, id: AccountId, measure: MeasureId, value: number | null): Plan {
  const place = plan.accountBook?.measures.findIndex((each) => each.id === measure) ?? -1;
  const account = plan.accountBook?.accounts.find((each) => each.id === id);
  if (place === -1 || account === undefined || account.values[place] === value) return plan;
  return updateAccount(plan, id, { values: account.values.with(place, value) });
}

/** The plan with one more account at the end, in no territory of any split; its id and values are made here, all not known. */
export function addAccount(plan: Plan, account: Omit<Account, 'id' | 'values'>): Plan {
  const book = plan.accountBook;
  if (book === undefined) return plan;
  const id = accountId(
    freshId(
      'account',
      book.accounts.map((each) => each.id),
    ),
  );
  return {
    ...plan,
    accountBook: {
      ...book,
      accounts: [...book.accounts, { ...account, id, values: book.measures.map(() => null) }],
      splits: book.splits.map((split) => ({ ...split, territoryOf: [...split.territoryOf, '' as const] })),
    },
  };
}
