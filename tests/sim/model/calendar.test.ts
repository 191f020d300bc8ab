import { describe, expect, it } from 'vitest';
import { planPeriods } from '../../../src/model/calendar';
import { parsePlan } from '../../../src/model/parsePlan';
import type { Plan } from '../../../src/model/plan';
import { isoDate, isoMonth, money, periodId } from '../../../src/model/units';
import { summarise } from '../../../src/stats/summarise';
import { bookingsOf, simulate } from '../support/simulate';
import { makeTestPlan } from '../support/testPlan';

// Section 1 of design/model.md.

const planOf = (start: string, months: number, fiscalYearStart: number, more: Partial<Plan> = {}): Plan => ({
  ...makeTestPlan({ months }),
  calendar: { start: isoMonth(start), months, fiscalYearStart },
  ...more,
});

describe('the plan has a start month, a horizon of 1 to 60 months and a fiscal-year start month', () => {
  it.each([1, 7, 60])('a horizon of %i months has that many months of figures', (months) => {
    const totals = simulate(planOf('2027-11', months, 2), 3);
    expect(totals.bookings.length).toBe(3 * months);
    expect(totals.headcount.length).toBe(3 * months);
  });

  it.each([0, 61, 1.5])('a horizon of %d months is refused', (months) => {
    expect(parsePlan(planOf('2027-11', months, 2)).ok).toBe(false);
  });

  it.each([0, 13])('a fiscal year that starts in month %i is refused', (month) => {
    expect(parsePlan(planOf('2027-11', 12, month)).ok).toBe(false);
  });
});

describe('steps are calendar months', () => {
  it('each with the weight of its own month of the year, whatever the horizon starts with', () => {
    // deals of one seat, 300 a month at weight one, in 640 trials of seed 20270101: a month's sum within four errors
    const seasonality = Array.from({ length: 12 }, (_, month) => (2 * (month + 1)) / 13);
    const role = { productivity: { perMonth: money(300), cv: 0 } };
    const plan: Plan = {
      ...makeTestPlan({ months: 14, role }),
      calendar: { start: isoMonth('2027-11'), months: 14, fiscalYearStart: 1 },
      seasonality,
    };
    const totals = simulate(plan, 640);
    for (let month = 0; month < 14; month++) {
      const sum = bookingsOf(totals, month, month + 1).reduce((all, each) => all + each, 0);
      const exact = 640 * 300 * (seasonality[(10 + month) % 12] ?? NaN);
      expect(Math.abs(sum - exact)).toBeLessThan(4 * Math.sqrt(exact));
    }
  });

  it('and long and short months count alike: a person of the whole month works one', () => {
    const { rampedEquivalents } = simulate(planOf('2027-01', 12, 1), 1);
    expect([...rampedEquivalents]).toEqual(Array<number>(12).fill(1));
  });
});

describe('quarters and years are fiscal', () => {
  it('they are of three and twelve months of the fiscal year, and the horizon may cut the first and the last', () => {
    const periods = planPeriods(planOf('2027-03', 14, 5).calendar);
    expect(periods.map(({ id, firstMonth, endMonth }) => `${id} ${firstMonth}–${endMonth}`)).toEqual([
      'FY2027-Q4 0–2',
      'FY2028-Q1 2–5',
      'FY2028-Q2 5–8',
      'FY2028-Q3 8–11',
      'FY2028-Q4 11–14',
      'FY2027 0–2',
      'FY2028 2–14',
    ]);
  });

  it('a run’s periods are the sums of their months in every trial, and targets are met by those sums', () => {
    const targets = [
      { period: periodId('FY2027-Q4'), amount: money(2) },
      { period: periodId('FY2028'), amount: money(12) },
    ];
    const plan = planOf('2027-03', 14, 5, { targets });
    const totals = simulate(plan, 200);
    for (const period of summarise(plan, totals).periods) {
      const sums = bookingsOf(totals, period.firstMonth, period.endMonth);
      const mean = sums.reduce((all, each) => all + each, 0) / 200;
      expect(period.bookings.mean).toBeCloseTo(mean, 9);
      // a year without a target of its own has those of its quarters
      const stated = period.period === 'FY2027' ? 'FY2027-Q4' : period.period;
      const target = targets.find((each) => each.period === stated)?.amount;
      expect(period.chance?.value).toBe(
        target === undefined ? undefined : sums.filter((sum) => sum >= target).length / 200,
      );
    }
  });

  it('cost is by fiscal year: base pay of the months that lie in it', () => {
    const [role] = makeTestPlan({}).roles;
    if (!role) throw new Error('there must be a role');
    const roles = [{ ...role, pay: { ...role.pay, base: money(1200) } }];
    expect([...simulate(planOf('2027-03', 14, 5, { roles }), 1).cost]).toEqual([200, 1200]);
  });
});

describe('dates of people are continuous: a month is counted by the fraction worked', () => {
  it.each([
    ['2027-04-01', 3],
    ['2027-04-11', 3 + 10 / 30],
    ['2027-02-15', 1 + 14 / 28],
    ['2027-07-31', 6 + 30 / 31],
  ])('a person who starts on %s works from month %d on', (start, from) => {
    const plan = makeTestPlan({
      months: 12,
      seat: () => ({ occupant: { kind: 'planned', start: isoDate(start) } }),
      role: { pay: { ...makeTestPlan({}).roles[0]?.pay, base: money(12) } as never },
    });
    const { rampedEquivalents, headcount, cost } = simulate(plan, 1);
    for (let month = 0; month < 12; month++) {
      expect(rampedEquivalents[month]).toBeCloseTo(Math.min(1, Math.max(0, month + 1 - from)), 12);
      expect(headcount[month]).toBe(month + 1 > from ? 1 : 0);
    }
    expect(cost[0]).toBeCloseTo(12 - from, 12);
  });

  it('and so is one whose seat closes on the 21st', () => {
    const plan = makeTestPlan({ months: 6, seat: () => ({ closes: isoDate('2027-04-21') }) });
    const { rampedEquivalents, headcount } = simulate(plan, 1);
    expect([...rampedEquivalents].map((share) => Math.round(share * 1e12) / 1e12)).toEqual([
      1, 1, 1, 0.666666666667, 0, 0,
    ]);
    expect([...headcount]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
