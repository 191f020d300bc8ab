import { PERCENTILES } from '../stats/summary';

type Percentile = (typeof PERCENTILES)[number];

/** The bands a fan is drawn with, widest first: share of trials inside, and the percentiles that bound it. */
export const BANDS = [
  { level: 95, low: 2.5, high: 97.5 },
  { level: 80, low: 10, high: 90 },
  { level: 50, low: 25, high: 75 },
] as const satisfies readonly { level: number; low: Percentile; high: Percentile }[];

export type BandLevel = (typeof BANDS)[number]['level'];

/** The value at one of the summarised percentiles; NaN where the list lacks it. */
export function valueAt(percentiles: readonly number[], at: Percentile): number {
  return percentiles[PERCENTILES.indexOf(at)] ?? Number.NaN;
}
