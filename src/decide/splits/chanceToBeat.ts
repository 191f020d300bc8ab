import type { Probability } from '../../stats/summary';

/**
 * The chance that the second figure is above the first, trial by trial of the same chance, a tie counted half; its standard
 * error is that of the mean of 0, ½ and 1. Linear.
 */
export function chanceToBeat(first: Float64Array, second: Float64Array): Probability {
  const trials = Math.min(first.length, second.length);
  if (trials === 0) return { value: 0.5, standardError: 0 };
  let above = 0;
  let ties = 0;
  for (let trial = 0; trial < trials; trial++) {
    const difference = (second[trial] ?? 0) - (first[trial] ?? 0);
    if (difference > 0) above++;
    else if (difference === 0) ties++;
  }
  const value = (above + ties / 2) / trials;
  const variance = (above + ties / 4) / trials - value * value;
  return { value, standardError: Math.sqrt(Math.max(0, variance) / trials) };
}
