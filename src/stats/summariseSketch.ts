import { quantileOfSketch } from './quantileOfSketch';
import { quantileRanks } from './quantileRanks';
import { rankReader } from './rankReader';
import type { Sketch } from './sketch';
import { sdOfSums } from './sdOfSums';
import { PERCENTILES, type Distribution } from './summary';

/** Sums of a sample's values and of their squares. */
export interface Sums {
  readonly sum: number;
  readonly squares: number;
}

/**
 * A distribution of its exact sums and its sketch: mean, sd and standard error are those of the sample, percentiles lie
 * within a bin of it, and their intervals run to the outer edges of the bins that hold their ranks. All zero of an empty
 * sketch. Cost: the bins.
 */
export function summariseSketch({ sum, squares }: Sums, sketch: Sketch): Distribution {
  const reader = rankReader(sketch);
  const n = reader.size;
  const mean = n > 0 ? sum / n : 0;
  const sd = sdOfSums(n, sum, squares);
  const spread = { mean, sd, standardError: n > 0 ? sd / Math.sqrt(n) : 0 };
  // what never varies is known better than its bin
  if (sd === 0)
    return {
      ...spread,
      percentiles: PERCENTILES.map(() => mean),
      intervals: PERCENTILES.map(() => ({ low: mean, high: mean })),
    };
  return {
    ...spread,
    percentiles: PERCENTILES.map((percent) => quantileOfSketch(sketch, percent / 100, reader)),
    intervals: quantileRanks(n).map(({ low, high }) => ({
      low: reader.valueOf(low).low,
      high: reader.valueOf(high).high,
    })),
  };
}
