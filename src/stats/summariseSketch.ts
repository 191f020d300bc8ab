import { quantileOfSketch } from './quantileOfSketch';
import { quantileRanks } from './quantileRanks';
import { sketchSize, type Sketch } from './sketch';
import { sdOfSums } from './sdOfSums';
import { PERCENTILES, type Distribution } from './summary';
import { valueOfRank } from './valueOfRank';

/** Sums of a sample's values and of their squares. */
export interface Sums {
  readonly sum: number;
  readonly squares: number;
}

/**
 * A distribution of its exact sums and its sketch: mean, sd and standard error are those of the sample, percentiles lie
 * within a bin of it, and their intervals run to the outer edges of the bins that hold their ranks. All zero of an empty
 * sketch. Cost: the bins for each percentile.
 */
export function summariseSketch({ sum, squares }: Sums, sketch: Sketch): Distribution {
  const n = sketchSize(sketch);
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
    percentiles: PERCENTILES.map((percent) => quantileOfSketch(sketch, percent / 100)),
    intervals: quantileRanks(n).map(({ low, high }) => ({
      low: valueOfRank(sketch, low).low,
      high: valueOfRank(sketch, high).high,
    })),
  };
}
