import type { SeenStay } from './kaplanMeier';

/**
 * Ends per unit of time if the hazard were the same at every age: stays that ended ÷ time in view, the maximum
 * likelihood rate with delayed entry and right censoring (Klein & Moeschberger, Survival Analysis, 3.5). Zero where
 * nothing was in view.
 */
export function exponentialRate(stays: readonly SeenStay[]): number {
  let [ended, exposure] = [0, 0];
  for (const { entry, exit, left } of stays) {
    if (!(exit > entry)) continue;
    exposure += exit - entry;
    if (left) ended++;
  }
  return exposure > 0 ? ended / exposure : 0;
}
