import { describe, expect, it } from 'vitest';
import type { DaysSpread, Plan, Role } from '../../../src/model/plan';
import {
  days,
  isoDate,
  managerId,
  money,
  regionId,
  roleId,
  seatId,
  share,
  territoryId,
} from '../../../src/model/units';
import { figuresOf } from '../support/figuresOf';
import { simulate } from '../support/simulate';
import { makeTestPlan, quietRole } from '../support/testPlan';
import { momentsOfKind, traceOf } from '../support/traceOf';
import { expectMean, expectWithin } from '../support/within';
import { blockOf } from '../../support/blockOf';

// Section 2 of design/model.md: seats and who is in them. Chance: seed 20270101, trials as stated, four standard errors.

const MONTH = 30.4375;
const fixedMonths = (months: number): DaysSpread => ({
  p50: days(months * MONTH),
  p90: days(months * MONTH),
});
const leavers = (annual: number, fill: DaysSpread): Partial<Role> => ({
  annualAttrition: share(annual),
  timeToFill: fill,
});
/** P(X ≤ x) of a lognormal of that median and 90 % point. */
function spreadCdf(x: number, p50: number, p90: number): number {
  if (x <= 0) return 0;
  const z = (Math.log(x / p50) / Math.log(p90 / p50)) * 1.2815515655446004;
  // Φ by its series: exact to 1e-12 for |z| < 6
  let term = z;
  let sum = z;
  for (let k = 1; k < 200; k++) {
    term *= (-z * z * (2 * k - 1)) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return z < -6 ? 0 : z > 6 ? 1 : 0.5 + sum / Math.sqrt(2 * Math.PI);
}

describe('a seat is an approved position of a role, a territory, a manager and a region; a person fills it', () => {
  const plan: Plan = makeTestPlan({
    seats: 3,
    seat: (index) =>
      index === 0
        ? { managerId: managerId('ann') }
        : index === 1
          ? { territoryId: territoryId('east'), roleId: roleId('other') }
          : { managerId: managerId('ann'), territoryId: territoryId('east') },
    plan: {
      roles: [quietRole, { ...quietRole, id: roleId('other') }],
      regions: ['north', 'south'].map((id) => ({ id: regionId(id), name: id })),
      managers: [{ id: managerId('ann'), name: 'Ann', regionId: regionId('north') }],
      territories: [{ id: territoryId('east'), name: 'East', regionId: regionId('south'), workload: 0 }],
    },
  });

  it('and counts for each of them, its manager’s region before its territory’s', () => {
    const totals = simulate(plan, 64);
    const months = (seats: readonly number[]) =>
      seats.reduce(
        (sum, seat) => sum + totals.seatMonths.slice(12 * seat, 12 * seat + 12).reduce((a, b) => a + b, 0),
        0,
      );
    // plan, north, south, Ann, east, role, other
    const groups = [[0, 1, 2], [0, 2], [1], [0, 2], [1, 2], [0, 2], [1]];
    const periods = totals.groupMoments.length / 2 / groups.length;
    groups.forEach((seats, group) => {
      // after twelve months and four quarters comes the year
      expect(totals.groupMoments[2 * (group * periods + 16)]).toBeCloseTo(months(seats), 9);
    });
  });
});

describe('a seat’s life alternates: vacant, filled, vacant, … until the horizon or until it is closed', () => {
  const plan = makeTestPlan({
    months: 48,
    seats: 4,
    role: leavers(0.8, { p50: days(40), p90: days(100) }),
    seat: (index) => ({
      ...(index % 2 === 1 && { occupant: { kind: 'planned', start: isoDate('2027-03-11') } }),
      ...(index > 1 && { closes: isoDate('2029-06-16') }),
    }),
  });
  const CLOSED = 29.5;

  it('in each of 200 trials, people starting and leaving by turns', () => {
    let turns = 0;
    for (let trial = 0; trial < 200; trial++) {
      const { moments } = traceOf(plan, trial);
      plan.seats.forEach(({ id, closes, occupant }) => {
        const life = moments.filter(({ kind, subject }) => subject === id && kind !== 'deal');
        let filled = occupant.kind === 'incumbent';
        let last = 0;
        for (const { kind, time } of life) {
          expect(time).toBeGreaterThanOrEqual(last);
          expect(time).toBeLessThan(closes ? CLOSED + 1e-9 : 48);
          expect(kind).toBe(filled ? (time === CLOSED ? 'reduced' : 'left') : 'started');
          filled = kind === 'started';
          last = time;
          turns++;
        }
        if (closes) expect(filled).toBe(false);
      });
    }
    expect(turns).toBeGreaterThan(2000);
  });

  it('a closed seat has nobody, no vacancy and no deals in the direct form', () => {
    const closed = makeTestPlan({ months: 48, seat: () => ({ closes: isoDate('2029-06-16') }) });
    const { headcount, vacancy, bookings } = simulate(closed, 64);
    for (let trial = 0; trial < 64; trial++) {
      expect([...vacancy.slice(4 * trial, 4 * trial + 4)]).toEqual([0, 0, 0, 0]);
      for (let month = 30; month < 48; month++) {
        expect(headcount[48 * trial + month]).toBe(0);
        expect(bookings[48 * trial + month]).toBe(0);
      }
    }
  });

  it('severance is paid to whoever is in a seat as it closes, and of a seat that closed before the start to nobody', () => {
    const pay = { ...quietRole.pay, severance: money(500) };
    const costOf = (closes: string) =>
      simulate(makeTestPlan({ role: { pay }, seat: () => ({ closes: isoDate(closes) }) }), 1).cost[0];
    expect([costOf('2027-06-16'), costOf('2027-01-01'), costOf('2026-06-16'), costOf('2028-01-01')]).toEqual([
      500, 500, 0, 0,
    ]);
  });
});

describe('an incumbent is there at the start, with the hire date, so that ramp and tenure go on from there', () => {
  it('with the ramp', () => {
    const plan = makeTestPlan({
      months: 6,
      role: { ramp: [0, 0.25, 0.5, 0.75].map(share) },
      seat: () => ({ occupant: { kind: 'incumbent', hired: isoDate('2026-11-16') } }),
    });
    // 1.5 months of tenure at the start
    const seen = [...simulate(plan, 1).rampedEquivalents];
    [0.375, 0.625, 0.875, 1, 1, 1].forEach((each, month) => expect(seen[month]).toBeCloseTo(each, 12));
  });

  it('with the tenure: the hazard is that of the months served, and no one is drawn who would have left before (40,000 people)', () => {
    const bands = [0, 12, 24].map((fromMonth, index) => ({
      fromMonth,
      annual: share([0.9, 0.1, 0.6][index] ?? 0),
    }));
    const plan = makeTestPlan({
      months: 24,
      seats: 40,
      role: { attritionByTenure: { kind: 'bands', bands } },
      seat: () => ({ occupant: { kind: 'incumbent', hired: isoDate('2026-01-01') }, backfill: false }),
    });
    const { headcount } = simulate(plan, 1000);
    for (const [month, stay] of [
      [5, 0.9 ** 0.5],
      [11, 0.9],
      [17, 0.9 * 0.4 ** 0.5],
      [23, 0.9 * 0.4],
    ] as const) {
      let people = 0;
      for (let trial = 0; trial < 1000; trial++) people += headcount[24 * trial + month] ?? 0;
      expectWithin(people / 40_000, stay, Math.sqrt((stay * (1 - stay)) / 40_000), `staying ${month}`);
    }
  });
});

describe('a planned hire is a seat with a target start and a start slip, by P50 and P90', () => {
  it('is there on the day without a slip, and as many days later as a fixed slip says', () => {
    const startOf = (slip: number) => {
      const plan = makeTestPlan({
        role: { startSlip: { p50: days(slip), p90: days(slip) } },
        seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-03-11') } }),
      });
      return momentsOfKind(traceOf(plan, 0).moments, 'started')[0]?.time;
    };
    expect(startOf(0)).toBeCloseTo(2 + 10 / 31, 12);
    expect(startOf(45)).toBeCloseTo(2 + 10 / 31 + 45 / MONTH, 12);
  });

  it('half of the hires have slipped by P50 at the most and nine in ten by P90: a lognormal (40,000 hires)', () => {
    const plan = makeTestPlan({
      seats: 40,
      months: 12,
      role: { startSlip: { p50: days(60), p90: days(150) } },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-02-01') } }),
    });
    const { headcount } = simulate(plan, 1000);
    for (let month = 0; month < 12; month++) {
      let people = 0;
      for (let trial = 0; trial < 1000; trial++) people += headcount[12 * trial + month] ?? 0;
      const exact = spreadCdf(month * MONTH, 60, 150);
      expectWithin(people / 40_000, exact, Math.sqrt((exact * (1 - exact)) / 40_000), `started ${month}`);
    }
  });

  it('nobody starts before the plan does, and a lever puts all of them back', () => {
    const startOf = (start: string, startDelay: number) => {
      const plan = makeTestPlan({
        levers: { startDelay: days(startDelay) },
        seat: () => ({ occupant: { kind: 'planned', start: isoDate(start) } }),
      });
      return momentsOfKind(traceOf(plan, 0).moments, 'started')[0]?.time;
    };
    expect(startOf('2026-05-01', 0)).toBe(0);
    expect(startOf('2027-03-01', 2 * MONTH)).toBeCloseTo(4, 12);
    expect(startOf('2027-03-01', -365)).toBe(0);
  });
});

describe('backfill is on or off by seat, with a time to fill from leaving to the successor’s start', () => {
  it('without it a seat that was left stays empty', () => {
    const plan = makeTestPlan({
      months: 60,
      role: leavers(0.9, fixedMonths(1)),
      seat: () => ({ backfill: false }),
    });
    for (let trial = 0; trial < 50; trial++) {
      const { moments } = traceOf(plan, trial);
      expect(momentsOfKind(moments, 'left').length).toBeLessThanOrEqual(1);
      expect(momentsOfKind(moments, 'started')).toEqual([]);
    }
  });

  it('a fixed time to fill passes to the day, stretched by the lever', () => {
    const plan = makeTestPlan({
      months: 60,
      role: leavers(0.9, fixedMonths(1.5)),
      levers: { timeToFill: 2 },
    });
    let pairs = 0;
    for (let trial = 0; trial < 50; trial++) {
      const { moments } = traceOf(plan, trial);
      const left = momentsOfKind(moments, 'left');
      momentsOfKind(moments, 'started').forEach(({ time }, index) => {
        expect(time - (left[index]?.time ?? NaN)).toBeCloseTo(3, 9);
        pairs++;
      });
    }
    expect(pairs).toBeGreaterThan(200);
  });

  it('times to fill are the stated lognormal: by its P50, its P90 and its mean (of some 9,000 vacancies)', () => {
    const plan = makeTestPlan({
      months: 60,
      seats: 20,
      role: leavers(0.9, { p50: days(50), p90: days(110) }),
    });
    const gaps: number[] = [];
    for (let trial = 0; trial < 150; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const { id } of plan.seats) {
        const started = momentsOfKind(moments, 'started', id);
        momentsOfKind(moments, 'left', id).forEach(({ time }, index) => {
          // those that end early enough, else long ones would be missed
          if (time < 24) gaps.push(((started[index]?.time ?? Infinity) - time) * MONTH);
        });
      }
    }
    expect(gaps.length).toBeGreaterThan(8000);
    for (const [limit, chance] of [
      [50, 0.5],
      [110, 0.9],
      [30, spreadCdf(30, 50, 110)],
    ] as const)
      expectWithin(
        gaps.filter((gap) => gap <= limit).length / gaps.length,
        chance,
        Math.sqrt((chance * (1 - chance)) / gaps.length),
        `filled within ${limit} days`,
      );
    const sigma = Math.log(110 / 50) / 1.2815515655446004;
    expectMean(gaps, 50 * Math.exp(sigma ** 2 / 2), 'mean time to fill');
  });
});

describe('derived figures', () => {
  const plan = makeTestPlan({
    months: 24,
    seats: 3,
    role: { ...leavers(0.7, { p50: days(40), p90: days(100) }), ramp: [0, 0.5].map(share) },
    seat: (index) =>
      index === 2
        ? { occupant: { kind: 'planned', start: isoDate('2027-05-16') }, closes: isoDate('2028-06-16') }
        : {},
  });

  it('headcount, ramped equivalents, vacancy months, leavers and hires are those of the people who came and went', () => {
    for (let trial = 0; trial < 100; trial++) {
      const { moments, row } = traceOf(plan, trial);
      const stays = plan.seats.flatMap(({ id, occupant }) => {
        const ends = moments.filter(
          ({ kind, subject }) => subject === id && (kind === 'left' || kind === 'reduced'),
        );
        const begins = momentsOfKind(moments, 'started', id).map(({ time }) => ({ from: time, hired: time }));
        if (occupant.kind === 'incumbent') begins.unshift({ from: 0, hired: -204 });
        return begins.map((begin, index) => ({ ...begin, to: ends[index]?.time ?? 24 }));
      });
      const overlap = (from: number, to: number, low: number, high: number) =>
        Math.max(0, Math.min(to, high) - Math.max(from, low));
      for (let month = 0; month < 24; month++) {
        expect(row('headcount')[month]).toBe(
          stays.filter(({ from, to }) => from < month + 1 && (to >= month + 1 || to === 24)).length,
        );
        const ramped = stays.reduce(
          (sum, { from, to, hired }) =>
            sum +
            overlap(from, to, month, month + 1) -
            overlap(Math.max(from, hired), Math.min(to, hired + 1), month, month + 1) -
            0.5 * overlap(Math.max(from, hired + 1), Math.min(to, hired + 2), month, month + 1),
          0,
        );
        expect(row('rampedEquivalents')[month]).toBeCloseTo(ramped, 9);
      }
      // the third seat is open from its target start to its closing
      [0, 1].forEach((year) => {
        const open = 24 + overlap(4 + 15 / 31, 17.5, 12 * year, 12 * year + 12);
        const filled = stays.reduce(
          (sum, { from, to }) => sum + overlap(from, to, 12 * year, 12 * year + 12),
          0,
        );
        expect(row('vacancy')[year]).toBeCloseTo(open - filled, 9);
      });
      expect(row('leavers')).toEqual([momentsOfKind(moments, 'left').length]);
      expect(row('starters')).toEqual([momentsOfKind(moments, 'started').length]);
    }
  });

  it('managers and supporters count among people, never among ramped sellers', () => {
    const { headcount, rampedEquivalents } = simulate(
      makeTestPlan({
        seats: 3,
        seat: (index) => (index > 0 ? { roleId: roleId(index === 1 ? 'manage' : 'support') } : {}),
        plan: {
          roles: [
            quietRole,
            ...(['manage', 'support'] as const).map((work) => ({ ...quietRole, work, id: roleId(work) })),
          ],
        },
      }),
      1,
    );
    expect([headcount[0], rampedEquivalents[0]]).toEqual([3, 1]);
  });
});

describe('a draw belongs to the person, so a change elsewhere never moves it:', () => {
  const plan = makeTestPlan({
    months: 36,
    seats: 5,
    role: { ...leavers(0.6, { p50: days(40), p90: days(100) }), skillCv: 0.5 },
  });

  it('who leaves when, and how long the seat is empty, is the same in a plan with other seats, sizes and ramps', () => {
    const other = makeTestPlan({
      months: 36,
      seats: 1,
      role: {
        ...leavers(0.6, { p50: days(40), p90: days(100) }),
        dealSize: { kind: 'gamma', mean: money(3), cv: 2 },
        ramp: [share(0)],
      },
    });
    const lifeOf = (each: Plan, trial: number) =>
      traceOf(each, trial).moments.filter(({ kind, subject }) => subject === 'seat-0' && kind !== 'deal');
    for (let trial = 0; trial < 50; trial++) expect(lifeOf(other, trial)).toEqual(lifeOf(plan, trial));
  });

  it('a person’s own length of stay is the same whenever the person starts', () => {
    const stayOf = (start: string, trial: number) => {
      const moved = makeTestPlan({
        months: 60,
        role: leavers(0.6, fixedMonths(1)),
        seat: () => ({ occupant: { kind: 'planned', start: isoDate(start) } }),
      });
      const { moments } = traceOf(moved, trial);
      const left = momentsOfKind(moments, 'left').map(({ time }) => time);
      return momentsOfKind(moments, 'started').map(({ time }, index) => (left[index] ?? Infinity) - time);
    };
    for (let trial = 0; trial < 50; trial++) {
      const [early, late] = [stayOf('2027-01-01', trial), stayOf('2028-03-16', trial)];
      late.forEach((stay, index) => {
        if (stay < Infinity) expect(stay).toBeCloseTo(early[index] ?? NaN, 9);
      });
    }
  });

  it('the same person has the same figures beside others, to the bit', () => {
    const alone: Plan = { ...plan, seats: plan.seats.slice(0, 1) };
    const figures = figuresOf(plan, blockOf(plan));
    for (const [name, bits] of figuresOf(alone, blockOf(alone)))
      if (name.startsWith('seat ')) expect(figures.get(name), name).toBe(bits);
  });
});

describe('seats’ ids are all that tells them apart', () => {
  it('another id is another person', () => {
    const plan = makeTestPlan({ months: 36, role: leavers(0.6, fixedMonths(1)) });
    const other: Plan = { ...plan, seats: plan.seats.map((seat) => ({ ...seat, id: seatId('other') })) };
    expect(traceOf(other, 0).moments.map(({ time }) => time)).not.toEqual(
      traceOf(plan, 0).moments.map(({ time }) => time),
    );
  });
});
