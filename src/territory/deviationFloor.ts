import { oversizeUnits } from './measureSplit';
import type { Split, Units } from './units';

/** A deviation that no split can be below, and what makes it so; `least` is zero where nothing is known to. */
export interface DeviationFloor {
  readonly least: number;
  /** The heaviest unit alone, what heavy units leave to the others, or what is settled in a territory. */
  readonly cause?: 'unit' | 'rest' | 'settled';
  /** Units that are heavier than a fair share of what heavier ones leave, the heaviest first, where it is they. */
  readonly heavy: readonly number[];
  /** Where it is what is settled, the territory. */
  readonly territory?: number;
}

/**
 * The least that the largest deviation can be, as far as single units and what is settled say: a territory has at least its
 * heaviest unit, and all that is settled in it; where heavy units have a territory each, what they leave is shared by the others. Neighbours are
 * not asked, so that it may not be reached. `settled` is by territory what it has beside the units, `dealt` what will yet
 * be given to any; `fixed` units stay in their territory of `current`. Linear, once more for each heavy unit.
 */
export function deviationFloor(
  units: Units,
  current: Split,
  fixed: Uint8Array,
  { settled, dealt }: { readonly settled: Float64Array; readonly dealt: number },
): DeviationFloor {
  const k = settled.length;
  const own = units.weight.reduce((sum, each) => sum + each, 0);
  const total = own + dealt + settled.reduce((sum, each) => sum + each, 0);
  if (!(total > 0)) return { least: 0, heavy: [] };
  const mean = total / k;
  const heavy = oversizeUnits(units, total, k);
  const held = heavy.reduce((sum, unit) => sum + (units.weight[unit] ?? 0), 0);
  const heaviest = (units.weight[heavy[0] ?? -1] ?? 0) / mean - 1;
  const left = heavy.length > 0 ? 1 - (total - held) / (k - heavy.length) / mean : 0;
  const loads = settled.slice();
  current.forEach((territory, unit) => {
    if (fixed[unit] === 1 && territory >= 0 && territory < k)
      loads[territory] = (loads[territory] ?? 0) + (units.weight[unit] ?? 0);
  });
  const fullest = loads.reduce((most, load, t) => (load > (loads[most] ?? 0) ? t : most), 0);
  const above = (loads[fullest] ?? 0) / mean - 1;
  if (above > Math.max(0, heaviest, left))
    return { least: above, heavy: [], cause: 'settled', territory: fullest };
  if (heavy.length === 0) return { least: 0, heavy };
  return { least: Math.max(heaviest, left), heavy, cause: heaviest >= left ? 'unit' : 'rest' };
}
