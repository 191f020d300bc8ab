import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import type { PayStep } from '../../src/model/plan';
import { addStep, changeStep, hasRoom, removeStep, stepBounds } from '../../src/ui/team/paySteps';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = makeFullPlan();
const usual: readonly PayStep[] = [
  { from: 0, rate: 1 },
  { from: 1, rate: 1.5 },
];

test('a step is added half the quota above the last, at its rate, and taken away again', () => {
  const three = addStep(usual);
  expect(three).toEqual([...usual, { from: 1.5, rate: 1.5 }]);
  expect(removeStep(three, 2)).toEqual(usual);
  expect(removeStep(three, 1)).toEqual([
    { from: 0, rate: 1 },
    { from: 1.5, rate: 1.5 },
  ]);
  expect(removeStep(three, 0)).toBe(three);
});

test('the first step begins at 0, the others between their neighbours', () => {
  expect(stepBounds(usual, 0)).toEqual({ min: 0, max: 0 });
  expect(stepBounds(usual, 1)).toEqual({ min: 0.001, max: 1000 });
  expect(stepBounds([...usual, { from: 2, rate: 3 }], 1)).toEqual({ min: 0.001, max: 1.999 });
});

test('whatever is added, changed within its bounds and removed, the plan stays valid', () => {
  const edit = fc.tuple(
    fc.constantFrom('add', 'from', 'rate', 'remove'),
    fc.nat(30),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let steps = usual;
      for (const [kind, place, share] of edits) {
        const index = place % steps.length;
        const { min, max } = stepBounds(steps, index);
        if (kind === 'add' && hasRoom(steps)) steps = addStep(steps);
        if (kind === 'from' && max >= min)
          steps = changeStep(steps, index, { from: min + share * (max - min) });
        if (kind === 'rate') steps = changeStep(steps, index, { rate: 100 * share });
        if (kind === 'remove') steps = removeStep(steps, index);
      }
      const roles = plan.roles.map((role) => ({ ...role, pay: { ...role.pay, steps } }));
      expect(parsePlan({ ...plan, roles })).toMatchObject({ ok: true });
    }),
    { seed: 9, numRuns: 300 },
  );
});
