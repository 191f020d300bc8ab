import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldenPlans } from '../../src/bench/goldenPlans';
import type { Plan } from '../../src/model/plan';
import { compilePlan } from '../../src/sim/compilePlan';
import { HEADER_ADDRESS } from '../../src/sim/imageBuilder';
import type { BlockOutcome } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { listKernels } from '../../workers/kernels';
import { differences, figuresOf } from './support/figuresOf';
import { tamePlans } from './support/tamePlans';

const [wasm, script] = listKernels();
if (!wasm || !script) throw new Error('there must be a compiled kernel and a script here');

function expectSame(plan: Plan, one?: BlockOutcome, other?: BlockOutcome): void {
  if (!one || !other) throw new Error('there must be two outcomes');
  expect(differences(figuresOf(plan, one), figuresOf(plan, other))).toEqual([]);
}

describe('script and WebAssembly', () => {
  it('give the same bytes of any plan (25 plans of 3 trials)', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(tamePlans, (plan) => {
        const short: Plan = {
          ...plan,
          calendar: { ...plan.calendar, months: Math.min(18, plan.calendar.months) },
        };
        const [one, other] = [script, wasm].map((kernel) => runBlock(kernel, compilePlan(short), 0, 3));
        expectSame(short, one, other);
      }),
      { seed: 5, numRuns: 25 },
    );
  });
});

describe('what lies in a kernel’s memory', () => {
  /** A run in a memory that is full of that byte: 0xff is not-a-number in every double and minus one in every word. */
  const runIn = (plan: Plan, byte: number) => {
    const input = compilePlan(plan);
    wasm.grow(input.image.size);
    new Uint8Array(wasm.memory, HEADER_ADDRESS, input.image.size - HEADER_ADDRESS).fill(byte);
    return runBlock(wasm, input, 1, 16);
  };

  it('before a run changes nothing of any plan', () => {
    fc.assert(
      fc.property(tamePlans, (plan) => {
        expectSame(plan, runIn(plan, 0xff), runIn(plan, 0));
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it.each(goldenPlans())('before a run changes nothing of the golden plan $name', ({ plan }) => {
    expectSame(plan, runIn(plan, 0xff), runIn(plan, 0));
  });
});
