// Reads a number of trials a line and prints the nanoseconds that a seat-month of the standard plan took.
import { createInterface } from 'node:readline';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { makeStandardPlan } from './standardPlan';

const plan = makeStandardPlan();
const input = compilePlan(plan);
const seatMonths = plan.seats.length * plan.calendar.months;
let block = 0;

for await (const line of createInterface({ input: process.stdin })) {
  const blocks = Math.ceil(Number(line) / BLOCK_TRIALS);
  const start = performance.now();
  for (let i = 0; i < blocks; i++) runBlock(input, block++, BLOCK_TRIALS);
  const elapsed = performance.now() - start;
  console.log(((elapsed * 1e6) / (blocks * BLOCK_TRIALS * seatMonths)).toFixed(4));
}
