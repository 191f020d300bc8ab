import { describe, expect, it } from 'vitest';
import type { DaysSpread, Occupant, Plan, Role, Seat } from '../../../src/model/plan';
import { days, isoDate, money, roleId, seatId, share } from '../../../src/model/units';
import { bookingsOf, simulate } from '../support/simulate';
import { makeTestPlan, quietRole } from '../support/testPlan';
import { momentsOfKind, traceOf } from '../support/traceOf';
import { expectMean, expectWithin } from '../support/within';

// Section 2 of design/model.md: transfers, ramps, skill and absence. Seed 20270101, four standard errors where there is chance.

const MONTH = 30.4375;
const fixedMonths = (months: number): DaysSpread => ({
  p50: days(months * MONTH),
  p90: days(months * MONTH),
});
const transfer = (from: string, date: string, rampKept = 0): Occupant => ({
  kind: 'transfer',
  fromSeatId: seatId(from),
  date: isoDate(date),
  rampKept: share(rampKept),
});
const rounded = (values: Iterable<number>) => [...values].map((each) => Math.round(each * 1e9) / 1e9);
const other = roleId('other');

/** Two seats and more: the first one's incumbent, then those given; roles `role` and `other`. */
const planOf = (
  seats: readonly Partial<Seat>[],
  roles: { role?: Partial<Role>; other?: Partial<Role> } = {},
): Plan =>
  makeTestPlan({
    months: 12,
    seats: seats.length,
    seat: (index) => seats[index] ?? {},
    plan: {
      roles: [
        { ...quietRole, ...roles.role },
        { ...quietRole, id: other, ...roles.other },
      ],
    },
  });

/** Ramped months of each seat, of which each has its own role: told by a plan that has no other seats of that role. */
const measuresOf = (plan: Plan, trial = 0) => {
  const { moments, row } = traceOf(plan, trial);
  return { moved: momentsOfKind(moments, 'moved'), started: momentsOfKind(moments, 'started'), row, moments };
};

describe('promotion and transfer are dated changes of seat', () => {
  it('the person leaves the one on the day and is in the other one; the first is then filled from outside', () => {
    const plan = planOf([{}, { roleId: other, occupant: transfer('seat-0', '2027-04-16') }], {
      role: { timeToFill: fixedMonths(2) },
    });
    const { moved, started, row } = measuresOf(plan);
    expect(moved.map(({ subject, time }) => [subject, time])).toEqual([['seat-1', 3.5]]);
    expect(started.map(({ subject, time }) => [subject, time])).toEqual([['seat-0', 5.5]]);
    expect(row('headcount')).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(row('leavers')).toEqual([0]);
    expect(row('vacancy')[0]).toBeCloseTo(2, 12);
  });

  it('without a backfill the first one stays empty', () => {
    const { row } = measuresOf(planOf([{ backfill: false }, { occupant: transfer('seat-0', '2027-04-16') }]));
    expect(row('headcount')).toEqual(Array<number>(12).fill(1));
  });

  it('moving costs nothing: recruiting is of those who start', () => {
    const pay = { ...quietRole.pay, recruiting: money(70) };
    const plan = planOf([{ backfill: false }, { occupant: transfer('seat-0', '2027-04-16') }], {
      role: { pay },
    });
    expect(measuresOf(plan).row('cost')).toEqual([0]);
  });

  it.each([
    ['a planned hire comes after the day', { kind: 'planned', start: isoDate('2027-06-01') } as const, 5],
    ['a planned hire comes long after it', { kind: 'planned', start: isoDate('2027-11-16') } as const, 10.5],
  ])(
    'where nobody sits in the first one that day (%s), the other is filled from outside after the time to fill, and nobody moves',
    (_, occupant, start) => {
      const plan = planOf([{ occupant }, { roleId: other, occupant: transfer('seat-0', '2027-03-01') }], {
        other: { timeToFill: fixedMonths(1.5) },
      });
      const { moved, started, row } = measuresOf(plan);
      expect(moved).toEqual([]);
      expect(started.map(({ subject, time }) => [subject, time]).toSorted()).toEqual([
        ['seat-0', start],
        ['seat-1', 3.5],
      ]);
      expect(row('headcount')).toEqual(
        Array.from({ length: 12 }, (__, month) => (month + 1 > 3.5 ? 1 : 0) + (month + 1 > start ? 1 : 0)),
      );
    },
  );

  it('and so it is whether leavers of that seat are replaced or not: nobody has left it', () => {
    const plan = planOf([
      { occupant: { kind: 'planned', start: isoDate('2027-06-01') } },
      { backfill: false, occupant: transfer('seat-0', '2027-03-01') },
    ]);
    expect(measuresOf(plan).started.map(({ subject }) => subject)).toContain('seat-1');
  });

  it('whoever sits there on the day moves: a successor does where the incumbent has left', () => {
    const plan = planOf([{}, { roleId: other, occupant: transfer('seat-0', '2027-10-01') }], {
      role: { annualAttrition: share(0.95), timeToFill: fixedMonths(1) },
    });
    let successors = 0;
    for (let trial = 0; trial < 100; trial++) {
      const { moments } = traceOf(plan, trial);
      const before = moments.filter(({ subject, time }) => subject === 'seat-0' && time < 9);
      const filled =
        before.filter(({ kind }) => kind === 'left').length ===
        before.filter(({ kind }) => kind === 'started').length;
      const moved = momentsOfKind(moments, 'moved');
      expect(moved.length).toBe(filled ? 1 : 0);
      if (filled && before.some(({ kind }) => kind === 'started')) successors++;
    }
    expect(successors).toBeGreaterThan(30);
  });

  it('of two transfers from one seat on one day one person moves, and the other seat is filled from outside', () => {
    const plan = planOf(
      [{}, { occupant: transfer('seat-0', '2027-04-01') }, { occupant: transfer('seat-0', '2027-04-01') }],
      { role: { timeToFill: fixedMonths(1) } },
    );
    const { moved, row } = measuresOf(plan);
    expect(moved.length).toBe(1);
    expect(row('headcount').slice(0, 4)).toEqual([1, 1, 1, 1]);
  });

  it('a chain of transfers takes the person along, in whatever order the seats are listed', () => {
    const seats: Partial<Seat>[] = [
      { id: seatId('c'), occupant: transfer('b', '2027-07-01') },
      { id: seatId('b'), occupant: transfer('a', '2027-03-01'), backfill: false },
      { id: seatId('a'), backfill: false },
    ];
    for (const list of [seats, seats.toReversed()]) {
      const { moved, row } = measuresOf(planOf(list));
      expect(moved.map(({ subject, time }) => [subject, time])).toEqual([
        ['b', 2],
        ['c', 6],
      ]);
      expect(row('headcount')).toEqual(Array<number>(12).fill(1));
    }
  });

  it('a link of a chain that is dated before anybody is there finds nobody', () => {
    const plan = planOf([
      { id: seatId('a'), backfill: false },
      { id: seatId('b'), occupant: transfer('a', '2027-07-01') },
      { id: seatId('c'), occupant: transfer('b', '2027-03-01') },
    ]);
    const { moved, started } = measuresOf(plan);
    expect(moved.map(({ subject, time }) => [subject, time])).toEqual([['b', 6]]);
    expect(started.map(({ subject, time }) => [subject, time])).toEqual([['c', 2]]);
  });

  it('before the start is on its first day, and after the end never', () => {
    const early = measuresOf(planOf([{ backfill: false }, { occupant: transfer('seat-0', '2026-05-01') }]));
    expect(early.moved.map(({ time }) => time)).toEqual([0]);
    expect(early.row('headcount')).toEqual(Array<number>(12).fill(1));
    const late = measuresOf(planOf([{}, { occupant: transfer('seat-0', '2028-01-01') }]));
    expect([late.moved, late.started]).toEqual([[], []]);
    expect(late.row('headcount')).toEqual(Array<number>(12).fill(1));
  });
});

describe('the person keeps skill and tenure, ramp restarts by a stated share', () => {
  it.each([
    [0, [0, 0, 0.5, 0.5, 1, 1, 1]],
    [0.5, [0.5, 0.5, 1, 1, 1, 1, 1]],
    [0.25, [0, 0.5, 0.5, 1, 1, 1, 1]],
    [1, [1, 1, 1, 1, 1, 1, 1]],
  ])('with %d of the new seat’s ramp behind the person', (kept, exact) => {
    const plan = planOf(
      [{ backfill: false }, { roleId: other, occupant: transfer('seat-0', '2027-06-01', kept) }],
      { other: { ramp: [0, 0, 0.5, 0.5].map(share) } },
    );
    expect(rounded(measuresOf(plan).row('rampedEquivalents').slice(5))).toEqual(exact);
  });

  it('tenure: the new role’s hazard is that of the months served (40,000 people)', () => {
    // hired a year and a half before the start, moved after half a year: from 24 months on people leave at 0.8 a year
    const bands = [0, 24].map((fromMonth, index) => ({ fromMonth, annual: share([0, 0.8][index] ?? 0) }));
    const seats = Array.from({ length: 80 }, (_, index): Partial<Seat> =>
      index < 40
        ? { backfill: false, occupant: { kind: 'incumbent', hired: isoDate('2025-07-01') } }
        : { backfill: false, roleId: other, occupant: transfer(`seat-${index - 40}`, '2027-07-01') },
    );
    const plan = planOf(seats, { other: { attritionByTenure: { kind: 'bands', bands } } });
    const { headcount } = simulate(plan, 1000);
    for (const month of [5, 8, 11]) {
      let people = 0;
      for (let trial = 0; trial < 1000; trial++) people += headcount[12 * trial + month] ?? 0;
      const chance = 0.2 ** ((month - 5) / 12);
      expectWithin(people / 40_000, chance, Math.sqrt((chance * (1 - chance)) / 40_000), `month ${month}`);
    }
  });

  it('and what the person had used up of the own threshold, in the old role’s hazard', () => {
    const force = -Math.log(1 - 0.7) / 12;
    const stay = planOf([{ backfill: false }], { role: { annualAttrition: share(0.7) } });
    const move = planOf(
      [{ backfill: false }, { backfill: false, roleId: other, occupant: transfer('seat-0', '2027-03-01') }],
      { role: { annualAttrition: share(0.7) }, other: { annualAttrition: share(1 - 0.3 ** 2) } },
    );
    for (let trial = 0; trial < 50; trial++) {
      const left = momentsOfKind(traceOf(stay, trial).moments, 'left')[0]?.time;
      const moved = momentsOfKind(traceOf(move, trial).moments, 'left')[0]?.time;
      if (left === undefined) continue;
      expect(force * left).toBeCloseTo(force * (left > 2 ? 2 + 2 * ((moved ?? NaN) - 2) : (moved ?? NaN)), 9);
    }
  });

  it('skill: one person’s months before and after the move share it, a successor’s do not (20,000 trials)', () => {
    const cv = 0.4;
    const fields = { skillCv: cv, productivity: { perMonth: money(20), cv: 0 } };
    const plan = planOf([{}, { roleId: other, occupant: transfer('seat-0', '2027-07-01') }], {
      role: { ...fields, timeToFill: fixedMonths(0) },
      other: fields,
    });
    const own = simulate(
      { ...plan, seats: plan.seats.map((seat) => ({ ...seat, backfill: false })) },
      20_000,
    );
    const [before, after] = [bookingsOf(own, 0, 6), bookingsOf(own, 6, 12)];
    const product = (one: Float64Array, two: Float64Array, less: number) =>
      Float64Array.from(one, (each, trial) => (each - 120) * ((two[trial] ?? 0) - less));
    expectMean(product(before, after, 120), 120 * 120 * cv * cv, 'covariance of one person’s halves');
    const both = simulate(plan, 20_000);
    // the second half is the mover's and a successor's: only the first of them shares the skill
    expectMean(
      product(bookingsOf(both, 0, 6), bookingsOf(both, 6, 12), 240),
      120 * 120 * cv * cv,
      'with a successor',
    );
  });

  it('an incumbent’s own record goes along as a skill: bookings against the role’s (20,000 trials)', () => {
    // ten deals a month of 3 where the role closes five of 4: one and a half times the role's bookings
    const history = {
      dealsPerMonth: { shape: 10, rate: 1 },
      dealSize: { kind: 'empirical', amounts: [money(3)], counts: [1] },
    } as const;
    const fields = {
      dealSize: { kind: 'fixed', amount: money(4) },
      productivity: { perMonth: money(20), cv: 0 },
    } as const;
    const plan = planOf(
      [
        { backfill: false, occupant: { kind: 'incumbent', hired: isoDate('2020-01-01'), history } },
        { roleId: other, occupant: transfer('seat-0', '2027-07-01') },
      ],
      { role: fields, other: { ...fields, productivity: { perMonth: money(60), cv: 0 } } },
    );
    const totals = simulate(plan, 20_000);
    expectMean(bookingsOf(totals, 0, 6), 6 * 30, 'before');
    expectMean(bookingsOf(totals, 6, 12), 6 * 90, 'after');
  });
});

describe('ramp is productivity by month of tenure, a step function, then one', () => {
  const starting = (start: string, ramp: readonly number[], levers = {}) =>
    rounded(
      simulate(
        makeTestPlan({
          months: 8,
          levers,
          role: { ramp: ramp.map(share) },
          seat: () => ({ occupant: { kind: 'planned', start: isoDate(start) } }),
        }),
        1,
      ).rampedEquivalents,
    );

  it('month by month from the start on', () => {
    expect(starting('2027-03-01', [0, 0.25, 0.5, 1.2])).toEqual([0, 0, 0, 0.25, 0.5, 1.2, 1, 1]);
    expect(starting('2027-03-01', [])).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it('a month straddling two tenure months is the time-weighted blend', () => {
    // from the 11th of March on, 21/31 of it are left
    const late = 10 / 31;
    const step = (tenure: number) => [0.2, 0.6][tenure] ?? 1;
    expect(starting('2027-03-11', [0.2, 0.6])).toEqual(
      rounded(
        [0, 1, 2, 3, 4, 5, 6, 7].map((month) => {
          const tenure = month - 2;
          return (tenure > 0 ? late * step(tenure - 1) : 0) + (tenure >= 0 ? (1 - late) * step(tenure) : 0);
        }),
      ),
    );
  });

  it('and bookings follow it (mean of 20,000 trials)', () => {
    const plan = makeTestPlan({
      months: 4,
      role: { ramp: [0.25, 0.5].map(share), productivity: { perMonth: money(8), cv: 0 } },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-01-16') } }),
    });
    const totals = simulate(plan, 20_000);
    const late = 15 / 31;
    [0.25 * (1 - late), 0.25 * late + 0.5 * (1 - late), 0.5 * late + 1 - late, 1].forEach((each, month) =>
      expectMean(bookingsOf(totals, month, month + 1), 8 * each, `month ${month}`),
    );
  });

  it('the lever stretches it', () => {
    expect(starting('2027-03-01', [0, 0.5], { ramp: 2 })).toEqual([0, 0, 0, 0, 0.5, 0.5, 1, 1]);
  });
});

describe('skill is lognormal with mean one and a stated coefficient of variation, drawn once per person and kept', () => {
  it('its first three moments, from factorial moments of a month’s deals (20,000 people of 200 deals a month)', () => {
    const cv = 0.5;
    const lambda = 200;
    const plan = makeTestPlan({
      months: 1,
      role: { skillCv: cv, productivity: { perMonth: money(lambda), cv: 0 } },
    });
    const counts = bookingsOf(simulate(plan, 20_000));
    expectMean(
      counts.map((n) => n / lambda),
      1,
      'mean',
    );
    expectMean(
      counts.map((n) => (n * (n - 1)) / lambda ** 2),
      1 + cv ** 2,
      'second moment',
    );
    expectMean(
      counts.map((n) => (n * (n - 1) * (n - 2)) / lambda ** 3),
      (1 + cv ** 2) ** 3,
      'third moment',
    );
    const median = 1 / Math.sqrt(1 + cv ** 2);
    const below = counts.filter((n) => n / lambda < median).length / 20_000;
    expectWithin(below, 0.5, 0.5 / Math.sqrt(20_000) + 0.001, 'share below the median');
  });

  it('kept: months far apart share it (20,000 trials)', () => {
    const plan = makeTestPlan({
      months: 24,
      role: { skillCv: 0.5, productivity: { perMonth: money(20), cv: 0 } },
    });
    const totals = simulate(plan, 20_000);
    const [first, last] = [bookingsOf(totals, 0, 1), bookingsOf(totals, 23, 24)];
    expectMean(
      Float64Array.from(first, (each, trial) => (each - 20) * ((last[trial] ?? 0) - 20)),
      400 * 0.25,
      'covariance',
    );
  });
});

describe('a leave of absence is dated, and a share of capacity is lost', () => {
  const onLeave = (leaves: Seat['leaves'], fields: Partial<Seat> = {}, plan: Partial<Plan> = {}) =>
    simulate(
      makeTestPlan({
        months: 6,
        role: { pay: { ...quietRole.pay, base: money(12) } },
        seat: () => ({ ...(leaves && { leaves }), ...fields }),
        plan,
      }),
      1,
    );
  const leave = (from: string, to: string, lost: number) => ({
    from: isoDate(from),
    to: isoDate(to),
    share: share(lost),
  });

  it('from one day to before another', () => {
    const { rampedEquivalents, headcount, cost } = onLeave([leave('2027-02-15', '2027-04-11', 0.6)]);
    expect(rounded(rampedEquivalents)).toEqual(rounded([1, 1 - 0.3, 0.4, 1 - 0.2, 1, 1]));
    // the person is there all the same
    expect([...headcount]).toEqual(Array<number>(6).fill(1));
    expect(cost[0]).toBeCloseTo(6, 12);
  });

  it('leaves that overlap add up, to all of it at the most', () => {
    const { rampedEquivalents } = onLeave([
      leave('2027-02-01', '2027-05-01', 0.6),
      leave('2027-03-01', '2027-04-01', 0.3),
      leave('2027-04-01', '2027-07-01', 0.7),
    ]);
    expect(rounded(rampedEquivalents)).toEqual([1, 0.4, 0.1, 0, 0.3, 0.3]);
  });

  it('it multiplies the ramp, and leaves the quota that a ramp relief reduces as it is', () => {
    const plan = makeTestPlan({
      months: 6,
      role: { ramp: [0, 0.5].map(share), annualQuota: money(1e9) },
      seat: () => ({
        occupant: { kind: 'planned', start: isoDate('2027-01-01') },
        leaves: [leave('2027-02-01', '2027-04-01', 0.5)],
      }),
      plan: { quota: { ...makeTestPlan({}).quota, rampRelief: true } },
    });
    const totals = simulate(plan, 200);
    expect(rounded(totals.rampedEquivalents.slice(0, 6))).toEqual([0, 0.25, 0.5, 1, 1, 1]);
    // quota of the half-year: 0 + ½ + 4 twelfths of a year's
    const [booked = 0, , attained = 0] = totals.seatYears;
    expect(attained * ((1e9 * 4.5) / 12)).toBeCloseTo(booked, 6);
  });

  it('only the first person in the seat is absent', () => {
    const plan = planOf([
      { leaves: [leave('2027-01-01', '2029-01-01', 0.5)] },
      { occupant: transfer('seat-0', '2027-04-01') },
    ]);
    expect(rounded(measuresOf(plan).row('rampedEquivalents').slice(0, 5))).toEqual([0.5, 0.5, 0.5, 2, 2]);
  });
});
