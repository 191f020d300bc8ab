import { betaQuantile } from '../../calibrate/betaFunctions';

/**
 * The chance that a share of trials stands for at the least, at that confidence (0.95: wrong in one of twenty): the
 * one-sided bound of Clopper & Pearson 1934 (Biometrika 26), which holds for any number of trials.
 */
export function leastChance(hits: number, trials: number, confidence: number): number {
  return hits <= 0 || trials <= 0 ? 0 : betaQuantile(hits, trials - hits + 1, 1 - confidence);
}
