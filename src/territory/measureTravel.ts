import { centresOf } from './centresOf';
import type { Split, Units } from './units';

/** How far it is from the middle of its territory to what is sold to, in km in a straight line, weighed. */
export interface Travel {
  readonly meanKm: number;
  /** A tenth of the weight is farther than this. */
  readonly p90Km: number;
}

/** The way from each territory's weighted centre to its units; units in none are left out, and of no weight there is none. Cost n log n. */
export function measureTravel(units: Units, split: Split, territories: number): Travel {
  const { x, y } = centresOf(units, split, territories);
  const ways: { readonly km: number; readonly weight: number }[] = [];
  let total = 0;
  let sum = 0;
  for (let unit = 0; unit < units.count; unit++) {
    const territory = split[unit] ?? -1;
    const weight = units.weight[unit] ?? 0;
    if (territory < 0 || !(weight > 0)) continue;
    const dx = (units.x[unit] ?? 0) - (x[territory] ?? 0);
    const dy = (units.y[unit] ?? 0) - (y[territory] ?? 0);
    const km = Math.sqrt(dx * dx + dy * dy);
    ways.push({ km, weight });
    total += weight;
    sum += weight * km;
  }
  ways.sort((a, b) => a.km - b.km);
  let below = 0;
  const far = ways.find(({ weight }) => (below += weight) >= 0.9 * total);
  return { meanKm: total > 0 ? sum / total : 0, p90Km: far?.km ?? 0 };
}
