import { annealSplit } from './annealSplit';
import { polishBalance } from './polishBalance';
import { recombineSplit } from './recombineSplit';
import { badness } from './searchAround';
import { SplitState } from './splitState';
import type { Limit } from './limits';
import type { Split, Units } from './units';

/** So few units that a thorough search of all of them is no matter of time. */
export const FEW = 300;
/** Searches from the same start, pairs of territories that each cuts anew for every unit, and sweeps that then smooth what was cut. */
const SEARCHES = 6;
const CUTS = 100;
const SWEEPS = 200;
/** What a territory's border weighs against its inertia: as in `annealSplit`. */
const BORDER = 0.3;

/**
 * Searches few units thoroughly: pairs of territories are cut anew from the start on, several times by other draws. Gives of
 * all that was found, the start included, what is within `enough` (or nearest to it) and of these the most compact.
 */
export function searchFew(
  units: Units,
  start: Split,
  options: {
    readonly targets: Float64Array;
    /** Deviation that the search aims at, and that which is as good. */
    readonly tolerance: number;
    readonly enough: number;
    readonly seed: number;
    readonly locked?: Uint8Array;
    readonly limits?: readonly Limit[];
  },
): Split {
  const { enough, seed, targets } = options;
  const off = (split: Split) => badness(units, split, { ...options, tolerance: enough });
  const { inertia, border } = shapeOf(units, start, targets);
  const worth = (split: Split) => {
    const shape = shapeOf(units, split, targets);
    return shape.inertia / inertia + (BORDER * shape.border) / border;
  };
  let best = start;
  for (let turn = 0; turn < SEARCHES; turn++) {
    const own = { ...options, seed: seed + 1000 * (turn + 1) };
    const cut = recombineSplit(units, start, { ...own, steps: CUTS * units.count });
    const found = polishBalance(units, annealSplit(units, cut, { ...own, sweeps: SWEEPS }), own);
    const nearer = off(best) - off(found);
    if (nearer > 1e-12 || (nearer > -1e-12 && worth(found) < worth(best) - 1e-9)) best = found;
  }
  return best;
}

/** Inertia and km of border, above zero. */
function shapeOf(units: Units, split: Split, targets: Float64Array) {
  const state = new SplitState(units, split, targets);
  return { inertia: Math.max(1e-9, state.inertia()), border: Math.max(1e-9, state.border()) };
}
