import { annealSplit } from './annealSplit';
import { borderFlow } from './borderFlow';
import { bringHome } from './bringHome';
import type { Limit } from './limits';
import { joinedTerritories } from './measureDisruption';
import { polishBalance } from './polishBalance';
import { pushFlow } from './pushFlow';
import { searchAround } from './searchAround';
import { rebalanceInPieces } from './rebalanceInPieces';
import type { Split, Units } from './units';

export interface RebalanceOptions {
  readonly targets: Float64Array;
  readonly tolerance: number;
  readonly seed: number;
  /** From 0, compactness as if nobody minded moving, to 1, as few moves as can be. */
  readonly stickiness: number;
  readonly locked?: Uint8Array;
  /** Other loads that territories are held to. */
  readonly limits?: readonly Limit[];
  /** Whether territories may lie in pieces. */
  readonly pieces?: boolean;
  /** Where units belong, −1 where in none, if that is not where they start; heeded where territories may lie in pieces. */
  readonly home?: Split;
}

const SWEEPS = 200;
/** How near to the edge of the tolerance the flow brings loads: units are too coarse to come to it exactly. */
const EDGE = 0.95;
/** What a whole territory away from home weighs against its inertia, where stickiness is 1. */
const HOME = 5;

/**
 * Brings a split within its tolerance from where it stands: first what must cross borders at least, then a search that
 * moves no more than the stickiness allows. Territories that are whole stay whole, unless they may lie in pieces (see `rebalanceInPieces`). The same seed gives the same split.
 */
export function rebalanceSplit(units: Units, current: Split, options: RebalanceOptions): Split {
  if (options.pieces) return rebalanceInPieces(units, current, options);
  const { targets, tolerance, seed, stickiness, locked, limits } = options;
  const loads = new Float64Array(targets.length);
  current.forEach((territory, unit) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (units.weight[unit] ?? 0);
  });
  const { flow } = borderFlow(
    loads,
    targets.map((target) => target * (1 - EDGE * tolerance)),
    targets.map((target) => target * (1 + EDGE * tolerance)),
    joinedTerritories(units, current, targets.length),
  );
  const pushed = pushFlow(units, current, flow, targets, locked);
  const home = { split: current, weight: HOME * stickiness * stickiness };
  const kept = {
    targets,
    tolerance,
    seed,
    home,
    free: 0.9,
    ...(locked && { locked }),
    ...(limits && { limits }),
  };
  const searched = stickiness < 1 ? annealSplit(units, pushed, { ...kept, sweeps: SWEEPS }) : pushed;
  const balanced = searchAround(units, polishBalance(units, searched, kept), kept);
  return stickiness > 0 ? bringHome(units, balanced, current, kept) : balanced;
}
