import { expect, test } from 'vitest';
import { setRun } from '../../src/model/editPlan';
import { makeStartUpSample } from '../../src/model/samples';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { addOutcome, makeRunTotals } from '../../src/stats/mergeOutcomes';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';

/** The summary after that many of the plan's blocks. */
function summaryAfter(plan: ReturnType<typeof makeStartUpSample>, blocks: number) {
  const service = makeSimulationService(bestKernel());
  service.prepare(1, plan);
  const totals = makeRunTotals(plan, blocks * BLOCK_TRIALS);
  for (let block = 0; block < blocks; block++) addOutcome(totals, service.runBlock(1, block, BLOCK_TRIALS));
  return service.summarise(1, totals);
}

const sample = setRun(makeStartUpSample(), { trials: 40 * BLOCK_TRIALS });

test('a full run tells the exact mean of every period, and its own is near (seed 1, 2,560 trials, 4 standard errors)', () => {
  for (const { exactMean, bookings, period } of summaryAfter(sample, 40).periods) {
    expect(exactMean, period).toBeDefined();
    expect(Math.abs(bookings.mean - (exactMean ?? 0)), period).toBeLessThan(4 * bookings.standardError);
  }
});

test('a run under way does not wait for the exact means', () => {
  expect(summaryAfter(sample, 1).periods.map(({ exactMean }) => exactMean)).toEqual(Array(5).fill(undefined));
});

test('a plan too large for them is summarised without', () => {
  const large = setRun(makePlanOfSize({ seats: 300, months: 60, seed: 1 }), { trials: BLOCK_TRIALS });
  expect(summaryAfter(large, 1).periods[0]?.exactMean).toBeUndefined();
});

test('a plan must be prepared before it is run', () => {
  expect(() => makeSimulationService(bestKernel()).runBlock(1, 0, BLOCK_TRIALS)).toThrow(/must be prepared/);
});
