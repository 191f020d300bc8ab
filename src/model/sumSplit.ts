import type { AccountBook, MeasureKind, TerritoryOrNone, TerritorySplit } from './accountBook';
import type { TerritoryId } from './units';

/** What a territory holds of the accounts, or what is in none. */
export interface TerritorySum {
  readonly territoryId: TerritoryOrNone;
  readonly accounts: number;
  /** By measure, in the book's order, of the accounts whose value is known. */
  readonly sums: readonly number[];
  /** Accounts whose value is not known, by measure; they count as nothing in the sum, and are no zeros. */
  readonly missing: readonly number[];
}

/**
 * What every one of those territories holds under a split, in their order, and at the end what is in none. Counted anew in
 * the order of the accounts, so that the sums are those of the split alone and not of the moves that led to it. Linear in
 * accounts times measures.
 */
export function sumSplit(
  book: AccountBook,
  split: TerritorySplit,
  territories: readonly TerritoryId[],
): TerritorySum[] {
  const ids: readonly TerritoryOrNone[] = [...territories, ''];
  const rows = ids.map((territoryId) => ({
    territoryId,
    accounts: 0,
    sums: book.measures.map(() => 0),
    missing: book.measures.map(() => 0),
  }));
  const rowOf = new Map(rows.map((row) => [row.territoryId, row]));
  const none = rows[rows.length - 1];
  book.accounts.forEach(({ values }, index) => {
    const row = rowOf.get(split.territoryOf[index] ?? '') ?? none;
    if (row === undefined) return;
    row.accounts++;
    values.forEach((value, measure) => {
      if (value === null) row.missing[measure] = (row.missing[measure] ?? 0) + 1;
      else row.sums[measure] = (row.sums[measure] ?? 0) + value;
    });
  });
  return rows;
}

/** The sum over the measures of a kind; undefined where the book has none of it, which is not zero. */
export function sumOfKind(book: AccountBook, sum: TerritorySum, kind: MeasureKind): number | undefined {
  const places = book.measures.flatMap((measure, place) => (measure.kind === kind ? [place] : []));
  if (places.length === 0) return undefined;
  return places.reduce((total, place) => total + (sum.sums[place] ?? 0), 0);
}

/** The weight of each account in balance: its value of the measure balanced by (what is not known weighs nothing), or one. */
export function weighAccounts(book: AccountBook): number[] {
  const place = book.measures.findIndex(({ id }) => id === book.balancedBy);
  return book.accounts.map(({ values }) => (place === -1 ? 1 : (values[place] ?? 0)));
}
