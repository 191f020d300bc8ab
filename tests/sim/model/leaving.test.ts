import { describe, expect, it } from 'vitest';
import type { Plan, RiskEvent, Role, TenureAttrition } from '../../../src/model/plan';
import { days, eventId, isoDate, isoMonth, money, roleId, share } from '../../../src/model/units';
import { simulate } from '../support/simulate';
import { stayingByAttainment, type JudgedSeller } from '../support/stayingByAttainment';
import { makeTestPlan, quietRole } from '../support/testPlan';
import { momentsOfKind, traceOf } from '../support/traceOf';
import { expectMean, expectWithin } from '../support/within';

// Section 2 of design/model.md: leaving. 40,000 people each (40 seats, 1,000 trials, seed 20270101), four standard errors.

const PEOPLE = 40_000;
const forceOf = (annual: number) => -Math.log(1 - annual) / 12;

/** Shares still there at the end of each month, of people hired so many months before the start. */
function staying(role: Partial<Role>, tenure: number, months: number, plan: Partial<Plan> = {}): number[] {
  const made = makeTestPlan({
    months,
    seats: 40,
    role: { productivity: { perMonth: money(0), cv: 0 }, ...role },
    seat: () => ({
      backfill: false,
      occupant:
        tenure === 0
          ? { kind: 'planned', start: isoDate('2027-01-01') }
          : { kind: 'incumbent', hired: hiredBefore(tenure) },
    }),
    plan,
  });
  const { headcount } = simulate(made, PEOPLE / 40);
  return Array.from({ length: months }, (_, month) => {
    let people = 0;
    for (let trial = 0; trial < PEOPLE / 40; trial++) people += headcount[trial * months + month] ?? 0;
    return people / PEOPLE;
  });
}

function hiredBefore(tenure: number) {
  const count = 2027 * 12 - tenure;
  return isoDate(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`);
}

const expectShares = (seen: readonly number[], exact: (month: number) => number) =>
  seen.forEach((value, month) => {
    const chance = exact(month + 1);
    expectWithin(
      value,
      chance,
      Math.sqrt((chance * (1 - chance)) / PEOPLE),
      `staying after ${month + 1} months`,
    );
  });

describe('the hazard a month is of the annual attrition a, compounded: h = 1 − (1 − a)^(1/12), never a ÷ 12', () => {
  it.each([0.12, 0.3999, 0.9])('at a = %d', (annual) => {
    expectShares(
      staying({ annualAttrition: share(annual) }, 30, 24),
      (month) => (1 - annual) ** (month / 12),
    );
  });

  it('12 % a quarter is 40.0 % a year', () => {
    const annual = 1 - 0.88 ** 4;
    expect(annual).toBeCloseTo(0.4003, 4);
    const seen = staying({ annualAttrition: share(annual) }, 30, 12);
    expectShares(seen, (month) => 0.88 ** (month / 3));
    expect(seen[11]).toBeLessThan(0.61);
  });

  it('the lever multiplies it', () => {
    const seen = staying({ annualAttrition: share(0.3) }, 30, 12, {
      levers: { ...makeTestPlan({}).levers, attrition: 2 },
    });
    expectShares(seen, (month) => 0.7 ** (month / 6));
  });
});

const bands: TenureAttrition = {
  kind: 'bands',
  bands: [
    { fromMonth: 0, annual: share(0.6) },
    { fromMonth: 4.5, annual: share(0) },
    { fromMonth: 10, annual: share(0.8) },
  ],
};
const hazardOfBands = (t: number) => forceOf(0.6) * Math.min(t, 4.5) + forceOf(0.8) * Math.max(0, t - 10);

const points = [
  { month: 6, staying: 0.8 },
  { month: 9.5, staying: 0.8 },
  { month: 18, staying: 0.3 },
];
const curve: TenureAttrition = {
  kind: 'curve',
  points: points.map(({ month, staying: kept }) => ({ month, staying: share(kept) })),
};
/** Straight in the logarithm between the points, and at the annual attrition of 0.5 beyond. */
function hazardOfCurve(t: number): number {
  let [from, before] = [0, 0];
  for (const { month, staying: kept } of points) {
    const hazard = -Math.log(kept);
    if (t <= month) return before + ((hazard - before) * (t - from)) / (month - from);
    [from, before] = [month, hazard];
  }
  return before + forceOf(0.5) * (t - from);
}

describe('optionally by tenure band, or by the Kaplan–Meier curve of a history', () => {
  it.each([0, 3, 8, 30])('in bands, of somebody %i months there: delayed entry', (tenure) => {
    expectShares(staying({ attritionByTenure: bands }, tenure, 18), (month) =>
      Math.exp(hazardOfBands(tenure) - hazardOfBands(tenure + month)),
    );
  });

  it.each([0, 7, 17, 30])('by a curve, of somebody %i months there: delayed entry', (tenure) => {
    const role = { attritionByTenure: curve, annualAttrition: share(0.5) };
    expectShares(staying(role, tenure, 18), (month) =>
      Math.exp(hazardOfCurve(tenure) - hazardOfCurve(tenure + month)),
    );
  });

  it('of successors the hazard begins anew with their own tenure', () => {
    // who leaves and comes back at once is there again; leavers by year are the renewal function of the bands
    const plan = makeTestPlan({
      months: 18,
      seats: 20,
      role: { attritionByTenure: bands, productivity: { perMonth: money(0), cv: 0 } },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-01-01') } }),
    });
    const { leavers } = simulate(plan, 2000);
    expectMean(
      Float64Array.from(leavers, (count) => count / 20),
      renewals(hazardOfBands, 18),
      'leavers a seat',
    );
  });
});

/** Expected number of renewals up to that time at that accumulated hazard: m = F + m ∗ f, on a grid of 1/200. */
function renewals(hazard: (t: number) => number, to: number): number {
  const steps = 200 * to;
  const left = Array.from({ length: steps + 1 }, (_, i) => 1 - Math.exp(-hazard(i / 200)));
  const m = [0];
  for (let i = 1; i <= steps; i++) {
    let sum = left[i] ?? 0;
    for (let j = 1; j <= i; j++) {
      const chance = (left[j] ?? 0) - (left[j - 1] ?? 0);
      // in the middle of the step: the mean of both ends; at j = 1 one of them is m(i) itself
      sum += (chance * ((m[i - j] ?? 0) + (j === 1 ? (m[i - 1] ?? 0) : (m[i - j + 1] ?? 0)))) / 2;
    }
    m.push(sum);
  }
  return m[steps] ?? NaN;
}

describe('optionally multiplied by risk events', () => {
  const event = (fields: Partial<RiskEvent>): RiskEvent => ({
    id: eventId('poaching'),
    name: 'Poaching',
    probability: share(1),
    earliest: isoMonth('2027-04'),
    latest: isoMonth('2027-04'),
    months: 5,
    scope: { kind: 'all' },
    effects: { attrition: 3 },
    ...fields,
  });
  const extra = (month: number) => 2 * Math.min(5, Math.max(0, month - 3));

  it('while they last, at every tenure', () => {
    const annual = 0.3;
    expectShares(staying({ annualAttrition: share(annual) }, 20, 12, { events: [event({})] }), (month) =>
      Math.exp(-forceOf(annual) * (month + extra(month))),
    );
    expectShares(staying({ attritionByTenure: bands }, 8, 12, { events: [event({})] }), (month) => {
      const at = (t: number) => hazardOfBands(8 + t);
      const during = at(Math.min(8, Math.max(3, month))) - at(3);
      return Math.exp(at(0) - at(month) - 2 * Math.max(0, during));
    });
  });

  it('an event of chance a half, in one of three months, is met by the mean over them', () => {
    const events = [event({ probability: share(0.5), latest: isoMonth('2027-06'), months: 2 })];
    const force = forceOf(0.3);
    const seen = staying({ annualAttrition: share(0.3) }, 20, 12, { events });
    // people of one trial share the event: the error is that of 1,000 trials
    const exact = [3, 4, 5].reduce(
      (sum, begin) => {
        const lived = (month: number) => month + 2 * Math.min(2, Math.max(0, month - begin));
        return sum + Math.exp(-force * lived(12)) / 6;
      },
      Math.exp(-12 * force) / 2,
    );
    const spread = Math.exp(-12 * force) * (1 - Math.exp(-4 * force));
    expectWithin(
      seen[11] ?? NaN,
      exact,
      Math.hypot(spread / 2 / Math.sqrt(1000), 0.5 / Math.sqrt(PEOPLE)),
      'staying',
    );
  });

  it('and stretch the time to fill of whoever leaves while they last', () => {
    const plan = makeTestPlan({
      months: 24,
      seats: 5,
      role: { annualAttrition: share(0.8), timeToFill: { p50: days(30.4375), p90: days(30.4375) } },
      plan: { events: [event({ effects: { timeToFill: 2.5 } })] },
    });
    let stretched = 0;
    for (let trial = 0; trial < 100; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const { id } of plan.seats) {
        const started = momentsOfKind(moments, 'started', id);
        momentsOfKind(moments, 'left', id).forEach(({ time }, index) => {
          const next = started[index]?.time;
          if (next === undefined) return;
          const during = time >= 3 && time < 8;
          expect(next - time).toBeCloseTo(during ? 2.5 : 1, 9);
          if (during) stretched++;
        });
      }
    }
    expect(stretched).toBeGreaterThan(100);
  });
});

describe('optionally multiplied for a person whose attainment of the year so far is below a threshold', () => {
  const seller: JudgedSeller = {
    force: forceOf(0.4),
    threshold: 0.8,
    multiplier: 4,
    deals: 3,
    quota: 3.75,
    years: [4, 2],
  };
  const judged = (fields: Partial<JudgedSeller>) => {
    const { threshold, multiplier, deals, quota } = { ...seller, ...fields };
    return {
      annualAttrition: share(0.4),
      performanceLeaving: { threshold, multiplier },
      productivity: { perMonth: money(deals / 3), cv: 0 },
      annualQuota: money(4 * quota),
    };
  };

  it.each([
    ['3 deals a quarter on average against a quota of 3.75', {}],
    ['nobody ever behind', { threshold: 0 }],
    ['everybody always behind', { threshold: 10 }],
    ['those who are behind staying for ever', { multiplier: 0 }],
    ['a quota that is easily met', { quota: 1, threshold: 1.5 }],
  ])('judged at quarter ends, by every number of deals there may be: %s', (_, fields) => {
    const exact = stayingByAttainment({ ...seller, ...fields });
    const seen = staying(judged(fields), 30, 18);
    exact.forEach((chance, quarter) =>
      expectWithin(
        seen[3 * quarter + 2] ?? NaN,
        chance,
        Math.sqrt((chance * (1 - chance)) / PEOPLE),
        `staying after quarter ${quarter + 1}`,
      ),
    );
  });

  it('within a quarter the hazard stays what it was', () => {
    const seen = staying(judged({ threshold: 10 }), 30, 12);
    const { force, multiplier } = seller;
    expectShares(seen, (month) =>
      Math.exp(-force * (Math.min(3, month) + multiplier * Math.max(0, month - 3))),
    );
  });

  it('the first fiscal year may be cut by the start: its quarters are those of the calendar', () => {
    // two quarters of one fiscal year, then a whole one
    const exact = stayingByAttainment({ ...seller, years: [2, 4] });
    const seen = staying(judged({}), 30, 18, {
      calendar: { start: isoMonth('2027-01'), months: 18, fiscalYearStart: 7 },
    });
    exact.forEach((chance, quarter) =>
      expectWithin(
        seen[3 * quarter + 2] ?? NaN,
        chance,
        Math.sqrt((chance * (1 - chance)) / PEOPLE),
        `staying after quarter ${quarter + 1}`,
      ),
    );
  });

  it('a person without a quota is never behind', () => {
    const role = { ...judged({ threshold: 10 }), annualQuota: money(0) };
    expectShares(staying(role, 30, 12), (month) => 0.6 ** (month / 12));
  });

  it('somebody new is judged by the own time alone: nobody is behind before the first quarter end', () => {
    const plan = makeTestPlan({
      months: 9,
      seats: 40,
      role: judged({ threshold: 10 }),
      seat: () => ({ backfill: false, occupant: { kind: 'planned', start: isoDate('2027-05-01') } }),
    });
    const { headcount } = simulate(plan, 1000);
    for (const [month, hazard] of [
      [4, 1],
      [5, 2],
      [6, 2 + 4],
      [8, 2 + 12],
    ] as const) {
      let people = 0;
      for (let trial = 0; trial < 1000; trial++) people += headcount[9 * trial + month] ?? 0;
      const chance = Math.exp(-seller.force * hazard);
      expectWithin(people / PEOPLE, chance, Math.sqrt((chance * (1 - chance)) / PEOPLE), `month ${month}`);
    }
  });

  it('only sellers are judged', () => {
    const role = { ...judged({ threshold: 10 }), work: 'support' as const };
    expectShares(staying(role, 30, 12), (month) => 0.6 ** (month / 12));
  });
});

describe('one Exp(1) threshold per person: the person leaves when the accumulated hazard passes it', () => {
  it('whatever the hazard, the hazard that a leaver has accumulated is the same in the same trial', () => {
    const plans = [
      { role: { annualAttrition: share(0.6) }, hazard: (t: number) => forceOf(0.6) * t },
      { role: { attritionByTenure: bands }, hazard: hazardOfBands },
      { role: { attritionByTenure: curve, annualAttrition: share(0.5) }, hazard: hazardOfCurve },
    ].map(({ role, hazard }) => ({
      hazard,
      plan: makeTestPlan({
        months: 60,
        role: { productivity: { perMonth: money(0), cv: 0 }, ...role },
        seat: () => ({ backfill: false, occupant: { kind: 'planned', start: isoDate('2027-01-01') } }),
      }),
    }));
    let told = 0;
    for (let trial = 0; trial < 200; trial++) {
      const thresholds = plans.flatMap(({ plan, hazard }) =>
        momentsOfKind(traceOf(plan, trial).moments, 'left').map(({ time }) => hazard(time)),
      );
      for (const each of thresholds) expect(each).toBeCloseTo(thresholds[0] ?? NaN, 9);
      if (thresholds.length === 3) told++;
    }
    expect(told).toBeGreaterThan(150);
  });

  it('an event that changes nothing in the end changes no leaving: the hazard is used up piece by piece', () => {
    const plain = makeTestPlan({ months: 60, seats: 10, role: { attritionByTenure: bands } });
    const event: RiskEvent = {
      id: eventId('none'),
      name: 'None',
      probability: share(1),
      earliest: isoMonth('2027-02'),
      latest: isoMonth('2027-02'),
      months: 7,
      scope: { kind: 'role', id: roleId('other') },
      effects: { attrition: 5 },
    };
    const eventful: Plan = {
      ...plain,
      roles: [...plain.roles, { ...quietRole, id: roleId('other') }],
      events: [event],
    };
    for (let trial = 0; trial < 50; trial++) {
      const [one, other] = [plain, eventful].map((plan) =>
        momentsOfKind(traceOf(plan, trial).moments, 'left').map(({ time, subject }) => ({ time, subject })),
      );
      expect(other?.map(({ subject }) => subject)).toEqual(one?.map(({ subject }) => subject));
      one?.forEach(({ time }, index) => expect(other?.[index]?.time).toBeCloseTo(time, 9));
    }
  });
});
