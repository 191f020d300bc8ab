import { makeHistogram, makeProbability, summariseSample } from '../../stats/distribution';
import type { Distribution, Histogram, Interval, Mean, Probability } from '../../stats/summary';
import { meanOf } from './meanOf';

/** 97.5th percentile of the standard normal. */
const Z95 = 1.959963984540054;

/** The second plan's figure less the first's, trial by trial, on average. */
export interface PairedDifference extends Mean {
  /** Of the mean, 95 %, from the spread of the paired differences: mean ± 1.96 standard errors. */
  readonly interval: Interval;
}

/** The same with how the trials spread. */
export interface PairedSpread extends PairedDifference {
  readonly spread: Distribution;
  readonly histogram: Histogram;
}

const withInterval = ({ mean, standardError }: Mean): PairedDifference => ({
  mean,
  standardError,
  interval: { low: mean - Z95 * standardError, high: mean + Z95 * standardError },
});

const differencesBetween = (first: Float64Array, second: Float64Array): Float64Array =>
  second.map((value, trial) => value - (first[trial] ?? 0));

/** Mean of the differences of two figures a trial, of the same trials in the same order. Linear. */
export function pairedDifference(first: Float64Array, second: Float64Array): PairedDifference {
  return withInterval(meanOf(differencesBetween(first, second)));
}

/** The same with its spread. Cost n log n. */
export function pairedSpread(first: Float64Array, second: Float64Array): PairedSpread {
  const differences = differencesBetween(first, second);
  const spread = summariseSample(differences);
  // Sorted by now, as a histogram needs it.
  return { ...withInterval(spread), spread, histogram: makeHistogram(differences) };
}

/** How often the second figure is above the first; `ties` counts trials in which they are equal, each as half. */
export interface Beats extends Probability {
  readonly ties: number;
}

/** The chance that the second figure is above the first, a tie counted half; its standard error is that of the mean of 0, ½ and 1. Linear. */
export function chanceToBeat(first: Float64Array, second: Float64Array): Beats {
  let above = 0;
  let ties = 0;
  second.forEach((value, trial) => {
    if (value > (first[trial] ?? 0)) above++;
    else if (value === first[trial]) ties++;
  });
  const trials = second.length;
  if (trials === 0) return { value: 0.5, standardError: 0, ties };
  if (ties === 0) return { ...makeProbability(above, trials), ties };
  const value = (above + ties / 2) / trials;
  const variance = (above + ties / 4) / trials - value * value;
  return { value, standardError: Math.sqrt(Math.max(0, variance) / trials), ties };
}

/**
 * The difference of two chances of making a target, from the trials in which one plan makes it and the other does not:
 * (b − c) ÷ n, with the standard error √(b + c − (b − c)² ÷ n) ÷ n of paired proportions (McNemar 1947). Linear.
 */
export function chanceDifference(
  first: Float64Array,
  firstTarget: number,
  second: Float64Array,
  secondTarget: number,
): Probability {
  let gained = 0;
  let lost = 0;
  second.forEach((value, trial) => {
    const before = (first[trial] ?? 0) >= firstTarget;
    const after = value >= secondTarget;
    if (after && !before) gained++;
    else if (before && !after) lost++;
  });
  const trials = second.length;
  if (trials === 0) return { value: 0, standardError: 0 };
  const net = gained - lost;
  return {
    value: net / trials,
    standardError: Math.sqrt(gained + lost - (net * net) / trials) / trials,
  };
}
