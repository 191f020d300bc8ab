import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { eventId, isoMonth, money, periodId, share } from '../../src/model/units';
import { driverRows } from '../../src/stats/driverRows';
import { nearestTrial } from '../../src/stats/nearestTrial';
import { outerTenths } from '../../src/stats/outerTenths';
import { readSeat } from '../../src/stats/readSeat';
import { summarise } from '../../src/stats/summarise';
import { bookingsOf, simulate } from '../sim/support/simulate';
import { makePlanOfSize } from '../support/makePlanOfSize';

const TRIALS = 1000;
const base = makePlanOfSize({ seats: 16, months: 18, seed: 4 });
const recession = {
  id: eventId('recession'),
  name: 'Recession',
  probability: share(0.3),
  earliest: isoMonth('2027-01'),
  latest: isoMonth('2027-06'),
  months: 12,
  scope: { kind: 'all' },
  effects: { intensity: 0.4 },
} as const;
const nothing = {
  ...recession,
  id: eventId('nothing'),
  name: 'Nothing',
  probability: share(0.5),
  effects: {},
};
const unbudgeted: Plan = { ...base, events: [recession, nothing] };
/** What the first trial costs, so that there is one exactly on it. */
const budget = money(simulate(unbudgeted, 1).cost[0]!);
const plan: Plan = { ...unbudgeted, budgets: [{ period: periodId('FY2027'), amount: budget }] };
const totals = simulate(plan, TRIALS);
const summary = summarise(plan, totals);

describe('the tenths', () => {
  it('are the trials with the least and the most, the earlier of equals', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 95 });
    fc.assert(
      fc.property(values, (list) => {
        const { worst, best } = outerTenths(Float64Array.from(list));
        const size = Math.max(1, Math.floor(list.length / 10));
        const rising = list.map((value, trial) => ({ value, trial }));
        const by = (sign: number) =>
          rising
            .toSorted((a, b) => sign * (a.value - b.value) || a.trial - b.trial)
            .slice(0, size)
            .map(({ trial }) => trial)
            .sort((a, b) => a - b);
        expect([...worst]).toEqual(by(1));
        expect([...best]).toEqual(by(-1));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('are told of every fiscal year and of the horizon', () => {
    expect(summary.drivers.map(({ period }) => period)).toEqual(['FY2027', 'FY2028', 'horizon']);
    for (const { all, worst, best } of summary.drivers) {
      expect([all.trials, worst.trials, best.trials]).toEqual([TRIALS, 100, 100]);
      expect(worst.bookings.mean).toBeLessThan(all.bookings.mean);
      expect(best.bookings.mean).toBeGreaterThan(all.bookings.mean);
    }
  });

  it('have the means and standard errors of their trials, worked out one by one', () => {
    const year = bookingsOf(totals, 0, 12);
    const worst = [...year.keys()].sort((a, b) => year[a]! - year[b]! || a - b).slice(0, 100);
    const drivers = summary.drivers[0]!;
    const mean = (of: (trial: number) => number) => worst.reduce((sum, trial) => sum + of(trial), 0) / 100;
    const ramped = (trial: number) =>
      totals.rampedEquivalents.subarray(trial * 18, trial * 18 + 12).reduce((sum, each) => sum + each, 0);
    expect(drivers.worst.bookings.mean).toBeCloseTo(
      mean((trial) => year[trial]!),
      4,
    );
    expect(drivers.worst.features.rampedMonths.mean).toBeCloseTo(mean(ramped), 9);
    expect(drivers.worst.features.vacancyMonths.mean).toBeCloseTo(
      mean((t) => totals.vacancy[2 * t]!),
      9,
    );
    expect(drivers.worst.features.leavers.mean).toBeCloseTo(
      mean((t) => totals.leavers[t]!),
      9,
    );
    expect(drivers.worst.features.market.mean).toBeCloseTo(
      mean((t) => totals.market[t]!),
      9,
    );
    const leavers = worst.map((trial) => totals.leavers[trial]!);
    const centre = mean((trial) => totals.leavers[trial]!);
    const variance = leavers.reduce((sum, each) => sum + (each - centre) ** 2, 0) / 99;
    expect(drivers.worst.features.leavers.standardError).toBeCloseTo(Math.sqrt(variance / 100), 9);
    const happened = mean((trial) => totals.events[trial]! & 1);
    expect(drivers.worst.events[0]?.share.value).toBeCloseTo(happened, 9);
  });

  it('name a risk that bites, and clear one that does nothing (seed 4, 1,000 trials, 4 standard errors)', () => {
    const { all, worst, best } = summary.drivers[0]!;
    const [bites, idle] = [0, 1].map((event) =>
      [worst, all, best].map((group) => group.events[event]!.share),
    );
    expect(Math.abs(bites![1]!.value - 0.3)).toBeLessThan(4 * bites![1]!.standardError);
    expect(bites![0]!.value).toBeGreaterThan(0.8);
    expect(bites![2]!.value).toBeLessThan(0.1);
    for (const each of idle!) expect(Math.abs(each.value - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 100));
  });

  it('stand side by side as rows: bookings, what may explain them, each risk by name', () => {
    const rows = driverRows(summary.drivers[0]!, plan.events);
    expect(rows.map(({ label }) => label)).toEqual([
      ...['Bookings', 'Market', 'Deals', 'Largest deal', 'Ramped months', 'Vacancy months', 'Leavers'],
      ...['Starters', 'Seats at quota', 'Recession', 'Nothing'],
    ]);
    expect(rows[0]!.worst.value).toBe(summary.drivers[0]!.worst.bookings.mean);
    expect(rows.at(-2)).toMatchObject({ unit: 'share', all: summary.drivers[0]!.all.events[0]!.share });
  });
});

test('the trials nearest to P10, P50 and P90 are among those whose bookings come closest', () => {
  for (const { nearest, bookings, firstMonth, endMonth } of summary.periods) {
    const values = bookingsOf(totals, firstMonth, endMonth);
    for (const [trial, index] of [
      [nearest.p10, 2],
      [nearest.p50, 4],
      [nearest.p90, 6],
    ] as const) {
      const aim = bookings.percentiles[index]!;
      const least = Math.min(...values.map((value) => Math.abs(value - aim)));
      expect(Math.abs(values[trial]! - aim)).toBe(least);
    }
  }
  expect(nearestTrial(Float64Array.of(5, 1, 3, 3), 2)).toBe(1);
  expect(() => nearestTrial(new Float64Array(0), 1)).toThrow('there must be a trial to be nearest, got none');
});

describe('a fiscal year', () => {
  const year = summary.periods.find(({ period }) => period === 'FY2027')!.year!;
  const cost = Float64Array.from({ length: TRIALS }, (_, trial) => totals.cost[2 * trial]!);

  it('counts a trial within the budget when it costs no more, and no year without a budget', () => {
    expect(year.budget).toBe(budget);
    expect(year.withinBudget?.value).toBe(cost.filter((each) => each <= budget).length / TRIALS);
    expect(year.withinBudget?.value).toBeGreaterThan(0);
    expect(year.withinBudget?.value).toBeLessThan(1);
    expect(summary.periods.at(-1)?.year).toBeDefined();
    expect(summary.periods.at(-1)?.year?.budget).toBeUndefined();
    expect(summary.periods[0]?.year).toBeUndefined();
  });

  it('contributes bookings at the gross margin less cost, trial by trial', () => {
    const booked = bookingsOf(totals, 0, 12);
    const contribution = booked.map((each, trial) => each * plan.grossMargin - cost[trial]!).sort();
    expect(year.contribution.percentiles[4]).toBeCloseTo((contribution[499]! + contribution[500]!) / 2, 6);
    expect(year.contribution.mean).toBeCloseTo(contribution.reduce((sum, each) => sum + each, 0) / TRIALS, 4);
  });

  it('has its seats’ attainment together: their mean, and their share at quota', () => {
    const seats = plan.seats.map(({ id }) => readSeat(summary.levels, id, periodId('FY2027'))!);
    const counted = plan.seats.map((_, seat) => totals.seatCounts[4 * seat]!);
    const sum = seats.reduce(
      (total, { attainment }, seat) => total + (attainment?.mean ?? 0) * counted[seat]!,
      0,
    );
    const all = counted.reduce((total, each) => total + each, 0);
    expect(year.seatAttainment?.mean).toBeCloseTo(sum / all, 9);
    const medians = seats
      .map(({ attainment }) => attainment?.median ?? NaN)
      .filter((each) => !Number.isNaN(each));
    expect(year.seatAttainment?.median).toBeGreaterThan(Math.min(...medians));
    expect(year.seatAttainment?.median).toBeLessThan(Math.max(...medians));
    const attained = totals.atQuota.reduce((total, each, place) => total + (place % 2 === 0 ? each : 0), 0);
    expect(year.seatAttainment?.atQuota.value).toBeCloseTo(attained / all, 12);
  });

  it('knows the share at quota less well than as many seats on their own: they share their market', () => {
    const { value = 0, standardError = 0 } = year.seatAttainment?.atQuota ?? {};
    const alone = Math.sqrt((value * (1 - value)) / (TRIALS * plan.seats.length));
    expect(standardError).toBeGreaterThan(1.2 * alone);
    // of one seat that is always there it is that of trials
    const one: Plan = {
      ...plan,
      seats: [{ ...plan.seats[0]!, backfill: false }],
      roles: plan.roles.map((role) => ({ ...role, annualAttrition: share(0) })),
    };
    const single = summarise(one, simulate(one, TRIALS)).periods.find(({ period }) => period === 'FY2027')
      ?.year?.seatAttainment?.atQuota;
    const { value: chance = 0, standardError: error = 0 } = single ?? {};
    expect(error).toBeCloseTo(Math.sqrt((chance * (1 - chance)) / (TRIALS - 1)), 9);
  });
});
