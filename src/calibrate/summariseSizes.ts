import { quantileOfSorted } from '../stats/distribution';
import { distanceFrom, fitGamma, fitLognormal, type FittedFamily } from './fitSizes';
import type { FitReport, SampleReport } from './report';
import { roundFigure } from './roundFigure';

const MOST_BINS = 30;

/**
 * A sample of values above zero with quantiles (type 7), a histogram on the logarithmic axis and the families
 * fitted to it; undefined for an empty one. Families need three values that are not all the same.
 */
export function summariseSizes(sample: readonly number[]): SampleReport | undefined {
  const sorted = sample.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const histogram = countByLogarithm(sorted, min, max);
  const families = n >= 3 && max > min ? [fitLognormal(sorted), fitGamma(sorted)] : [];
  return {
    n,
    mean: roundFigure(mean),
    sd: n > 1 ? roundFigure(Math.sqrt(squares / (n - 1))) : 0,
    p10: roundFigure(quantileOfSorted(sorted, 0.1)),
    median: roundFigure(quantileOfSorted(sorted, 0.5)),
    p90: roundFigure(quantileOfSorted(sorted, 0.9)),
    min,
    max,
    histogram,
    fits: families.map((family) => reportFit(family, sorted, histogram.edges)),
  };
}

function countByLogarithm(sorted: readonly number[], min: number, max: number): SampleReport['histogram'] {
  const bins = max > min ? Math.min(MOST_BINS, Math.max(5, Math.ceil(2 * Math.cbrt(sorted.length)))) : 1;
  // One value alone stands in the middle of a bin.
  const [from, to] = max > min ? [min, max] : [min * 0.9, max * 1.1];
  const edges = Array.from({ length: bins + 1 }, (_, index) =>
    index === 0 ? from : index === bins ? to : roundFigure(from * (to / from) ** (index / bins)),
  );
  const counts = Array<number>(bins).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < bins - 1 && value >= (edges[bin + 1] ?? Infinity)) bin++;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges, counts };
}

function reportFit(fit: FittedFamily, sorted: readonly number[], edges: readonly number[]): FitReport {
  const heights = edges.map(fit.cdf);
  return {
    family: fit.family,
    parameters: [roundFigure(fit.parameters[0]), roundFigure(fit.parameters[1])],
    mean: roundFigure(fit.mean),
    p50: roundFigure(fit.p50),
    p90: roundFigure(fit.p90),
    logLikelihood: roundFigure(fit.logLikelihood),
    ks: roundFigure(distanceFrom(sorted, fit.cdf)),
    expected: heights
      .slice(1)
      .map((height, index) => roundFigure((height - (heights[index] ?? 0)) * sorted.length, 6)),
  };
}
