import type { Plan } from '../../../src/model/plan';
import { compilePlan } from '../../../src/sim/compilePlan';
import { BLOCK_TRIALS } from '../../../src/sim/outcome';
import { runBlock } from '../../../src/sim/runBlock';
import { bestKernel } from '../../../workers/kernels';
import { addOutcome, makeRunTotals, type RunTotals } from '../../../src/stats/mergeOutcomes';

const kernel = bestKernel();

/** Runs that many trials of a plan, block by block, with the plan's own seed. */
export function simulate(plan: Plan, trials: number): RunTotals {
  const input = compilePlan(plan);
  const totals = makeRunTotals(plan, trials);
  for (let block = 0; block * BLOCK_TRIALS < trials; block++)
    addOutcome(totals, runBlock(kernel, input, block, Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS)));
  return totals;
}

/** Bookings of each trial over the months from `first` to before `end`. */
export function bookingsOf(totals: RunTotals, first = 0, end = totals.shape.months): Float64Array {
  return Float64Array.from({ length: totals.trials }, (_, trial) => {
    let sum = 0;
    for (let month = first; month < end; month++)
      sum += totals.bookings[trial * totals.shape.months + month] ?? 0;
    return sum;
  });
}
