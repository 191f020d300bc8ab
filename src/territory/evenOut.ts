import { exchangeUnits } from './exchangeUnits';
import type { Limit } from './limits';
import { Nearness } from './nearness';
import { OffBounds } from './offBounds';
import { SplitState } from './splitState';
import type { Split, Units } from './units';

export interface EvenOptions {
  readonly targets: Float64Array;
  readonly tolerance: number;
  readonly locked?: Uint8Array;
  readonly limits?: readonly Limit[];
  /** Where units belong; −1 where in none. The start where absent. */
  readonly home?: Split;
  /** Whether light units may go as well as heavy ones: more of them move, and loads come nearer to their bounds. */
  readonly fine?: boolean;
}

interface Shift {
  readonly unit: number;
  readonly to: number;
  readonly relief: number;
  /** Relief by weight, less what it costs. */
  readonly worth: number;
}

/** Rounds at most: each takes off three quarters of what is off, as a rule. */
const ROUNDS = 60;
const LEFT = 0.25;
/** What leaving home costs by weight, against what is relieved: little, since all that is off has to be mended. */
const LEAVING = 0.25;
/** What it counts that a heavy unit spares several light ones the move. */
const FEW = 0.1;
/** What nearness may weigh: never as much as a move that relieves nothing. */
const NEARNESS = 0.2;

/**
 * Brings loads within the tolerance by moving as little weight as can be, where territories may lie in pieces: a unit may go
 * to any territory, those that make up for two at once first, and among these to where it is near to the others. What is too
 * heavy to go alone is exchanged in the end. No draw is made: the same units give the same split. Cost: units × territories a
 * round, of which there are a few.
 */
export function evenOut(units: Units, start: Split, options: EvenOptions): Split {
  const { targets, limits = [], locked } = options;
  const k = targets.length;
  const home = options.home ?? start;
  const state = new SplitState(units, start, targets, limits);
  const off = new OffBounds(units, state, options);
  const least = 1e-9 * targets.reduce((sum, each) => sum + each, 0);
  const free = (unit: number) => !locked?.[unit] && state.members(state.split[unit] ?? -1) > 1;
  for (let round = 0; round < ROUNDS; round++) {
    const total = off.total();
    if (total <= least) break;
    const shifts = shiftsOf(units, state, off, {
      k,
      home,
      locked,
      least,
      few: options.fine ? 0 : FEW,
      limited: limits.length > 0,
    });
    let moved = false;
    for (const { unit, to, relief } of shifts) {
      // loads are others by now
      if (!free(unit) || off.relief(unit, to) < relief - least) continue;
      off.move(unit, to);
      moved = true;
      if (off.total() <= LEFT * total) break;
    }
    if (!moved && !exchangeUnits(units, state, off, { home, least, ...(locked && { locked }) })) break;
  }
  return state.split;
}

/** Of each unit that may go the best territory for it, the best first. */
function shiftsOf(
  units: Units,
  state: SplitState,
  off: OffBounds,
  {
    k,
    home,
    locked,
    least,
    few,
    limited,
  }: {
    readonly k: number;
    readonly home: Split;
    readonly locked: Uint8Array | undefined;
    readonly least: number;
    readonly few: number;
    readonly limited: boolean;
  },
): Shift[] {
  const { count, weight } = units;
  const { split } = state;
  const near = new Nearness(units, split, k);
  const mean = weight.reduce((sum, each) => sum + each, 0) / Math.max(1, count);
  const strained = Uint8Array.from({ length: k }, (_, t) => (off.strained(t) > least ? 1 : 0));
  const side = Int8Array.from({ length: k }, (_, t) => Math.sign(off.off(t)));
  const shifts: Shift[] = [];
  for (let unit = 0; unit < count; unit++) {
    const from = split[unit] ?? -1;
    if (from < 0 || locked?.[unit]) continue;
    const own = Math.max(weight[unit] ?? 0, least);
    let best: Shift | undefined;
    let looked = false;
    for (let to = 0; to < k; to++) {
      // between two that are as they may be nothing is relieved, nor by what goes from too little or to too much
      if (to === from || (strained[from] === 0 && strained[to] === 0)) continue;
      if (!limited && (side[from] === -1 || side[to] === 1)) continue;
      const relief = off.relief(unit, to);
      if (relief <= least) continue;
      if (!looked) near.lookAt(unit);
      looked = true;
      const belongs = home[unit] ?? -1;
      const leaves = belongs < 0 ? 0 : (to === belongs ? 0 : 1) - (from === belongs ? 0 : 1);
      const share = relief / own;
      const worth =
        share -
        Math.max(0, 1 - share) -
        LEAVING * leaves -
        NEARNESS * near.cost(unit, from, to) +
        few * (own / (own + mean));
      if (!best || worth > best.worth) best = { unit, to, relief, worth };
    }
    if (best) shifts.push(best);
  }
  return shifts.sort((a, b) => b.worth - a.worth || a.unit - b.unit);
}
