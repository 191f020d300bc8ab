import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { makeSamplePlans } from '../../src/model/samples';
import { blockOf } from '../support/blockOf';
import { makeFullPlan } from '../support/makeFullPlan';
import { changeMoney, scaleMoney } from './support/changeMoney';
import { tamePlans } from './support/tamePlans';

/** Whole amounts and factors in thousandths: nothing so small that its digits end before those of the scaled figure. */
const plans = tamePlans.map((plan): Plan => {
  const rounded = changeMoney(plan, Math.round);
  return {
    ...rounded,
    levers: { ...plan.levers, dealSize: Math.max(0.01, plan.levers.dealSize) },
    quota: { ...plan.quota, source: 'stated' },
    events: plan.events.map((event) => ({
      ...event,
      effects: Object.fromEntries(
        Object.entries(event.effects).map(([name, factor]) => [name, Math.round(1000 * factor) / 1000]),
      ),
    })),
  };
});

const MONEY = ['bookings', 'largestDeal', 'seatMonths'] as const;
const COUNTS = [
  'headcount',
  'rampedEquivalents',
  'vacancy',
  'leavers',
  'starters',
  'deals',
  'withQuota',
] as const;

it('money in a currency of an eighth, or of 2⁻²⁰, is 8 or 2²⁰ times as much to the bit, and nothing else moves', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(3, 20, -10), (plan, power) => {
      const factor = 2 ** power;
      const [before, after] = [blockOf(plan), blockOf(scaleMoney(plan, factor))];
      for (const key of MONEY) expect(after[key], key).toEqual(before[key].map((each) => each * factor));
      for (const key of COUNTS) expect(after[key], key).toEqual(before[key]);
    }),
    { seed: 8, numRuns: 100 },
  );
});

it.each([...makeSamplePlans(), makeFullPlan()])(
  'money in a currency of a thousandth is 1,000 times as much, to 1e-12: $name',
  (plan) => {
    const [before, after] = [blockOf(plan), blockOf(scaleMoney(plan, 1000))];
    for (const key of [...MONEY, 'cost'] as const)
      before[key].forEach((amount, cell) =>
        expect(Math.abs((after[key][cell] ?? 0) - 1000 * amount)).toBeLessThanOrEqual(
          1e-9 * Math.abs(amount),
        ),
      );
    for (const key of COUNTS) expect(after[key], key).toEqual(before[key]);
    expect(after.seatCounts).toEqual(before.seatCounts);
  },
);
