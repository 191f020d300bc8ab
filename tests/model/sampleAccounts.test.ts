import { expect, test } from 'vitest';
import { applySplit } from '../../src/model/applySplit';
import { parsePlan } from '../../src/model/parsePlan';
import { addSampleAccounts } from '../../src/model/sampleAccounts';
import { makeSamplePlans } from '../../src/model/samples';
import { splitId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const plans = [...makeSamplePlans(), makeFullPlan()].map((plan) => [plan.name, frozen(plan)] as const);

test.each(plans)(
  '%s with sample accounts is a sound plan, the same each time, in force or not',
  (_, plan) => {
    const made = addSampleAccounts(plan);
    expect(parsePlan(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, value: made });
    expect(addSampleAccounts(plan)).toEqual(made);
    expect(made.territories.slice(0, plan.territories.length)).toEqual(plan.territories);
    expect(made.territories).toHaveLength(Math.max(6, plan.territories.length));
    const applied = applySplit(made, splitId('split-1'));
    expect(parsePlan(applied)).toEqual({ ok: true, value: applied });
    const potential = applied.territories.slice(0, 6).reduce((sum, each) => sum + (each.potential ?? 0), 0);
    expect(potential).toBeGreaterThan(5e6);
  },
);

test('the sample has some 120 accounts, some without a territory and some whose potential is not known', () => {
  const [start] = makeSamplePlans();
  const book = start && addSampleAccounts(start).accountBook;
  expect(book?.accounts).toHaveLength(122);
  expect(book?.splits[0]?.territoryOf.filter((id) => id === '').length).toBeGreaterThan(2);
  expect(book?.accounts.filter(({ values }) => values[0] === null).length).toBeGreaterThan(1);
  expect(new Set(book?.accounts.map(({ id }) => id)).size).toBe(122);
});
