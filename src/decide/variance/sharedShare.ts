import type { Mean } from '../../stats/summary';

/**
 * The share of the variance that two samples have in common which share some sources of chance, trial by trial, and draw
 * all others apart: the closed Sobol index of what they share. By the estimator of Janon, Klein, Lagnoux, Nodet & Prieur
 * 2014 (ESAIM: Probability and Statistics 18), which uses both samples for mean and variance and is asymptotically
 * efficient; its standard error is that of their central limit theorem. Neither depends on the order of the trials.
 * A sample without any variance has a share of zero. Cost: linear.
 */
export function sharedShare(one: Float64Array, other: Float64Array): Mean {
  const n = one.length;
  let sum = 0;
  for (let trial = 0; trial < n; trial++) sum += (one[trial] ?? 0) + (other[trial] ?? 0);
  const mean = sum / (2 * n);
  let products = 0;
  let squares = 0;
  for (let trial = 0; trial < n; trial++) {
    const a = (one[trial] ?? 0) - mean;
    const b = (other[trial] ?? 0) - mean;
    products += a * b;
    squares += (a * a + b * b) / 2;
  }
  if (!(squares > 0)) return { mean: 0, standardError: 0 };
  const share = products / squares;
  let influence = 0;
  for (let trial = 0; trial < n; trial++) {
    const a = (one[trial] ?? 0) - mean;
    const b = (other[trial] ?? 0) - mean;
    const each = a * b - (share * (a * a + b * b)) / 2;
    influence += each * each;
  }
  return { mean: share, standardError: Math.sqrt(influence) / squares };
}
