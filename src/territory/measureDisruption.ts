import { borderFlow } from './borderFlow';
import type { Split, Units } from './units';

export interface Disruption {
  /** Weight of the units whose territory changed, as a share of all; and how many units these are. */
  readonly movedShare: number;
  readonly movedUnits: number;
}

/** What changes from one split to another. Units that gain or lose a territory count as moved. */
export function measureDisruption(weight: Float64Array, before: Split, after: Split): Disruption {
  let moved = 0;
  let total = 0;
  let units = 0;
  weight.forEach((own, unit) => {
    total += own;
    if (before[unit] === after[unit]) return;
    moved += own;
    units++;
  });
  return { movedShare: total > 0 ? moved / total : 0, movedUnits: units };
}

export interface DisruptionBounds {
  /** What is in excess or missing at least, as a share of all weight, wherever it might go. */
  readonly free: number;
  /** What crosses borders where weight goes between territories that touch now alone: near to the least, but no bound (see `borderFlow`). */
  readonly alongBorders: number;
}

/** The least share of weight that must move for every territory to come within the tolerance of its target, and what it comes to along today's borders. */
export function boundDisruption(
  units: Units,
  split: Split,
  targets: Float64Array,
  tolerance: number,
): DisruptionBounds {
  const k = targets.length;
  const loads = new Float64Array(k);
  let total = 0;
  units.weight.forEach((own, unit) => {
    const territory = split[unit] ?? -1;
    total += own;
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + own;
  });
  return boundLoads({ loads, total, joined: joinedTerritories(units, split, k) }, targets, tolerance);
}

/** The same of loads that are known: by territory, of all weight there is, and which territories touch (by rows). */
export function boundLoads(
  {
    loads,
    total,
    joined,
  }: { readonly loads: Float64Array; readonly total: number; readonly joined: Uint8Array },
  targets: Float64Array,
  tolerance: number,
): DisruptionBounds {
  if (!(total > 0)) return { free: 0, alongBorders: 0 };
  const lowest = targets.map((target) => target * (1 - tolerance));
  const highest = targets.map((target) => target * (1 + tolerance));
  let excess = 0;
  let deficit = 0;
  loads.forEach((load, t) => {
    excess += Math.max(0, load - (highest[t] ?? 0));
    deficit += Math.max(0, (lowest[t] ?? 0) - load);
  });
  return {
    free: Math.max(excess, deficit) / total,
    alongBorders: borderFlow(loads, lowest, highest, joined).total / total,
  };
}

/** Whether two territories touch, by rows. */
export function joinedTerritories({ count, graph }: Units, split: Split, territories: number): Uint8Array {
  const joined = new Uint8Array(territories * territories);
  for (let unit = 0; unit < count; unit++) {
    const from = split[unit] ?? -1;
    const end = graph.start[unit + 1] ?? 0;
    for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
      const to = split[graph.to[edge] ?? 0] ?? -1;
      if (from >= 0 && to >= 0 && from !== to) joined[from * territories + to] = 1;
    }
  }
  return joined;
}
