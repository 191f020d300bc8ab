import type { Plan } from './plan';
import { sumOfKind, sumSplit } from './sumSplit';

/** Accounts that nobody sells to, and what they hold. */
export interface OutsideTerritories {
  readonly accounts: number;
  /** A year; absent where the book measures no potential. */
  readonly potential?: number;
  /** Of these, accounts whose potential is not known. */
  readonly unknown: number;
}

/**
 * What the split in force leaves in no territory, so that it is in no figure of the plan; undefined where no split is in
 * force, and where it leaves nothing. Linear in accounts times measures.
 */
export function outsideTerritories({
  accountBook: book,
}: Pick<Plan, 'accountBook'>): OutsideTerritories | undefined {
  const split = book?.splits.find(({ id }) => id === book.inForce);
  const none = book && split && sumSplit(book, split, territoriesOf(split.territoryOf)).at(-1);
  if (!none || none.accounts === 0) return undefined;
  const potential = sumOfKind(book, none, 'potential');
  const unknown = book.measures.reduce(
    (most, { kind }, place) => (kind === 'potential' ? Math.max(most, none.missing[place] ?? 0) : most),
    0,
  );
  return { accounts: none.accounts, unknown, ...(potential !== undefined && { potential }) };
}

const territoriesOf = <Id extends string>(territoryOf: readonly (Id | '')[]): Id[] =>
  [...new Set(territoryOf)].filter((id): id is Id => id !== '');
