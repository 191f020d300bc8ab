import { centresOf } from './centresOf';
import type { Keep } from './holdChoices';
import type { Limit } from './limits';
import { OffBounds } from './offBounds';
import { SplitState } from './splitState';
import type { Split, Units } from './units';

/** Passes over the units at most, each with new centres. */
const PASSES = 8;

/**
 * Hands units home, or to a neighbour's territory, where that saves more squared distance and moves together than it costs
 * and leaves loads as near to what they may be. Locked units stay. Linear in edges, for each of a few passes.
 */
export function returnUnits(
  units: Units,
  start: Split,
  keep: Keep,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    readonly locked?: Uint8Array;
    readonly limits?: readonly Limit[];
  },
): Split {
  const { targets, limits = [], locked } = options;
  const { graph, x, y } = units;
  const state = new SplitState(units, start, targets, limits);
  const off = new OffBounds(units, state, options);
  const { split } = state;
  for (let pass = 0, changed = true; pass < PASSES && changed; pass++) {
    changed = false;
    const centres = centresOf(units, split, targets.length);
    const cost = (unit: number, territory: number) => {
      const dx = (x[unit] ?? 0) - (centres.x[territory] ?? 0);
      const dy = (y[unit] ?? 0) - (centres.y[territory] ?? 0);
      const home = keep.split[unit] ?? -1;
      return dx * dx + dy * dy + (home < 0 || home === territory ? 0 : keep.cost);
    };
    for (let unit = 0; unit < units.count; unit++) {
      const from = split[unit] ?? -1;
      if (from < 0 || locked?.[unit] || state.members(from) < 2) continue;
      let best = from;
      let least = cost(unit, from);
      const consider = (to: number) => {
        if (to < 0 || to === best || cost(unit, to) >= least || off.relief(unit, to) < -1e-12) return;
        least = cost(unit, to);
        best = to;
      };
      consider(keep.split[unit] ?? -1);
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) consider(split[graph.to[edge] ?? 0] ?? -1);
      if (best === from) continue;
      off.move(unit, best);
      changed = true;
    }
  }
  return split;
}
