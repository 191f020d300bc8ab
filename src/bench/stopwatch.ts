import { BLOCK_TRIALS } from '../sim/outcome';
import type { BenchEngine } from './engine';
import { makeStandardPlan } from './standardPlan';

/**
 * Measures that engine on the standard plan: what it gives runs that many trials (whole blocks, new ones each time) and
 * returns the nanoseconds that a seat-month took.
 */
export function makeStopwatch(engine: BenchEngine): (trials: number) => number {
  const plan = makeStandardPlan();
  const seatMonths = plan.seats.length * plan.calendar.months;
  const run = engine.prepare(plan);
  let next = 0;
  return (trials) => {
    const blocks = Math.ceil(trials / BLOCK_TRIALS);
    const start = performance.now();
    for (let block = 0; block < blocks; block++) run(next++, BLOCK_TRIALS);
    return ((performance.now() - start) * 1e6) / (blocks * BLOCK_TRIALS * seatMonths);
  };
}
