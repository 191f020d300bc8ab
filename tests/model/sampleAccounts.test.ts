import { expect, test } from 'vitest';
import { applySplit } from '../../src/model/applySplit';
import { parsePlan } from '../../src/model/parsePlan';
import { fullCapacity } from '../../src/model/fullCapacity';
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

test.each(makeSamplePlans().map((plan) => [plan.name, plan] as const))(
  '%s: the sample’s accounts hold somewhat more than its people would sell and work in a year',
  (_, plan) => {
    const { accounts = [] } = addSampleAccounts(plan).accountBook ?? {};
    const sum = (measure: number) =>
      accounts.reduce((total, { values }) => total + (values[measure] ?? 0), 0);
    const capacity = [...fullCapacity(plan, plan.seats).values()].reduce((total, each) => total + each, 0);
    expect(sum(0) / capacity).toBeCloseTo(1.15, 2);
    expect(sum(1) / (12 * 100 * plan.seats.length)).toBeCloseTo(1.15, 2);
  },
);
