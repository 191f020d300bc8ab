import type { Split, Units } from './units';

export interface Centres {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly loads: Float64Array;
}

/** Loads of a split's territories, and the middle of each; zero for territories without weight. Cost: linear. */
export function centresOf({ count, x, y, weight }: Units, split: Split, territories: number): Centres {
  const loads = new Float64Array(territories);
  const cx = new Float64Array(territories);
  const cy = new Float64Array(territories);
  for (let unit = 0; unit < count; unit++) {
    const territory = split[unit] ?? -1;
    if (territory < 0) continue;
    const own = weight[unit] ?? 0;
    loads[territory] = (loads[territory] ?? 0) + own;
    cx[territory] = (cx[territory] ?? 0) + own * (x[unit] ?? 0);
    cy[territory] = (cy[territory] ?? 0) + own * (y[unit] ?? 0);
  }
  loads.forEach((load, t) => {
    if (!(load > 0)) return;
    cx[t] = (cx[t] ?? 0) / load;
    cy[t] = (cy[t] ?? 0) / load;
  });
  return { x: cx, y: cy, loads };
}
