import type { Account, AccountBook, TerritoryOrNone } from '../model/accountBook';

/** Accounts gathered by the areas that hold them. */
export interface RolledUp {
  /** Of each area the sums of the book's measures, and the number of accounts last; null where no account's value is known. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Of each of the book's splits the areas' territories: that of the most weight in it. */
  readonly splits: readonly (readonly TerritoryOrNone[])[];
  /** Accounts in no area, by their places in the book. */
  readonly outside: readonly number[];
  /** Of each measure how many accounts of areas have a value that is not known. */
  readonly missing: readonly number[];
}

/**
 * The accounts of a book by area: `areaOf` says of each account its area, −1 for none; `weights` are as of `weighAccounts`. An area
 * without accounts has sums of zero; one whose accounts' values are all unknown is not known. Where territories of a split hold
 * equally much of an area, it goes to the one of the account listed first. Linear in accounts times measures and splits.
 */
export function rollUp(
  book: AccountBook,
  areaOf: Int32Array,
  areas: number,
  weights: readonly number[],
): RolledUp {
  const width = book.measures.length;
  const values = Array.from({ length: areas }, (): (number | null)[] =>
    new Array<number | null>(width + 1).fill(0),
  );
  const known = Array.from({ length: areas }, () => new Int32Array(width));
  const missing = book.measures.map(() => 0);
  const outside: number[] = [];
  const add = (account: Account, area: number) => {
    const sums = values[area];
    const seen = known[area];
    if (sums === undefined || seen === undefined) return;
    sums[width] = (sums[width] ?? 0) + 1;
    account.values.forEach((value, measure) => {
      if (value === null) missing[measure] = (missing[measure] ?? 0) + 1;
      else {
        sums[measure] = (sums[measure] ?? 0) + value;
        seen[measure] = (seen[measure] ?? 0) + 1;
      }
    });
  };
  book.accounts.forEach((account, place) => {
    const area = areaOf[place] ?? -1;
    if (area < 0) outside.push(place);
    else add(account, area);
  });
  values.forEach((sums, area) => {
    if ((sums[width] ?? 0) === 0) return;
    for (let measure = 0; measure < width; measure++) if (known[area]?.[measure] === 0) sums[measure] = null;
  });
  return {
    values,
    splits: book.splits.map(({ territoryOf }) => territoriesOf(territoryOf, areaOf, areas, weights)),
    outside,
    missing,
  };
}

/** The territory that holds the most of each area. */
function territoriesOf(
  territoryOf: readonly TerritoryOrNone[],
  areaOf: Int32Array,
  areas: number,
  weights: readonly number[],
): TerritoryOrNone[] {
  const holds = Array.from({ length: areas }, () => new Map<TerritoryOrNone, number>());
  areaOf.forEach((area, place) => {
    const at = territoryOf[place] ?? '';
    // an account that weighs nothing still says whose the area is where no other does
    const weight = Math.max(weights[place] ?? 0, 1e-9);
    const own = holds[area];
    own?.set(at, (own.get(at) ?? 0) + weight);
  });
  return holds.map((own) => {
    let best: TerritoryOrNone = '';
    let most = 0;
    for (const [territory, weight] of own)
      if (weight > most) {
        best = territory;
        most = weight;
      }
    return best;
  });
}
