import { findPieces } from '../../../src/territory/findPieces';
import type { Units } from '../../../src/territory/units';

/** The least largest deviation of any split into territories in one piece each, by trying them all: for a dozen units. */
export function leastDeviation(units: Units, territories: number): number {
  const target = units.weight.reduce((sum, each) => sum + each, 0) / territories;
  const split = new Int32Array(units.count);
  const loads = new Float64Array(territories);
  let least = Infinity;
  const place = (unit: number, used: number): void => {
    if (unit === units.count) {
      const off = loads.reduce((most, load) => Math.max(most, Math.abs(load / target - 1)), 0);
      if (used < territories || off >= least) return;
      if (findPieces(units.graph, split).territoryOf.length === territories) least = off;
      return;
    }
    const own = units.weight[unit] ?? 0;
    for (let t = 0; t <= Math.min(used, territories - 1); t++) {
      const before = loads[t] ?? 0;
      if ((before + own) / target - 1 >= least) continue;
      split[unit] = t;
      loads[t] = before + own;
      place(unit + 1, Math.max(used, t + 1));
      loads[t] = before;
    }
  };
  place(0, 0);
  return least;
}
