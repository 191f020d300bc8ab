import type { TerritoryOrNone } from '../model/accountBook';
import type { TerritoryId } from '../model/units';
import type { Apart } from './apartOf';
import { carveUnits } from './carveUnits';
import { balanceOf, measureSplit, type Balance, type SplitMeasures } from './measureSplit';
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

/** The figures of a split: accounts' territories by their places in `order` (see `numbersOf`), `weights` as of `weighAccounts`; what is `apart` need touch nothing, and territories that rules alone fill are even as they are. Cost: linear in accounts and in edges of their graph. */
export function figuresOfNumbers(
  book: BookUnits,
  weights: readonly number[],
  numbers: Split,
  order: readonly TerritoryId[],
  apart?: Apart,
): SplitFigures {
  const { accountOf } = book;
  const all = Int32Array.from(accountOf, (account) => numbers[account] ?? -1);
  const { units, members } = touching(book.units, accountOf, numbers, order, apart);
  const placed = members ? Int32Array.from(members, (unit) => all[unit] ?? -1) : all;
  const shape = measureSplit(units, placed, order.length);
  // Accounts without a place weigh as much as others: of the units, balance reads the weights alone.
  const everything = { ...units, count: weights.length, weight: Float64Array.from(weights) };
  const allShown = units.count === weights.length && !apart?.alone.size;
  const balance = allShown ? {} : balanceOnMap(everything, numbers, order, apart?.alone);
  const measures = { ...shape, empty: emptyOf(numbers, order.length), ...balance };
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

/** Units that are held to lie in one piece: not those placed by name or rule, nor those that are with their family, nor what a territory that rules alone fill has. */
function touching(
  units: Units,
  accountOf: Int32Array,
  numbers: Split,
  order: readonly TerritoryId[],
  apart: Apart | undefined,
): { readonly units: Units; readonly members?: Int32Array } {
  if (!apart) return { units };
  const { named, leaders, alone } = apart;
  const byRules = order.map((id) => alone.has(id));
  const out = Uint8Array.from(accountOf, (account) => {
    const leader = leaders[account] ?? account;
    const withFamily = leader !== account && numbers[leader] === numbers[account];
    return named[account] === 1 || withFamily || byRules[numbers[account] ?? -1] === true ? 1 : 0;
  });
  return carveUnits(units, out);
}

/** Balance among the territories of the map; of those that rules alone fill loads alone are told. */
function balanceOnMap(
  everything: Units,
  numbers: Split,
  order: readonly TerritoryId[],
  alone: ReadonlySet<string> = new Set(),
): Balance {
  if (alone.size === 0) return balanceOf(everything, numbers, order.length);
  const onMap = Array.from(order.keys()).filter((place) => !alone.has(order[place] ?? ''));
  const placeOf = new Int32Array(order.length).fill(-1);
  onMap.forEach((place, number) => (placeOf[place] = number));
  const balance = balanceOf(
    everything,
    numbers.map((place) => placeOf[place] ?? -1),
    onMap.length,
  );
  const loads = new Float64Array(order.length);
  numbers.forEach((place, account) => {
    if (place >= 0) loads[place] = (loads[place] ?? 0) + (everything.weight[account] ?? 0);
  });
  const deviations = new Float64Array(order.length);
  onMap.forEach((place, number) => (deviations[place] = balance.deviations[number] ?? 0));
  return { ...balance, loads, deviations };
}

function emptyOf(numbers: Split, territories: number): number {
  const used = new Set(numbers);
  return Array.from({ length: territories }, (_, number) => number).filter((number) => !used.has(number))
    .length;
}
