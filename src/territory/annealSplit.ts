import { seededDraws } from '../model/seededDraws';
import { exp } from '../sim/kernel/elementary';
import type { Limit } from './limits';
import { SplitState } from './splitState';
import type { Split, Units } from './units';
import { wholenessOf } from './wholeness';

export interface AnnealOptions {
  /** Load that each territory is to have. */
  readonly targets: Float64Array;
  /** Deviation that is good enough. */
  readonly tolerance: number;
  readonly seed: number;
  /** Moves tried for each unit. */
  readonly sweeps: number;
  /** The share of the tolerance below which balance costs nothing. */
  readonly free?: number;
  /** Units that stay where they are. */
  readonly locked?: Uint8Array;
  /** Other loads that territories are held to. */
  readonly limits?: readonly Limit[];
  /** Whether territories may lie in pieces. */
  readonly pieces?: boolean;
  /** Where units belong, and what a territory's whole load elsewhere weighs against its inertia. */
  readonly home?: { readonly split: Split; readonly weight: number };
}

/** Temperature in the first sweep, in shares of a territory's inertia. */
const HOTTEST = 0.005;
/** What a territory's border weighs against its inertia. */
const BORDER = 0.3;
/** What balance weighs at one tolerance beyond what is free, against a territory's inertia. */
const WEIGHT = 0.4;
/** The share of the tolerance below which balance costs nothing, unless told. */
const FREE = 0.3;
/** The share of all steps after which the tolerance asked for is the one that counts. */
const TIGHT_AFTER = 0.4;

/**
 * Improves a split by shifting units across borders, and swapping two along the border where a shift fails on balance
 * alone: inertia and balance, accepted by Metropolis' rule under a falling temperature and a tolerance that tightens, and
 * only where both territories stay whole, unless they may lie in pieces. Stops by steps, not by the clock: the same seed gives the same split. Source:
 * Kirkpatrick, Gelatt & Vecchi 1983, Science 220. Cost: sweeps × units moves of constant time, but for the search that
 * contiguity may take.
 */
export function annealSplit(units: Units, start: Split, options: AnnealOptions): Split {
  const { count, graph } = units;
  const { targets, locked, tolerance, home, limits = [], free = FREE } = options;
  const homeWeight = home?.weight ?? 0;
  const state = new SplitState(units, start, targets, limits);
  const { split } = state;
  const whole = wholenessOf(units, state, options.pieces);
  const draw = seededDraws(options.seed);
  const steps = options.sweeps * count;
  const loosest = Math.max(tolerance, looseTolerance(units, targets));
  let heat = HOTTEST;
  let tight = loosest;
  /** What limits weigh: little while the tolerance is loose. */
  let strictness = 0;
  const worth = (unit: number, to: number) =>
    state.inertiaChange(unit, to) +
    BORDER * state.borderChange(unit, to) +
    WEIGHT * state.balanceChange(unit, to, free * tight, tight) +
    (limits.length > 0 ? strictness * state.limitChange(unit, to, free) : 0) +
    (home ? homeWeight * state.homeChange(unit, to, home.split) : 0);
  const accepts = (change: number) => change <= 0 || draw() < exp(-change / heat);
  for (let step = 0; step < steps; step++) {
    if (step % 256 === 0) {
      const left = 1 - step / steps;
      heat = HOTTEST * left * left + 1e-9;
      tight = Math.max(tolerance, loosest * (1 - step / (TIGHT_AFTER * steps)));
      strictness = (WEIGHT * tolerance * tolerance) / (tight * tight);
    }
    const unit = Math.floor(draw() * count);
    const from = split[unit] ?? -1;
    const first = graph.start[unit] ?? 0;
    const degree = (graph.start[unit + 1] ?? 0) - first;
    if (from < 0 || degree === 0 || locked?.[unit]) continue;
    const neighbour = graph.to[first + Math.floor(draw() * degree)] ?? 0;
    const to = split[neighbour] ?? -1;
    if (to < 0 || to === from || state.members(from) < 2) continue;
    const change = worth(unit, to);
    if (accepts(change)) {
      if (whole.staysWhole(unit)) state.move(unit, to);
      continue;
    }
    if (locked?.[neighbour] || state.inertiaChange(unit, to) > heat * 4) continue;
    if (!whole.staysWhole(unit)) continue;
    state.move(unit, to);
    const back = swapPartner(units, split, unit, from, to, draw);
    if (back >= 0 && !locked?.[back] && accepts(change + worth(back, from)) && whole.staysWhole(back))
      state.move(back, from);
    else state.move(unit, from);
  }
  return split;
}

/** What balance may be off while the search still flows: a few of the middling units against a territory. */
function looseTolerance({ weight }: Units, targets: Float64Array): number {
  const middling = weight.toSorted()[weight.length >> 1] ?? 0;
  const target = targets.toSorted()[targets.length >> 1] ?? 0;
  return target > 0 ? Math.min(0.2, (4 * middling) / target) : 0;
}

/** A unit of `to` that touches `from`, near the one that has just come over; −1 for none met. */
function swapPartner(
  { graph }: Units,
  split: Split,
  unit: number,
  from: number,
  to: number,
  draw: () => number,
): number {
  const first = graph.start[unit] ?? 0;
  const degree = (graph.start[unit + 1] ?? 0) - first;
  const offset = Math.floor(draw() * degree);
  for (let turn = 0; turn < degree; turn++) {
    const other = graph.to[first + ((turn + offset) % degree)] ?? 0;
    if (split[other] !== to) continue;
    const end = graph.start[other + 1] ?? 0;
    for (let edge = graph.start[other] ?? 0; edge < end; edge++)
      if (split[graph.to[edge] ?? 0] === from) return other;
  }
  return -1;
}
