import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { weighAccounts } from '../model/sumSplit';
import type { AccountId, TerritoryId } from '../model/units';
import { carveUnits } from './carveUnits';
import { dealAccounts } from './dealAccounts';
import { joinFamilies, type TornFamily } from './joinFamilies';
import { FREE, NOWHERE, pinAccounts } from './pinAccounts';
import { numbersOf } from './splitFigures';
import type { Split, Units } from './units';
import type { BookUnits } from './unitsOfBook';

export interface ArrangeOptions {
  /** The territories of the map first, `territories` of them; after them others that accounts may be in. */
  readonly order: readonly TerritoryId[];
  readonly territories: number;
  readonly families: boolean;
  /** Accounts that the hand has put where they are. */
  readonly stays: ReadonlySet<AccountId>;
  /** Whether what has no place stays in the territory it has. */
  readonly keeps?: boolean;
  /** Whether rules and families have had their turn: what meets a rule stays where it is, and families that are apart do. */
  readonly settled?: boolean;
}

/** A book made ready for a search over its map: families are one unit each, and what is settled is set apart. */
export interface Arrangement {
  readonly units: Units;
  /** Of each unit the place of its account in the book, a family's leader. */
  readonly accountOf: Int32Array;
  /** Of each unit the territory it is in now, by number; −1 for none. */
  readonly current: Split;
  /** Units that stay where they are (1). */
  readonly fixed: Uint8Array;
  /** By territory of the map the load that the units are to have: what is settled and what will be dealt taken off. */
  readonly targets: Float64Array;
  readonly torn: readonly TornFamily[];
  /** Accounts dealt at the end, since they have no place. */
  readonly dealt: number;
  /** Another value of accounts, in the book's order, gathered by unit, and by territory what is settled there. */
  readonly gather: (values: readonly number[]) => {
    readonly byUnit: Float64Array;
    readonly settled: Float64Array;
    /** What will be dealt. */
    readonly dealt: number;
  };
  /** Accounts off the map that are settled in one of its territories. */
  readonly settled: number;
  /** The whole book's split, by account, of one of the units; `names` says what territories of the map are to be called instead. */
  readonly putBack: (found: Split, names?: Int32Array) => Split;
}

/** The least share of a fair load that a territory is given from the map, however much of it is settled. */
const LEAST = 0.02;

/**
 * Sets apart what the map has no say in (named, met by a rule, with their families), gathers families into their leaders
 * and keeps what has no place for the end, when it is dealt so as to balance. Linear, but for the sort of what is dealt.
 */
export function arrangeAccounts(
  book: AccountBook,
  map: BookUnits,
  split: TerritorySplit,
  { order, territories: k, families, stays, keeps = false, settled = false }: ArrangeOptions,
): Arrangement {
  const { accounts } = book;
  const weights = weighAccounts(book);
  const now = numbersOf(split.territoryOf, order);
  const pins = pinAccounts(book, split, order, { stays, settled, territories: k });
  // what is settled already stays as it is: a repair brings nobody together who was apart
  const together = (members: readonly number[]) =>
    new Set(members.flatMap((each) => (pins.held[each] === 1 ? [] : [now[each] ?? NOWHERE]))).size < 2;
  const alone = { ...pins, leaders: Int32Array.from(accounts.keys()), torn: [] };
  const {
    pinned: joined,
    held,
    leaders,
    torn,
  } = families
    ? joinFamilies(accounts, weights, pins, { territories: k, ...(settled && { which: together }) })
    : alone;
  const pinned = keeps ? settleUnplaced(joined, leaders, map, now, k) : joined;
  const onMap = (account: number) => {
    if (leaders[account] !== account || (map.unitOf[account] ?? -1) < 0) return false;
    const at = pinned[account] ?? FREE;
    return at === FREE || (held[account] === 1 && at >= 0 && at < k);
  };
  const out = Uint8Array.from(map.accountOf, (account) => (onMap(account) ? 0 : 1));
  const { units: carved, members } = carveUnits(map.units, out);
  const unitOf = new Int32Array(accounts.length).fill(-1);
  members.forEach((unit, place) => (unitOf[map.accountOf[unit] ?? 0] = place));
  // families follow their leader, on the map or to the end of the table
  const follows = Int32Array.from(leaders, (leader) => unitOf[leader] ?? -1);
  const isDealt = (account: number) => follows[account] === -1 && pinned[account] === FREE;
  const toDeal = Int32Array.from(accounts.keys()).filter(isDealt);
  const gather = (values: readonly number[]) => {
    const byUnit = new Float64Array(members.length);
    const settledIn = new Float64Array(k);
    values.forEach((value, account) => {
      const unit = follows[account] ?? -1;
      const at = pinned[account] ?? NOWHERE;
      if (unit >= 0) byUnit[unit] = (byUnit[unit] ?? 0) + value;
      else if (at >= 0 && at < k) settledIn[at] = (settledIn[at] ?? 0) + value;
    });
    return { byUnit, settled: settledIn, dealt: sumOf(toDeal, values) };
  };
  const { byUnit: weight, settled: base } = gather(weights);
  return {
    units: { ...carved, weight },
    accountOf: members.map((unit) => map.accountOf[unit] ?? -1),
    current: Int32Array.from(members, (unit) => {
      const account = map.accountOf[unit] ?? 0;
      return held[account] === 1 ? (pinned[account] ?? -1) : (now[account] ?? -1);
    }),
    fixed: Uint8Array.from(members, (unit) => held[map.accountOf[unit] ?? 0] ?? 0),
    targets: targetsFor(weight, base, sumOf(toDeal, weights)),
    torn,
    dealt: toDeal.length,
    gather,
    settled: pinned.filter((pin, account) => follows[account] === -1 && pin >= 0 && pin < k).length,
    putBack(found, names) {
      const at = Int32Array.from(pinned, (pin) => Math.max(pin, NOWHERE));
      const loads = base.slice();
      found.forEach((territory, unit) => {
        if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (weight[unit] ?? 0);
      });
      follows.forEach((unit, account) => unit >= 0 && (at[account] = found[unit] ?? NOWHERE));
      dealAccounts(toDeal, leaders, weights, loads, at);
      return names
        ? at.map((number, account) =>
            (pinned[account] ?? FREE) >= 0 ? (pinned[account] ?? NOWHERE) : (names[number] ?? number),
          )
        : at;
    },
  };
}

/** What has no place, and goes with nothing that has, stays in the territory of the map that it is in; a family all of whose accounts have none, in that of its leader. */
function settleUnplaced(
  pinned: Int32Array,
  leaders: Int32Array,
  map: BookUnits,
  now: Split,
  k: number,
): Int32Array {
  return pinned.map((pin, account) => {
    const leader = leaders[account] ?? account;
    const at = now[leader] ?? NOWHERE;
    return pin === FREE && map.unitOf[leader] === -1 && at >= 0 && at < k ? at : pin;
  });
}

const sumOf = (accounts: Int32Array, weights: readonly number[]): number =>
  accounts.reduce((sum, account) => sum + (weights[account] ?? 0), 0);

/** What each territory is to have of the units, so that with what is settled and what is dealt all come out alike. */
function targetsFor(weight: Float64Array, base: Float64Array, dealt: number): Float64Array {
  const own = weight.reduce((sum, each) => sum + each, 0);
  const fair = (own + dealt + base.reduce((sum, each) => sum + each, 0)) / base.length;
  const wanted = base.map((each) => Math.max(LEAST * fair, fair - each));
  const all = wanted.reduce((sum, each) => sum + each, 0);
  return wanted.map((each) => (all > 0 ? (own * each) / all : own / base.length));
}
