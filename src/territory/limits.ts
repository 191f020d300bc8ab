import type { Split } from './units';

/** A second load that territories are held to, beside the weight: another measure within a tolerance, a cap, a minimum. */
export interface Limit {
  /** By unit. */
  readonly values: Float64Array;
  /** By territory what its load may be; −Infinity and Infinity for no bound. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** By territory how much beyond a bound weighs as much as the whole tolerance of the weight does. */
  readonly scale: Float64Array;
  /** By territory the load it is best at; where absent any load within the bounds is as good. */
  readonly targets?: Float64Array;
}

/** How far a load is from what it may be: 1 at the edge, more beyond it; below where there is a best load, else zero. */
export function strainOf(limit: Limit, territory: number, load: number): number {
  const scale = limit.scale[territory] ?? 1;
  const target = limit.targets?.[territory];
  if (target !== undefined) return Math.abs(load - target) / scale;
  const beyond = Math.max((limit.lowest[territory] ?? 0) - load, load - (limit.highest[territory] ?? 0));
  // a whole number of accounts at the bound is within it
  return beyond > 1e-9 * scale ? 1 + beyond / scale : 0;
}

/** Loads of a limit by territory. */
export function limitLoads({ values }: Limit, split: Split, territories: number): Float64Array {
  const loads = new Float64Array(territories);
  split.forEach((territory, unit) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (values[unit] ?? 0);
  });
  return loads;
}

/** The largest strain of a split: at most 1 where all limits hold. */
export const worstStrain = (limits: readonly Limit[], split: Split, territories: number): number =>
  limits.reduce(
    (worst, limit) =>
      limitLoads(limit, split, territories).reduce(
        (most, load, territory) => Math.max(most, strainOf(limit, territory, load)),
        worst,
      ),
    0,
  );

/** The limits of some units and some territories of the whole. */
export const subsetLimits = (
  limits: readonly Limit[],
  members: Int32Array,
  territories: readonly number[],
): Limit[] => {
  const pick = (values: Float64Array) =>
    Float64Array.from(territories, (territory) => values[territory] ?? 0);
  return limits.map(({ values, lowest, highest, scale, targets }) => ({
    values: Float64Array.from(members, (unit) => values[unit] ?? 0),
    lowest: pick(lowest),
    highest: pick(highest),
    scale: pick(scale),
    ...(targets && { targets: pick(targets) }),
  }));
};
