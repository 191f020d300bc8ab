import type { Plan } from '../../src/model/plan';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS, type BlockOutcome } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { bestKernel } from '../../workers/kernels';

const kernel = bestKernel();

/** One block of a plan's trials, its first one of 64 unless told otherwise. */
export const blockOf = (plan: Plan, block = 0, trials = BLOCK_TRIALS): BlockOutcome =>
  runBlock(kernel, compilePlan(plan), block, trials);
