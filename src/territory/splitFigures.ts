import type { AccountBook, TerritoryOrNone } from '../model/accountBook';
import type { TerritoryId } from '../model/units';
import { balanceOf, measureSplit, type SplitMeasures } from './measureSplit';
import type { Split, Units } from './units';
import type { BookUnits } from './unitsOfBook';

/** What is said of a split of accounts: by territory in the order of `order`, and of the whole. */
export interface SplitFigures {
  readonly order: readonly TerritoryId[];
  /** Balance counts all accounts, shape those that have a place. */
  readonly measures: SplitMeasures;
  readonly accounts: Int32Array;
  readonly pieces: Int32Array;
  /** Of all accounts: how much is in no territory, and how many accounts. */
  readonly unassignedLoad: number;
  readonly unassignedAccounts: number;
  readonly total: number;
}

/** The territories that a split names, in the plan's order; each of `always` among them. */
export function territoriesOfSplit(
  territoryOf: readonly TerritoryOrNone[],
  all: readonly TerritoryId[],
  always: Iterable<TerritoryOrNone> = [],
): TerritoryId[] {
  const named = new Set([...territoryOf, ...always]);
  return all.filter((id) => named.has(id));
}

/** Each account's territory by its place in `order`; −1 for none. */
export function numbersOf(territoryOf: readonly TerritoryOrNone[], order: readonly TerritoryId[]): Split {
  const places = new Map<TerritoryOrNone, number>(order.map((id, place) => [id, place]));
  return Int32Array.from(territoryOf, (id) => places.get(id) ?? -1);
}

/** The figures of a split; `weights` as of `weighAccounts`. Cost: linear in accounts and in edges of their graph. */
export function figuresOfSplit(
  book: BookUnits,
  weights: readonly number[],
  territoryOf: AccountBook['splits'][number]['territoryOf'],
  order: readonly TerritoryId[],
): SplitFigures {
  return figuresOfNumbers(book, weights, numbersOf(territoryOf, order), order);
}

/** The same of accounts whose territories are given by their places in `order` (see `numbersOf`). */
export function figuresOfNumbers(
  { units, accountOf }: BookUnits,
  weights: readonly number[],
  numbers: Split,
  order: readonly TerritoryId[],
): SplitFigures {
  const placed = Int32Array.from(accountOf, (account) => numbers[account] ?? -1);
  const shape = measureSplit(units, placed, order.length);
  // Accounts without a place weigh as much as others: of the units, balance reads the weights alone.
  const measures =
    units.count === weights.length
      ? shape
      : { ...shape, ...balanceOf(weighed(units, weights), numbers, order.length) };
  const accounts = new Int32Array(order.length);
  let unassignedLoad = 0;
  let unassignedAccounts = 0;
  let total = 0;
  numbers.forEach((territory, account) => {
    total += weights[account] ?? 0;
    if (territory >= 0) accounts[territory] = (accounts[territory] ?? 0) + 1;
    else {
      unassignedAccounts++;
      unassignedLoad += weights[account] ?? 0;
    }
  });
  return { order, measures, accounts, pieces: shape.pieces, unassignedLoad, unassignedAccounts, total };
}

const weighed = (units: Units, weights: readonly number[]): Units => ({
  ...units,
  count: weights.length,
  weight: Float64Array.from(weights),
});
