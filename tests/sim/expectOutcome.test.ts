import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPeriods } from '../../src/model/calendar';
import { makeRole } from '../../src/model/defaults';
import type { Occupant, Plan } from '../../src/model/plan';
import { makeSamplePlans } from '../../src/model/samples';
import { days, isoDate, isoMonth, money, roleId, seatId, share } from '../../src/model/units';
import { exp } from '../../src/sim/kernel/elementary';
import { expectOutcome } from '../../src/sim/expectOutcome';
import { makeStandardPlan } from '../../src/bench/standardPlan';
import { momentsOf } from '../support/statistics';
import { bookingsOf, simulate } from './support/simulate';
import { longServing, makeTestPlan } from './support/testPlan';

/** Standard errors that a mean may lie from the exact one: of some 5,000 means below, one beyond it happens once in 30 runs; the seeds are fixed. */
const TOLERANCE = 4.5;

function expectAgreement(plan: Plan, trials: number): void {
  const exact = expectOutcome(plan);
  const totals = simulate(plan, trials);
  const { months } = totals.shape;
  const compare = (name: string, sample: Float64Array, mean: number) => {
    const seen = momentsOf(sample);
    const allowed = TOLERANCE * seen.meanError + 1e-4 * Math.abs(mean) + 1e-6;
    expect(Math.abs(seen.mean - mean), `${plan.name}: ${name}, ${seen.mean} for ${mean}`).toBeLessThan(
      allowed,
    );
  };
  const column = (matrix: ArrayLike<number>, month: number) =>
    Float64Array.from({ length: trials }, (_, trial) => matrix[trial * months + month] ?? 0);
  for (let month = 0; month < months; month++) {
    compare(`bookings of month ${month}`, column(totals.bookings, month), exact.bookings[month] ?? 0);
    compare(`headcount of month ${month}`, column(totals.headcount, month), exact.headcount[month] ?? 0);
    const ramped = exact.rampedEquivalents[month] ?? 0;
    compare(`ramped equivalents of month ${month}`, column(totals.rampedEquivalents, month), ramped);
  }
  for (const { id, firstMonth, endMonth } of planPeriods(plan.calendar)) {
    const mean = exact.bookings.subarray(firstMonth, endMonth).reduce((sum, each) => sum + each, 0);
    compare(id, bookingsOf(totals, firstMonth, endMonth), mean);
  }
}

/** In steps: fast-check's own doubles are mostly next to nothing. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((step) => min + ((max - min) * step) / 1000);
const day = (from: number, to: number) =>
  fc.integer({ min: from * 360, max: to * 360 - 1 }).map((count) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const [year, month, date] = [Math.floor(count / 360), Math.floor(count / 30) % 12, count % 30];
    return isoDate(`${year}-${two(month + 1)}-${two(Math.min(28, date + 1))}`);
  });
const spread = fc
  .tuple(number(0, 120), fc.oneof(fc.constant(1), number(1, 4)))
  .map(([p50, more]) => ({ p50: days(p50), p90: days(p50 * more) }));

const occupant: fc.Arbitrary<Occupant> = fc.oneof(
  day(2022, 2027).map((hired): Occupant => ({ kind: 'incumbent', hired })),
  fc.tuple(day(2022, 2027), number(1, 30), number(1, 30)).map(([hired, shape, rate]): Occupant => ({
    kind: 'incumbent',
    hired,
    history: {
      dealsPerMonth: { shape, rate },
      dealSize: { kind: 'empirical', amounts: [money(5), money(12), money(40)], counts: [7, 2, 1] },
    },
  })),
  day(2026, 2029).map((start): Occupant => ({ kind: 'planned', start })),
);

const role = fc
  .record({
    ramp: fc.array(number(0, 1).map(share), { maxLength: 9 }),
    annualAttrition: number(0, 0.7).map(share),
    timeToFill: spread,
    startSlip: spread,
    productivity: fc.record({ perMonth: number(0, 100).map(money), cv: number(0, 0.5) }),
    skillCv: number(0, 0.6),
  })
  .map((fields) =>
    makeRole('smb', {
      ...fields,
      id: roleId('role'),
      dealSize: { kind: 'gamma', mean: money(20), cv: 0.7 },
    }),
  );

/** Plans of every feature at once, of sizes whose means 20,000 trials tell apart. */
const plans = fc
  .record({
    role,
    occupants: fc.array(fc.tuple(occupant, fc.boolean(), number(0.2, 2)), { minLength: 1, maxLength: 4 }),
    months: fc.integer({ min: 1, max: 30 }),
    startMonth: fc.integer({ min: 1, max: 12 }),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    market: fc.record({ sd: number(0, 0.3), persistence: number(0, 0.9) }),
    levers: fc.record({
      productivity: number(0, 2),
      dealSize: number(0, 2),
      attrition: number(0, 3),
      ramp: number(0, 2),
      timeToFill: number(0, 3),
      startDelay: number(-60, 120).map(days),
    }),
    seed: fc.nat(0xffffffff),
  })
  .map((made): Plan => {
    const start = isoMonth(`2027-${String(made.startMonth).padStart(2, '0')}`);
    const plan = makeTestPlan({
      seats: made.occupants.length,
      role: made.role,
      market: made.market,
      levers: made.levers,
      seat: (index) => {
        const [who, backfill, potential] = made.occupants[index] ?? [longServing, true, 1];
        return { id: seatId(`seat-${index}`), occupant: who, backfill, potential };
      },
    });
    return {
      ...plan,
      calendar: { start, months: made.months, fiscalYearStart: made.fiscalYearStart },
      seasonality: [0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5],
      parameterUncertainty: true,
      run: { seed: made.seed, trials: 20_000 },
    };
  });

describe('the exact mean', () => {
  it('agrees with 20,000 trials of 30 generated plans, month by month', { timeout: 60_000 }, () => {
    for (const plan of fc.sample(plans, { seed: 20270101, numRuns: 30 })) expectAgreement(plan, 20_000);
  });

  it('agrees with the samples (12 seats in 20,000 trials, 120 seats in 2,560)', { timeout: 60_000 }, () => {
    const [startUp, threeRegions] = makeSamplePlans();
    if (!startUp || !threeRegions) throw new Error('there must be two samples');
    expectAgreement(startUp, 20_000);
    expectAgreement(threeRegions, 2560);
  });

  it('agrees with the standard workload (200 seats, 24 months, 1,280 trials)', { timeout: 60_000 }, () => {
    expectAgreement(makeStandardPlan(), 1280);
  });

  it('is the closed form of a seat with a fixed vacancy, to 1e-5', () => {
    const plan = makeTestPlan({
      months: 36,
      role: {
        annualAttrition: share(1 - exp(-12 / 24)),
        timeToFill: { p50: days(91.3125), p90: days(91.3125) },
      },
    });
    const { headcount } = expectOutcome(plan);
    headcount.forEach((chance, month) => {
      let exact = 0;
      let factorial = 1;
      for (let k = 0; k * 3 <= month + 1; k++) {
        const x = (month + 1 - 3 * k) / 24;
        exact += (Math.exp(-x) * x ** k) / factorial;
        factorial *= k + 1;
      }
      expect(Math.abs(chance / exact - 1)).toBeLessThan(1e-5);
    });
  });

  it('is what can be worked out by hand where nobody leaves', () => {
    const plan = makeTestPlan({
      months: 6,
      role: { ramp: [share(0), share(0.5)], productivity: { perMonth: money(10), cv: 0 } },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-02-15') } }),
    });
    const { bookings, headcount } = expectOutcome(plan);
    expect([...headcount].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([0, 1, 1, 1, 1, 1]);
    [0, 0, 2.5, 7.5, 10, 10].forEach((mean, month) => expect(bookings[month]).toBeCloseTo(mean, 9));
  });
});
