import { describe, expect, it } from 'vitest';
import type { Plan, RiskEvent, Role, Seat, Territory } from '../../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  money,
  regionId,
  roleId,
  share,
  territoryId,
} from '../../../src/model/units';
import type { RunTotals } from '../../../src/stats/mergeOutcomes';
import { bookingsOf, simulate } from '../support/simulate';
import { makeTestPlan, quietRole } from '../support/testPlan';
import { columnOf, expectMean, expectMonths, expectSeatMonths, expectVariance } from '../support/within';

// Section 5 of design/model.md. Deals of size one, so that bookings count them; 20,000 trials (seed 20270101) where none
// are stated, within four standard errors.
const TRIALS = 20_000;
const PER_MONTH = 100;
const perMonth = (amount: number, cv = 0) => ({ perMonth: money(amount), cv });

const month = (totals: RunTotals, at: number) =>
  columnOf(totals.bookings, totals.shape.months, at, totals.trials);

/** Whether the covariance of two samples is the exact one: as the mean of the products of their deviations. */
function expectCovariance(
  a: Float64Array,
  b: Float64Array,
  means: readonly [number, number],
  exact: number,
  what: string,
) {
  const products = a.map((value, trial) => (value - means[0]) * ((b[trial] ?? 0) - means[1]));
  expectMean(products, exact, what);
}

describe('the market', () => {
  const sd = 0.2;
  const both = [PER_MONTH, PER_MONTH] as const;
  const run = (persistence: number, plan: Partial<Plan> = {}, months = 6, seats = 1) =>
    simulate(
      makeTestPlan({
        months,
        seats,
        role: { productivity: perMonth(PER_MONTH / seats) },
        plan: { market: { sd, persistence }, ...plan },
      }),
      TRIALS,
    );
  const between = (correlation: number) => PER_MONTH ** 2 * (Math.exp(correlation * sd * sd) - 1);

  it('has the mean one after exponentiation, and the stated sd of its log', () => {
    const totals = run(0.6, {}, 1);
    const factors = Float64Array.from(totals.market);
    expectMean(factors, 1, 'factor');
    const logs = factors.map(Math.log);
    expectMean(logs, (-sd * sd) / 2, 'mean of the log');
    expectVariance(logs, sd * sd, 'variance of the log');
    expectVariance(month(totals, 0), PER_MONTH + between(1), 'bookings');
  });

  it('is one factor for all months of a fiscal quarter, and persists from one quarter to the next', () => {
    // the fiscal year starts in February: January is the last month of a quarter
    const calendar = { start: isoMonth('2027-01'), months: 6, fiscalYearStart: 2 };
    for (const persistence of [0, 0.6]) {
      const totals = run(persistence, { calendar });
      expectCovariance(month(totals, 1), month(totals, 3), both, between(1), 'within');
      expectCovariance(month(totals, 0), month(totals, 1), both, between(persistence), 'next');
      expectCovariance(month(totals, 0), month(totals, 4), both, between(persistence ** 2), 'next but one');
    }
  });

  it('moves everyone alike: a team of ten has the shock of one', () => {
    expectVariance(month(run(0, {}, 1, 10), 0), PER_MONTH + between(1), 'ten seats');
  });
});

const place = (id: string, fields: Partial<Territory> = {}): Territory => ({
  id: territoryId(id),
  name: id,
  workload: 0,
  ...fields,
});

describe('a territory’s shock', () => {
  const sd = 0.3;
  const coverage = { curvature: 0, territoryShockSd: sd };
  const extra = PER_MONTH ** 2 * (Math.exp(sd * sd) - 1);
  const run = (territories: readonly string[], months = 6) =>
    simulate(
      makeTestPlan({
        months,
        seats: territories.length,
        role: { productivity: perMonth(PER_MONTH) },
        seat: (index) => {
          const id = territories[index];
          return id ? { territoryId: territoryId(id) } : {};
        },
        plan: { coverage, territories: [place('west'), place('east')] },
      }),
      TRIALS,
    );

  it('is lognormal of mean one, the same for a fiscal quarter, apart from the next one’s', () => {
    const totals = run(['west']);
    const both = [PER_MONTH, PER_MONTH] as const;
    expectMean(month(totals, 0), PER_MONTH, 'mean');
    expectVariance(month(totals, 0), PER_MONTH + extra, 'variance');
    expectCovariance(month(totals, 0), month(totals, 2), both, extra, 'within a quarter');
    expectCovariance(month(totals, 2), month(totals, 3), both, 0, 'between quarters');
  });

  it('is apart from other territories’, and the same for the people of one', () => {
    expectVariance(month(run(['west', 'east'], 1), 0), 2 * (PER_MONTH + extra), 'two territories');
    expectVariance(month(run(['west', 'west'], 1), 0), 2 * PER_MONTH + 4 * extra, 'one territory');
  });

  it('leaves those alone who work none', () => {
    expectVariance(month(run([''], 1), 0), PER_MONTH, 'no territory');
  });
});

const event = (fields: Partial<RiskEvent>): RiskEvent => ({
  id: eventId('event'),
  name: 'Event',
  probability: share(1),
  earliest: isoMonth('2027-03'),
  latest: isoMonth('2027-03'),
  months: 2,
  scope: { kind: 'all' },
  effects: {},
  ...fields,
});

const west: Partial<Seat> = { territoryId: territoryId('west') };
const design: Partial<Plan> = {
  regions: [
    { id: regionId('north'), name: 'North' },
    { id: regionId('south'), name: 'South' },
  ],
  managers: [{ id: managerId('boss'), name: 'Boss', regionId: regionId('south') }],
  territories: [place('west', { regionId: regionId('north') }), place('east')],
  roles: [
    { ...quietRole, productivity: perMonth(PER_MONTH) },
    { ...quietRole, id: roleId('other'), productivity: perMonth(PER_MONTH) },
  ],
};

const eventPlan = (
  events: readonly RiskEvent[],
  seats: readonly Partial<Seat>[] = [{}],
  role: Partial<Role> = {},
  plan: Partial<Plan> = {},
) =>
  makeTestPlan({
    months: 6,
    seats: seats.length,
    seat: (index) => seats[index] ?? {},
    plan: { ...design, roles: design.roles?.map((each) => ({ ...each, ...role })) ?? [], events, ...plan },
  });

describe('a risk event', () => {
  it('happens in a trial by its probability, and the run tells in which', () => {
    const rare = event({ id: eventId('rare'), probability: share(0.1), effects: { intensity: 0.5 } });
    const never = event({ id: eventId('never'), probability: share(0) });
    const always = event({ id: eventId('always') });
    const totals = simulate(eventPlan([rare, never, always]), TRIALS);
    const bit = (at: number) => Float64Array.from(totals.events, (word) => (word >> at) & 1);
    const happened = bit(0);
    expectMean(happened, 0.1, 'rare');
    expectMean(bit(1), 0, 'never');
    expectMean(bit(2), 1, 'always');
    const booked = month(totals, 2);
    const where = (bit: number) => booked.filter((_, trial) => happened[trial] === bit);
    expectMean(where(1), PER_MONTH * 0.5, 'where it happened');
    expectMean(where(0), PER_MONTH, 'where it did not');
  });

  it('two of them happen apart from each other, and multiply', () => {
    const one = event({ id: eventId('one'), probability: share(0.5), effects: { intensity: 0.5 } });
    const two = event({ id: eventId('two'), probability: share(0.4), effects: { intensity: 1.5 } });
    const totals = simulate(eventPlan([one, two]), TRIALS);
    const both = Float64Array.from(totals.events, (word) => (word === 3 ? 1 : 0));
    expectMean(both, 0.2, 'both');
    const mean = PER_MONTH * (0.5 + 0.5 * 0.5) * (0.6 + 0.4 * 1.5);
    expectMonths(totals, [PER_MONTH, PER_MONTH, mean, mean, PER_MONTH, PER_MONTH]);
  });

  it('begins in each month of its range alike, and lasts as long as stated', () => {
    // begins in December (before the plan) to March, lasts two months
    const range = { earliest: isoMonth('2026-12'), latest: isoMonth('2027-03'), probability: share(0.8) };
    const totals = simulate(eventPlan([event({ ...range, effects: { intensity: 0 } })]), TRIALS);
    expectMonths(
      totals,
      [2, 2, 2, 1, 0, 0].map((starts) => PER_MONTH * (1 - (0.8 * starts) / 4)),
    );
  });

  it('lasts to the plan’s end where it is longer', () => {
    const totals = simulate(eventPlan([event({ months: 60, effects: { intensity: 2 } })]), 500);
    expectMonths(
      totals,
      [1, 1, 2, 2, 2, 2].map((factor) => PER_MONTH * factor),
    );
  });

  it('multiplies the number of deals, or their size, or the win rate', () => {
    const run = (effects: RiskEvent['effects'], role: Partial<Role> = {}) =>
      simulate(eventPlan([event({ effects })], [{}], role), 2000);
    const means = (factor: number) => [1, 1, factor, factor, 1, 1].map((each) => each * PER_MONTH);
    const fewer = run({ intensity: 0.6 });
    expectMonths(fewer, means(0.6), 'intensity');
    expect(fewer.largestDeal.every((deal) => deal === 1)).toBe(true);
    const larger = run({ dealSize: 1.3 });
    expectMonths(larger, means(1.3), 'deal size');
    expect(larger.largestDeal.every((deal) => deal === 1.3)).toBe(true);
    expectMean(larger.deals, 6 * PER_MONTH, 'deals');
    expectMonths(run({ winRate: 0.5 }), means(0.5), 'win rate of the direct form');
    const pipeline = {
      winRate: share(0.2),
      cycle: { p50: days(60), p90: days(120) },
      leaverKept: share(1),
      opening: 'steady',
    } as const;
    expectMonths(run({ winRate: 0.5 }, { pipeline }), means(0.5), 'win rate of the pipeline');
  });

  it('multiplies the hazard of leaving', () => {
    const force = 0.05;
    const role = { annualAttrition: share(1 - Math.exp(-12 * force)) };
    const seat = { backfill: false };
    const totals = simulate(eventPlan([event({ effects: { attrition: 4 } })], [seat], role), TRIALS);
    const hazards = [1, 2, 6, 10, 11, 12].map((times) => times * force);
    hazards.forEach((hazard, at) => {
      expectMean(columnOf(totals.headcount, 6, at, TRIALS), Math.exp(-hazard), `headcount of month ${at}`);
    });
    expectMean(totals.leavers, 1 - Math.exp(-12 * force), 'leavers');
  });

  it('multiplies the time to fill of those who leave while it lasts', () => {
    const role = {
      annualAttrition: share(1 - Math.exp(-12 * 0.2)),
      timeToFill: { p50: days(15), p90: days(15) },
    };
    const whole = { earliest: isoMonth('2027-01'), latest: isoMonth('2027-01'), months: 6 };
    const plan = eventPlan([event({ ...whole, effects: { timeToFill: 2 } })], [{}, {}], role);
    const stated = eventPlan([event({ ...whole, effects: { timeToFill: 1.0001 } })], [{}, {}], {
      ...role,
      timeToFill: { p50: days(30 / 1.0001), p90: days(30 / 1.0001) },
    });
    const seen = simulate(plan, 2000).vacancy;
    simulate(stated, 2000).vacancy.forEach((months, trial) => expect(seen[trial]).toBeCloseTo(months, 6));
    // who leaves before it is replaced in the usual time
    const later = eventPlan(
      [event({ earliest: isoMonth('2027-06'), latest: isoMonth('2027-06'), effects: { timeToFill: 9 } })],
      [{}],
      role,
    );
    const usual = simulate(eventPlan([], [{}], role), 2000).headcount;
    const met = simulate(later, 2000).headcount;
    for (let at = 0; at < 5; at++) expect(columnOf(met, 6, at, 2000)).toEqual(columnOf(usual, 6, at, 2000));
  });

  it.each([
    ['everybody', { kind: 'all' }, [true, true, true, true]],
    ['a role', { kind: 'role', id: roleId('other') }, [false, true, false, false]],
    ['a territory', { kind: 'territory', id: territoryId('west') }, [false, false, true, true]],
    [
      'a region, by the territory where there is no manager',
      { kind: 'region', id: regionId('north') },
      [false, false, true, false],
    ],
    [
      'a region, by the manager where there is one',
      { kind: 'region', id: regionId('south') },
      [false, false, false, true],
    ],
  ] as const)('is for %s', (_name, scope, met) => {
    const seats = [{}, { roleId: roleId('other') }, west, { ...west, managerId: managerId('boss') }];
    const totals = simulate(eventPlan([event({ scope, effects: { intensity: 0.5 } })], seats), 1000);
    met.forEach((each, seat) => {
      const factor = each ? 0.5 : 1;
      expectSeatMonths(
        totals,
        seat,
        [1, 1, factor, factor, 1, 1].map((times) => times * PER_MONTH),
        1,
      );
    });
  });

  it('of a role moves the hazard of that role alone', () => {
    const role = { annualAttrition: share(0.5) };
    const scope = { kind: 'role', id: roleId('other') } as const;
    const seats = [{ backfill: false }];
    const quiet = simulate(eventPlan([], seats, role), 2000);
    const met = simulate(eventPlan([event({ scope, effects: { attrition: 5 } })], seats, role), 2000);
    expect(met.leavers).toEqual(quiet.leavers);
  });
});

describe('parameter uncertainty: each trial draws from its posterior', () => {
  const year = 12 * PER_MONTH;
  const run = (role: Partial<Role>, plan: Partial<Plan> = {}, seats = 1) =>
    simulate(
      makeTestPlan({
        seats,
        role: { productivity: perMonth(PER_MONTH), ...role },
        plan: { parameterUncertainty: true, ...plan },
      }),
      TRIALS,
    );
  const pipeline = {
    winRate: share(0.2),
    winRateBase: 50,
    cycle: { p50: days(0), p90: days(0) },
    leaverKept: share(1),
    opening: 'listed',
  } as const;

  it('productivity’s a gamma: the predictive variance of a year is λ + λ² cv²', () => {
    const booked = bookingsOf(run({ productivity: perMonth(PER_MONTH, 0.2) }));
    expectMean(booked, year, 'mean');
    expectVariance(booked, year + (year * 0.2) ** 2, 'variance');
  });

  it('the win rate’s a beta of its wins and losses: λ + λ² (1 − p) ÷ (p (n + 1))', () => {
    const booked = bookingsOf(run({ pipeline }));
    expectMean(booked, year, 'mean');
    expectVariance(booked, year + (year ** 2 * 0.8) / (0.2 * 51), 'variance');
  });

  it('the mean deal size’s by its standard error: λ (1 + cv²) + λ² cv² for deals of one size', () => {
    const booked = bookingsOf(run({ dealSizeCv: 0.15 }));
    expectMean(booked, year, 'mean');
    expectVariance(booked, year * (1 + 0.15 ** 2) + (year * 0.15) ** 2, 'variance');
  });

  it('all of them apart from each other: their second moments multiply', () => {
    const booked = bookingsOf(run({ productivity: perMonth(PER_MONTH, 0.2), dealSizeCv: 0.15, pipeline }));
    const [a, b, c] = [1 + 0.2 ** 2, 1 + 0.8 / (0.2 * 51), 1 + 0.15 ** 2];
    expectMean(booked, year, 'mean');
    expectVariance(booked, year * c + year ** 2 * (a * b * c - 1), 'variance');
  });

  it('a role’s draw is shared by its people, and apart from another role’s', () => {
    const shared = bookingsOf(run({ productivity: perMonth(PER_MONTH, 0.2) }, {}, 2));
    expectVariance(shared, 2 * year + (2 * year * 0.2) ** 2, 'one role');
    const roles = ['a', 'b'].map((id) => ({
      ...quietRole,
      id: roleId(id),
      productivity: perMonth(PER_MONTH, 0.2),
    }));
    const plan = makeTestPlan({
      seats: 2,
      seat: (index) => ({ roleId: roleId(index === 0 ? 'a' : 'b') }),
      plan: { roles, parameterUncertainty: true },
    });
    expectVariance(bookingsOf(simulate(plan, TRIALS)), 2 * (year + (year * 0.2) ** 2), 'two roles');
  });

  it('a seller’s own record is its gamma: the predictive variance is λ + λ² ÷ shape', () => {
    const history = {
      dealsPerMonth: { shape: 25, rate: 5 },
      dealSize: { kind: 'empirical', amounts: [money(1)], counts: [1] },
    } as const;
    const plan = makeTestPlan({
      seat: () => ({ occupant: { kind: 'incumbent', hired: isoDate('2010-01-01'), history } }),
      plan: { parameterUncertainty: true },
    });
    const booked = bookingsOf(simulate(plan, TRIALS));
    expectMean(booked, 60, 'mean');
    expectVariance(booked, 60 + 60 ** 2 / 25, 'variance');
    const sure = bookingsOf(simulate({ ...plan, parameterUncertainty: false }, TRIALS));
    expectVariance(sure, 60, 'switched off');
  });

  it('is switchable: without it all inputs are as stated, and the forecast is overconfident', () => {
    const role = { productivity: perMonth(PER_MONTH, 0.2), dealSizeCv: 0.15, pipeline };
    const booked = bookingsOf(run(role, { parameterUncertainty: false }));
    expectMean(booked, year, 'mean');
    expectVariance(booked, year, 'variance');
  });
});

describe('seasonality', () => {
  it('weights each calendar month, so that a year of them is the year’s', () => {
    const seasonality = [0.4, 0.6, 2, 0.5, 0.5, 2, 0.4, 0.6, 2, 0.5, 0.5, 2];
    const calendar = { start: isoMonth('2027-11'), months: 14, fiscalYearStart: 2 };
    const plan = makeTestPlan({
      role: { productivity: perMonth(PER_MONTH) },
      plan: { seasonality, calendar },
    });
    const totals = simulate(plan, 2000);
    const weights = Array.from({ length: 14 }, (_, at) => seasonality[(10 + at) % 12] ?? 0);
    expectMonths(
      totals,
      weights.map((weight) => weight * PER_MONTH),
    );
    expectMean(bookingsOf(totals, 0, 12), 12 * PER_MONTH, 'a year');
  });
});
