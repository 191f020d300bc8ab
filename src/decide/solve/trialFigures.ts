import type { Period } from '../../model/calendar';
import { sumOfMonths } from '../../stats/columns';
import type { PlanSample } from '../../stats/planSample';
import type { Mean } from '../../stats/summary';

/** What a plan comes to by trial: bookings of the period asked about, cost of the whole horizon. */
export interface TrialFigures {
  readonly bookings: Float64Array;
  readonly cost: Float64Array;
}

export function trialFigures(sample: PlanSample, period: Period): TrialFigures {
  const { trials, shape } = sample;
  const cost = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++)
    for (let year = 0; year < shape.years; year++)
      cost[trial] = (cost[trial] ?? 0) + (sample.cost[trial * shape.years + year] ?? 0);
  return { bookings: sumOfMonths(sample, 'bookings', period.firstMonth, period.endMonth), cost };
}

/** Mean of values, or of their differences from `base` trial by trial, with its standard error. */
export function meanOf(values: Float64Array, base?: Float64Array): Mean {
  const n = values.length;
  let sum = 0;
  for (let trial = 0; trial < n; trial++) sum += (values[trial] ?? 0) - (base?.[trial] ?? 0);
  const mean = n > 0 ? sum / n : 0;
  let squares = 0;
  for (let trial = 0; trial < n; trial++) {
    const rest = (values[trial] ?? 0) - (base?.[trial] ?? 0) - mean;
    squares += rest * rest;
  }
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}

/** Trials at or above the target. */
export function hitsOf(bookings: Float64Array, target: number): number {
  let hits = 0;
  for (const value of bookings) if (value >= target) hits++;
  return hits;
}
