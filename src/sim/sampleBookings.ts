import type { Plan } from '../model/plan';
import { compilePlan } from './compilePlan';
import { BLOCK_TRIALS } from './outcome';
import { runBlock } from './runBlock';

/** Bookings of the whole plan over its whole horizon, one figure a trial, in order: the same trials that a run of it has. */
export function sampleBookings(plan: Plan, trials: number): Float64Array {
  const input = compilePlan(plan);
  const sums = new Float64Array(trials);
  for (let first = 0; first < trials; first += BLOCK_TRIALS) {
    const outcome = runBlock(input, first / BLOCK_TRIALS, Math.min(BLOCK_TRIALS, trials - first));
    for (let row = 0; row < outcome.trials; row++) {
      let sum = 0;
      for (let month = 0; month < input.months; month++)
        sum += outcome.bookings[row * input.months + month] ?? 0;
      sums[first + row] = sum;
    }
  }
  return sums;
}
