import { histogramWidth } from './histogramWidth';
import { quantileRanks } from './quantileRanks';
import { PERCENTILES, type Distribution, type Histogram, type Probability } from './summary';

/**
 * A share of trials as a probability, with its standard error √(p(1 − p)/n) (Glasserman 2003, Monte Carlo Methods). What
 * happened in none or in all of them is not certain for that: its error is as if one trial had gone the other way.
 */
export function makeProbability(hits: number, trials: number): Probability {
  if (trials === 0) return { value: 0, standardError: 0 };
  const inner = Math.max(0, Math.min(trials - 1, Math.max(1, hits))) / trials;
  return { value: hits / trials, standardError: Math.sqrt((inner * (1 - inner)) / trials) };
}

/**
 * The quantile at level p (0 to 1) of values in ascending order, linear between order statistics (type 7 of
 * Hyndman & Fan 1996, the default of R and d3). Throws on an empty sample.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new Error('a quantile needs at least one value, got none');
  const position = p * (sorted.length - 1);
  const index = Math.floor(position);
  const low = sorted[index] ?? 0;
  const high = sorted[index + 1] ?? low;
  return low + (high - low) * (position - index);
}

/**
 * Summarises a sample, which is sorted in place. Sums are taken in the order given, before sorting. `ranks` are those of
 * its size, for whoever summarises many of one size. Cost n log n.
 */
export function summariseSample(sample: Float64Array, ranks = quantileRanks(sample.length)): Distribution {
  const n = sample.length;
  let sum = 0;
  for (const value of sample) sum += value;
  const mean = n > 0 ? sum / n : 0;
  let squares = 0;
  for (const value of sample) squares += (value - mean) * (value - mean);
  const sd = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  sample.sort();
  return {
    mean,
    standardError: n > 0 ? sd / Math.sqrt(n) : 0,
    sd,
    percentiles: PERCENTILES.map((percent) => (n > 0 ? quantileOfSorted(sample, percent / 100) : 0)),
    intervals: ranks.map(({ low, high }) => ({ low: sample[low - 1] ?? 0, high: sample[high - 1] ?? 0 })),
  };
}

/** A histogram of a sample in ascending order, of about 40 bins whose width is 1, 2 or 5 times a power of ten. */
export function makeHistogram(sorted: Float64Array): Histogram {
  const low = sorted[0] ?? 0;
  const high = sorted[sorted.length - 1] ?? 0;
  const width = histogramWidth(low, high);
  const first = Math.floor(low / width);
  const counts = Array<number>(Math.floor(high / width) - first + 1).fill(0);
  for (const value of sorted) {
    const bin = Math.floor(value / width) - first;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { start: first * width, width, counts };
}
