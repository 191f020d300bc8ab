import { describe, expect, it } from 'vitest';
import type { PayPlan, Plan, QuotaPolicy, Role, Seat } from '../../../src/model/plan';
import {
  days,
  isoDate,
  isoMonth,
  managerId,
  money,
  periodId,
  regionId,
  roleId,
  seatId,
  share,
  territoryId,
} from '../../../src/model/units';
import { MEASURE_ATTAINMENT, MEASURE_CONTRIBUTION } from '../../../src/sim/kernel/records';
import { MEASURES } from '../../../src/sim/outcome';
import type { RunTotals } from '../../../src/stats/mergeOutcomes';
import { bookingsOf, simulate } from '../support/simulate';
import { longServing, makeTestPlan, quietRole } from '../support/testPlan';

// Section 6 of design/model.md. Bookings are a run's own (256 trials, seed 20270101); what is made of them is worked out
// here once more for each trial, and must be the same but for rounding.
const TRIALS = 256;
const MEAN = 1000;
const QUOTA = 12_000;
const deals: Partial<Role> = {
  productivity: { perMonth: money(MEAN), cv: 0 },
  dealSize: { kind: 'fixed', amount: money(100) },
  annualQuota: money(QUOTA),
};
const starting = (start: string): Partial<Seat> => ({
  occupant: { kind: 'planned', start: isoDate(start) },
});

const run = (role: Partial<Role>, seat: Partial<Seat> = {}, plan: Partial<Plan> = {}) =>
  simulate(makeTestPlan({ role: { ...deals, ...role }, seat: () => seat, plan }), TRIALS);

const sumOf = (list: ArrayLike<number>) => Array.from(list).reduce((sum, each) => sum + each, 0);
const policy = (fields: Partial<QuotaPolicy>): Partial<Plan> => ({
  quota: { ...makeTestPlan({}).quota, ...fields },
});

/** Sum over trials of a measure of a group's year. */
const measured = ({ measureMoments, shape }: RunTotals, measure: number, group = 0, year = 0) =>
  measureMoments[2 * ((group * shape.years + year) * MEASURES + measure)] ?? NaN;

/** The quota of the plan's year, where it is the same in every trial: bookings ÷ attainment, each summed up over trials. */
const quotaOf = (totals: RunTotals, year = 0, first = 0, end = 12) =>
  sumOf(bookingsOf(totals, first, end)) / measured(totals, MEASURE_ATTAINMENT, 0, year);

const season = [0.4, 0.6, 2, 0.5, 0.5, 2, 0.4, 0.6, 2, 0.5, 0.5, 2];

describe('quota by seat and period is annual quota × period weight × ramp relief × share of the period filled:', () => {
  it('the whole of it in a full year, whatever the season', () => {
    expect(quotaOf(run({}))).toBeCloseTo(QUOTA, 6);
    expect(quotaOf(run({}, {}, { seasonality: season }))).toBeCloseTo(QUOTA, 6);
  });

  it('the weights of the months that the horizon has of a year', () => {
    const calendar = { start: isoMonth('2027-01'), months: 15, fiscalYearStart: 1 };
    const totals = run({}, {}, { seasonality: season, calendar });
    expect(quotaOf(totals, 0, 0, 12)).toBeCloseTo(QUOTA, 6);
    expect(quotaOf(totals, 1, 12, 15)).toBeCloseTo((QUOTA * 3) / 12, 6);
  });

  const april = starting('2027-04-16');
  const fromApril = (shares: readonly number[]) =>
    sumOf(shares.map((part, at) => (part * (season[3 + at] ?? 0)) / 12));

  it('the part that a seat is filled of each month', () => {
    const totals = run({}, april, { seasonality: season });
    expect(quotaOf(totals)).toBeCloseTo(QUOTA * fromApril([0.5, 1, 1, 1, 1, 1, 1, 1, 1]), 6);
    const closed = run({}, { closes: isoDate('2027-03-01') }, { seasonality: season });
    expect(quotaOf(closed)).toBeCloseTo((QUOTA * 1) / 12, 6);
  });

  it('with relief, the ramp’s share of it alone', () => {
    const plan = { seasonality: season, ...policy({ rampRelief: true }) };
    const ramp = [share(0), share(0.5)];
    const relieved = fromApril([0, 0.25, 0.75, 1, 1, 1, 1, 1, 1]);
    expect(quotaOf(run({ ramp }, april, plan))).toBeCloseTo(QUOTA * relieved, 6);
    expect(quotaOf(run({ ramp }, april, { seasonality: season }))).toBeCloseTo(
      QUOTA * fromApril([0.5, 1, 1, 1, 1, 1, 1, 1, 1]),
      6,
    );
  });

  it('a seat’s own quota where it states one', () => {
    expect(quotaOf(run({}, { annualQuota: money(5000) }))).toBeCloseTo(5000, 6);
  });
});

const leads = roleId('leads');
const seatOf = (id: string, fields: Partial<Seat>): Seat => ({
  id: seatId(id),
  name: id,
  roleId: quietRole.id,
  occupant: longServing,
  backfill: true,
  ...fields,
});
/** No sum of deals of a hundred. The team books 182,400 on the mean, so that each layer is held to something else. */
const target = 178_010;
const overAssignment = { regions: 1.01, managers: 1.02, seats: 1.03 };

/** Three sellers under one manager, who sits in a seat, in one region and territory. */
function teamPlan(fields: Partial<Plan> = {}): Plan {
  const team = { managerId: managerId('boss'), territoryId: territoryId('west') };
  return makeTestPlan({
    plan: {
      regions: [{ id: regionId('north'), name: 'North' }],
      managers: [
        { id: managerId('boss'), name: 'Boss', regionId: regionId('north'), seatId: seatId('boss') },
      ],
      territories: [{ id: territoryId('west'), name: 'West', workload: 0 }],
      roles: [
        { ...quietRole, ...deals, productivity: { perMonth: money(3800), cv: 0 } },
        { ...quietRole, id: leads, work: 'manage', annualQuota: money(3 * QUOTA) },
      ],
      seats: [
        seatOf('a', { ...team, potential: 1 }),
        seatOf('b', { ...team, potential: 2 }),
        seatOf('c', { ...team, potential: 1 }),
        seatOf('boss', { roleId: leads }),
      ],
      targets: [{ period: periodId('FY2027'), amount: money(target) }],
      ...policy({ source: 'topDown', overAssignment }),
      ...fields,
    },
  });
}

describe('top-down quota goes from the target to regions, managers and seats:', () => {
  const seatQuota = ({ seatYears }: RunTotals, seat: number) =>
    (seatYears[seat * 4] ?? 0) / (seatYears[seat * 4 + 2] ?? 0);
  const whole = target * 1.01 * 1.02 * 1.03;

  it('a seat has its share of target × each layer’s over-assignment, evenly or by capacity', () => {
    const byCapacity = simulate(teamPlan(), TRIALS);
    [0.25, 0.5, 0.25].forEach((part, seat) =>
      expect(seatQuota(byCapacity, seat)).toBeCloseTo(whole * part, 6),
    );
    const even = simulate(
      teamPlan(policy({ source: 'topDown', overAssignment, allocation: 'even' })),
      TRIALS,
    );
    [0, 1, 2].forEach((seat) => expect(seatQuota(even, seat)).toBeCloseTo(whole / 3, 6));
  });

  it('each layer is held to its own: region, manager, territory and role', () => {
    const totals = simulate(teamPlan(), TRIALS);
    const booked = bookingsOf(totals);
    const { quarters, years } = totals.shape;
    const hits = (group: number) => totals.groupHits[group * (quarters + years) + quarters];
    const above = (amount: number) => booked.filter((each) => each >= amount).length;
    const expected = [target, target * 1.01, target * 1.01 * 1.02, whole, whole].map(above);
    expect([0, 1, 2, 3, 4].map(hits)).toEqual(expected);
    expect(new Set(expected).size).toBe(4);
  });

  it('the lever of targets moves quotas with them', () => {
    const levers = { ...makeTestPlan({}).levers, target: 1.5 };
    expect(seatQuota(simulate(teamPlan({ levers }), TRIALS), 1)).toBeCloseTo((whole * 1.5) / 2, 6);
  });

  it('a manager’s quota is a roll-up, never added to the reps’: the plan’s is the seats’ alone', () => {
    expect(quotaOf(simulate(teamPlan(), TRIALS))).toBeCloseTo(whole, 5);
    const stated = simulate(teamPlan(policy({ source: 'stated' })), TRIALS);
    expect(quotaOf(stated)).toBeCloseTo(3 * QUOTA, 5);
    expect(stated.withQuota.every((seats) => seats === 3)).toBe(true);
  });
});

describe('attainment is bookings ÷ quota:', () => {
  it('its mean, its square and the share at or above 100 % are those of the trials', () => {
    const totals = run({});
    const attained = bookingsOf(totals).map((booked) => booked / QUOTA);
    expect(totals.seatYears[2]).toBeCloseTo(sumOf(attained), 6);
    expect(totals.seatYears[3]).toBeCloseTo(sumOf(attained.map((each) => each * each)), 6);
    const atQuota = attained.filter((each) => each >= 1).length;
    expect([totals.seatCounts[0], totals.seatCounts[1]]).toEqual([TRIALS, atQuota]);
    expect(sumOf(totals.atQuota)).toBe(atQuota);
    // just as much as the quota is attained: of whole deals some are
    expect(attained.filter((each) => each === 1).length).toBeGreaterThan(0);
  });

  it('its histogram has each trial in its place, from nothing at all to the end', () => {
    const totals = run({ productivity: { perMonth: money(200), cv: 0 }, annualQuota: money(1000) });
    const counts = Array.from({ length: 128 }, () => 0);
    for (const booked of bookingsOf(totals)) {
      const bin = booked === 0 ? 0 : Math.min(127, Math.floor(1 + (booked / 1000) * 32));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    expect([...totals.seatAttainment]).toEqual(counts);
  });

  it('is nothing’s where there is no quota, or a seat is filled for less than a month', () => {
    expect(sumOf(run({ annualQuota: money(0) }).seatCounts)).toBe(0);
    expect(sumOf(run({}, starting('2027-12-03')).seatCounts)).toBe(0);
    expect(run({}, starting('2027-12-01')).seatCounts[0]).toBe(TRIALS);
  });
});

const pay = (fields: Partial<PayPlan>): Partial<Role> => ({ pay: { ...quietRole.pay, ...fields } });
const steps = [
  { from: 0, rate: 0.5 },
  { from: 0.8, rate: 2 },
  { from: 1, rate: 3 },
  { from: 1.2, rate: 0 },
  { from: 1.5, rate: 1 },
];

/** Variable pay by attainment as a multiple, step by step. */
function payout(attainment: number, cap = Infinity): number {
  let earned = 0;
  steps.forEach(({ from, rate }, at) => {
    const to = Math.min(attainment, steps[at + 1]?.from ?? Infinity);
    if (to > from) earned += (to - from) * rate;
  });
  return Math.min(cap, earned);
}

/** Whether each trial costs what it must. */
function expectCosts(
  totals: RunTotals,
  costOf: (bookings: (first: number, end: number) => number) => number,
) {
  const { months } = totals.shape;
  for (let trial = 0; trial < totals.trials; trial++) {
    const cost = costOf((first, end) =>
      sumOf(totals.bookings.subarray(trial * months + first, trial * months + end)),
    );
    expect(totals.cost[trial], `trial ${trial}`).toBeCloseTo(cost, 6);
  }
}

describe('pay', () => {
  it('base is by days filled, with the benefits load on it alone', () => {
    const role = pay({ base: money(60_000), variable: money(0), benefits: share(0.25) });
    expectCosts(run(role), () => 60_000 * 1.25);
    expectCosts(run(role, starting('2027-04-16')), () => (60_000 * 1.25 * 8.5) / 12);
    expectCosts(run(role, { closes: isoDate('2027-03-01') }), () => (60_000 * 1.25 * 2) / 12);
  });

  it.each([undefined, 1.3])(
    'variable is piecewise linear in the year’s attainment, at most the cap (%s)',
    (cap) => {
      const role = pay({ variable: money(30_000), steps, ...(cap !== undefined && { cap }) });
      expectCosts(run(role), (booked) => 30_000 * payout(booked(0, 12) / QUOTA, cap));
    },
  );

  it('or in each quarter’s, against the quarter’s weights of the quota', () => {
    const role = pay({ variable: money(30_000), steps, period: 'quarter', cap: 2 });
    const uneven = [0.4, 0.6, 2, 1, 1, 2, 0.4, 0.6, 1, 0.5, 0.5, 2];
    expectCosts(run(role, {}, { seasonality: uneven }), (booked) =>
      sumOf(
        [0, 3, 6, 9].map((first) => {
          const weight = sumOf(uneven.slice(first, first + 3)) / 12;
          return (30_000 / 4) * payout(booked(first, first + 3) / (QUOTA * weight), 2);
        }),
      ),
    );
  });

  it('of the time that the seat is filled, and against the quota of that time', () => {
    const role = pay({ variable: money(30_000), steps });
    expectCosts(
      run(role, starting('2027-04-16')),
      (booked) => ((30_000 * 8.5) / 12) * payout(booked(0, 12) / ((QUOTA * 8.5) / 12)),
    );
  });

  it('who has no quota is paid at 100 %, supporters and managers among them', () => {
    const role = pay({ variable: money(30_000), steps });
    const whole = 30_000 * payout(1);
    expectCosts(run({ ...role, annualQuota: money(0) }), () => whole);
    expectCosts(run({ ...role, work: 'support' }), () => whole);
    expectCosts(run({ ...role, work: 'manage' }), () => whole);
  });

  it('ramp guarantee: new people have their share of the first months for certain', () => {
    const guarantee = { months: 6, share: share(0.9) };
    const role = pay({ variable: money(30_000), steps, guarantee, period: 'quarter' });
    const quarter = (booked: number, filled: number, guaranteed: number) =>
      (30_000 / 12) *
      Math.max(payout(booked / ((QUOTA * filled) / 12)) * filled, guaranteed * guarantee.share);
    expectCosts(
      run({ ...role, ramp: [share(0), share(0.3)] }, starting('2027-02-16')),
      (booked) =>
        quarter(booked(0, 3), 1 + 13 / 28, 1 + 13 / 28) +
        quarter(booked(3, 6), 3, 3) +
        quarter(booked(6, 9), 3, 1 + 15 / 28) +
        quarter(booked(9, 12), 3, 0),
    );
    const sitting = { occupant: { kind: 'incumbent', hired: isoDate('2026-10-01') } } as const;
    expectCosts(
      run(role, sitting),
      (booked) =>
        quarter(booked(0, 3), 3, 3) +
        sumOf([3, 6, 9].map((first) => quarter(booked(first, first + 3), 3, 0))),
    );
  });

  it('recruiting is paid per hire, severance where a seat is closed, other cost by the time of a person', () => {
    const role = pay({ recruiting: money(15_000), severance: money(9000), otherCost: money(2400) });
    expectCosts(run(role), () => 2400);
    expectCosts(run(role, starting('2027-07-01')), () => 15_000 + 1200);
    expectCosts(run(role, { closes: isoDate('2027-07-01') }), () => 9000 + 1200);
    const never = { ...starting('2027-12-01'), closes: isoDate('2027-07-01') };
    expectCosts(run(role, never), () => 0);
  });

  it('every backfill is a hire', () => {
    const fill = { p50: days(0), p90: days(0) };
    const totals = run({ ...pay({ recruiting: money(100) }), annualAttrition: share(0.9), timeToFill: fill });
    totals.cost.forEach((cost, trial) => expect(cost).toBeCloseTo((totals.starters[trial] ?? 0) * 100, 9));
    expect(sumOf(totals.starters)).toBeGreaterThan(TRIALS);
    expect(totals.starters).toEqual(totals.leavers);
  });

  it('is counted in the fiscal year in which it falls due', () => {
    const calendar = { start: isoMonth('2027-01'), months: 24, fiscalYearStart: 7 };
    const role = pay({ base: money(12_000), recruiting: money(500) });
    const totals = run(role, starting('2027-10-01'), { calendar });
    expect([...totals.cost.subarray(0, 3)]).toEqual([0, 9500, 6000]);
  });
});

describe('contribution is bookings × gross margin − cost:', () => {
  it('in every trial, summed up with its squares', () => {
    const role = pay({ base: money(5000), variable: money(3000), steps });
    const totals = run(role, {}, { grossMargin: share(0.7) });
    const each = bookingsOf(totals).map((booked, trial) => booked * 0.7 - (totals.cost[trial] ?? 0));
    const place = 2 * MEASURE_CONTRIBUTION;
    expect(totals.measureMoments[place]).toBeCloseTo(sumOf(each), 4);
    expect((totals.measureMoments[place + 1] ?? 0) / sumOf(each.map((one) => one * one))).toBeCloseTo(1, 9);
  });

  it('the cost of managers and supporters is the plan’s too', () => {
    const plan = teamPlan();
    const roles = plan.roles.map((role) => ({ ...role, pay: { ...role.pay, base: money(1000) } }));
    expect(simulate({ ...plan, roles }, 4).cost[0]).toBeCloseTo(4000, 9);
  });
});
