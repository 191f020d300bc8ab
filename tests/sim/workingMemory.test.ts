import { expect, test } from 'vitest';
import { digestOf } from '../../src/bench/digestOf';
import { compilePlan } from '../../src/sim/compilePlan';
import { HEADER_ADDRESS } from '../../src/sim/imageBuilder';
import { loadInput } from '../../src/sim/loadInput';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { listKernels } from '../../workers/kernels';
import { makeFullPlan } from '../support/makeFullPlan';
import { makePlanOfSize } from '../support/makePlanOfSize';

const plans = [makeFullPlan(), makePlanOfSize({ seats: 24, months: 20, seed: 3 })];

test.each(listKernels())(
  'what an earlier plan left in the memory of a $kind kernel moves no figure',
  (kernel) => {
    for (const plan of plans) {
      const input = compilePlan(plan);
      const { constants, outputStart } = input.image;
      const start = HEADER_ADDRESS + constants.length;
      loadInput(kernel, input);
      const digests = [0, 1, 0x3f, 0x41, 0xff].map((rest) => {
        new Uint8Array(kernel.memory, start, outputStart - start).fill(rest);
        return digestOf([runBlock(kernel, input, 0, BLOCK_TRIALS)]);
      });
      expect(new Set(digests).size, plan.name).toBe(1);
    }
  },
);
