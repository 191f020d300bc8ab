import { describe, expect, it } from 'vitest';
import { comparePlans, type PlanComparison } from '../../../src/decide/compare/comparePlans';
import { firstAsked, sharedPeriods } from '../../../src/decide/compare/sharedPeriods';
import type { Plan } from '../../../src/model/plan';
import { isoMonth, money, periodId } from '../../../src/model/units';
import type { PlanSample } from '../../../src/stats/planSample';
import { after, before, bolder, periodOf, sampled, valueOf } from './plans';

async function compare(plans: readonly Plan[], id?: string): Promise<PlanComparison> {
  return valueOf(comparePlans(await Promise.all(plans.map((plan) => sampled(plan))), periodOf(plans, id)));
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

describe('plans side by side', () => {
  it('are what each plan’s own run says: chance, mean and range of the same trials', async () => {
    const { sample } = await sampled(after);
    const { plans } = await compare([before, after]);
    const booked = Array.from({ length: 2000 }, (_, trial) =>
      sample.bookings.slice(trial * 12, trial * 12 + 12).reduce((sum, each) => sum + each, 0),
    );
    const own = plans[1]!;
    expect(own.bookings.mean).toBeCloseTo(mean(booked), 4);
    expect(own.chance!.value).toBe(booked.filter((each) => each >= own.target!).length / 2000);
    expect(own.cost!.mean).toBeCloseTo(mean([...sample.cost]), 4);
    expect(own.contribution!.mean).toBeCloseTo(own.bookings.mean * after.grossMargin - own.cost!.mean, 4);
    expect(own.headcount.mean).toBeCloseTo(
      mean(Array.from({ length: 2000 }, (_, trial) => sample.headcount[trial * 12 + 11]!)),
      9,
    );
  });

  it('a plan against itself differs by exactly nothing, and beats itself half the time', async () => {
    const { pairs } = await compare([before, { ...before, name: 'The same' }]);
    const pair = pairs[0]!;
    for (const each of [pair.bookings, pair.cost!, pair.contribution!, pair.headcount]) {
      expect(each).toMatchObject({ mean: 0, standardError: 0, interval: { low: 0, high: 0 } });
    }
    expect(pair.bookings.spread.percentiles.every((value) => value === 0)).toBe(true);
    expect(pair.chance).toEqual({ value: 0, standardError: 0 });
    expect(pair.beats).toEqual({ value: 0.5, standardError: 0, ties: 2000 });
  });

  it('the other way round everything changes its sign, and the chances to beat add up to one', async () => {
    const [there] = (await compare([before, after])).pairs;
    const [back] = (await compare([after, before])).pairs;
    for (const name of ['bookings', 'cost', 'contribution', 'headcount'] as const) {
      expect(back![name]!.mean).toBeCloseTo(-there![name]!.mean, 6);
      expect(back![name]!.standardError).toBeCloseTo(there![name]!.standardError, 6);
      expect(back![name]!.interval.low).toBeCloseTo(-there![name]!.interval.high, 6);
    }
    back!.bookings.spread.percentiles.forEach((value, index) =>
      expect(value).toBeCloseTo(-there!.bookings.spread.percentiles[8 - index]!, 6),
    );
    expect(back!.chance!.value).toBe(-there!.chance!.value);
    expect(back!.chance!.standardError).toBe(there!.chance!.standardError);
    expect(back!.beats.value + there!.beats.value).toBeCloseTo(1, 12);
    expect(back!.beats.standardError).toBeCloseTo(there!.beats.standardError, 12);
  });

  it('the difference of the means is the mean of the differences, and of the chances too', async () => {
    const { plans, pairs } = await compare([before, after, bolder]);
    pairs.forEach((pair, index) => {
      const other = plans[index + 1]!;
      expect(pair.bookings.mean).toBeCloseTo(other.bookings.mean - plans[0]!.bookings.mean, 4);
      expect(pair.cost!.mean).toBeCloseTo(other.cost!.mean - plans[0]!.cost!.mean, 4);
      expect(pair.chance!.value).toBeCloseTo(other.chance!.value - plans[0]!.chance!.value, 12);
    });
  });

  it('common random numbers make the difference surer than two runs apart would', async () => {
    const { plans, pairs } = await compare([before, after]);
    const apart = Math.hypot(plans[0]!.bookings.standardError, plans[1]!.bookings.standardError);
    expect(pairs[0]!.bookings.standardError).toBeLessThan(0.75 * apart);
  });

  it('the order of the others changes none of their figures, and shares of the best add up to one', async () => {
    const one = await compare([before, after, bolder]);
    const other = await compare([before, bolder, after]);
    expect(other.pairs).toEqual([one.pairs[1], one.pairs[0]]);
    expect(other.plans[1]).toEqual(one.plans[2]);
    expect(one.plans.reduce((sum, { most }) => sum + most, 0)).toBeCloseTo(1, 12);
  });

  it('in another unit of money the money is in that unit, and no chance changes', async () => {
    const times = 1024;
    const scale = (sample: PlanSample): PlanSample => ({
      ...sample,
      bookings: sample.bookings.map((each) => each * times),
      cost: sample.cost.map((each) => each * times),
    });
    const rich = (plan: Plan): Plan => ({
      ...plan,
      targets: plan.targets.map((each) => ({ ...each, amount: money(each.amount * times) })),
    });
    const plans = [before, after];
    const period = periodOf(plans);
    const samples = await Promise.all(plans.map((plan) => sampled(plan)));
    const small = valueOf(comparePlans(samples, period));
    const large = valueOf(
      comparePlans(
        samples.map(({ plan, sample }) => ({ plan: rich(plan), sample: scale(sample) })),
        period,
      ),
    );
    expect(large.pairs[0]!.bookings.mean).toBe(small.pairs[0]!.bookings.mean * times);
    expect(large.pairs[0]!.cost!.standardError).toBe(small.pairs[0]!.cost!.standardError * times);
    expect(large.pairs[0]!.chance).toEqual(small.pairs[0]!.chance);
    expect(large.pairs[0]!.beats).toEqual(small.pairs[0]!.beats);
    expect(large.plans.map(({ chance }) => chance)).toEqual(small.plans.map(({ chance }) => chance));
  });

  it('of samples of different lengths the trials that both have are compared', async () => {
    const plans = [before, after];
    const samples = [await sampled(before, 500), await sampled(after, 2000)];
    const cut = valueOf(comparePlans(samples, periodOf(plans)));
    const both = valueOf(
      comparePlans([await sampled(before, 500), await sampled(after, 500)], periodOf(plans)),
    );
    expect(cut).toEqual(both);
    expect(cut.trials).toBe(500);
  });

  it('quarters have no cost, which is counted by year, and headcount is told of every shared quarter', async () => {
    const quarter = await compare([before, after], 'FY2027-Q2');
    expect(quarter.plans[0]!.cost).toBeUndefined();
    expect(quarter.pairs[0]!.cost).toBeUndefined();
    expect(quarter.plans[0]!.target).toBe(before.targets[1]!.amount);
    expect(quarter.headcounts.map(({ quarter: { id } }) => id)).toEqual(
      [1, 2, 3, 4].map((number) => `FY2027-Q${number}`),
    );
    expect(quarter.headcounts[1]!.plans[1]!.mean).toBeGreaterThan(quarter.headcounts[1]!.plans[0]!.mean);
  });

  it('other currencies are refused with the rule and the values', async () => {
    const euros: Plan = { ...after, currency: 'EUR' };
    const refused = comparePlans(
      [await sampled(before, 10), await sampled(euros, 10)],
      periodOf([before, euros]),
    );
    expect(refused).toEqual({
      ok: false,
      problems: [
        {
          code: 'currencies',
          path: 'currency',
          message: 'The currency must be the same in all plans compared, got USD and EUR.',
        },
      ],
    });
  });
});

describe('the periods that plans share', () => {
  const calendar = (start: string, months: number, fiscalYearStart = 1) => ({
    start: isoMonth(start),
    months,
    fiscalYearStart,
  });
  const ids = (...calendars: ReturnType<typeof calendar>[]) => sharedPeriods(calendars).map(({ id }) => id);

  it('are all of them, and the horizon where it is more than one, in plans of one calendar', () => {
    const own = calendar('2027-01', 24);
    const shared = sharedPeriods([own, own]);
    expect(shared.map(({ id }) => id)).toEqual([
      'FY2027',
      'FY2028',
      ...[1, 2, 3, 4].map((number) => `FY2027-Q${number}`),
      ...[1, 2, 3, 4].map((number) => `FY2028-Q${number}`),
      'horizon',
    ]);
    expect(shared.at(-1).spans[1]).toEqual({ firstMonth: 0, endMonth: 24, years: [0, 2] });
  });

  it('are found by their months where the plans start apart, and the horizon has no cost then', () => {
    expect(ids(calendar('2027-01', 12), calendar('2027-04', 12))).toEqual([
      'FY2027-Q2',
      'FY2027-Q3',
      'FY2027-Q4',
      'horizon',
    ]);
    const shared = sharedPeriods([calendar('2027-01', 12), calendar('2027-04', 12)]);
    expect(shared[0]!.spans).toEqual([
      { firstMonth: 3, endMonth: 6 },
      { firstMonth: 0, endMonth: 3 },
    ]);
    expect(shared.at(-1).spans[0]!.years).toBeUndefined();
  });

  it('of fiscal years that begin in other months only the shared months are left', () => {
    expect(ids(calendar('2027-01', 12, 1), calendar('2027-01', 12, 2))).toEqual(['horizon']);
    expect(ids(calendar('2027-01', 12), calendar('2028-01', 12))).toEqual([]);
  });

  it('the first asked about is the year with a target', () => {
    const plan = (targets: readonly string[]): Plan => ({
      ...before,
      calendar: calendar('2027-01', 24),
      targets: targets.map((period) => ({ period: periodId(period), amount: money(1) })),
    });
    const asked = (...targets: (readonly string[])[]) => {
      const plans = targets.map(plan);
      return firstAsked(plans, sharedPeriods(plans.map((each) => each.calendar)))?.id;
    };
    expect(asked(['FY2028'], ['FY2028'])).toBe('FY2028');
    expect(asked(['FY2027', 'FY2028'], ['FY2028'])).toBe('FY2028');
    expect(asked([], [])).toBe('FY2027');
  });
});
