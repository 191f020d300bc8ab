import { describe, expect, test } from 'vitest';
import { daysInMonth, fiscalPosition, monthFromNumber, monthNumber } from '../../src/model/calendar';
import { monthsFromStart, planMonth, planPeriods, targetOf } from '../../src/model/calendar';
import type { Calendar } from '../../src/model/plan';
import { isoDate, isoMonth, money, periodId } from '../../src/model/units';
import { neutralLevers } from '../../src/model/defaults';

const calendar = (start: string, months: number, fiscalYearStart = 1): Calendar => ({
  start: isoMonth(start),
  months,
  fiscalYearStart,
});

const ids = (plan: Calendar) => planPeriods(plan).map((period) => period.id);

test('months count on across the end of a year', () => {
  expect(planMonth(calendar('2027-11', 6), 3)).toBe('2028-02');
  expect(monthFromNumber(monthNumber(isoMonth('2027-12')))).toBe('2027-12');
});

test('February has 29 days in leap years only', () => {
  const lengths = ['2027-02', '2028-02', '2100-02'].map((month) => daysInMonth(monthNumber(isoMonth(month))));
  expect(lengths).toEqual([28, 29, 28]);
});

test('a date is a fraction of its month, negative before the plan', () => {
  const plan = calendar('2027-04', 12);
  expect(monthsFromStart(plan, isoDate('2027-04-16'))).toBe(0.5);
  expect(monthsFromStart(plan, isoDate('2027-03-01'))).toBe(-1);
});

describe('a fiscal year is named after the calendar year it ends in', () => {
  test.each([
    ['2027-01', 1, 2027, 1],
    ['2027-01', 2, 2027, 4],
    ['2027-02', 2, 2028, 1],
    ['2027-04', 2, 2028, 1],
    ['2027-05', 2, 2028, 2],
    ['2027-09', 10, 2027, 4],
    ['2027-10', 10, 2028, 1],
    ['2027-12', 10, 2028, 1],
    ['2028-01', 10, 2028, 2],
    ['2027-12', 12, 2028, 1],
  ] as const)(
    '%s with fiscal years from month %i lies in FY%i, Q%i',
    (start, fiscalYearStart, year, quarter) => {
      expect(fiscalPosition(calendar(start, 1, fiscalYearStart), 0)).toEqual({ year, quarter });
    },
  );
});

describe('periods of the horizon', () => {
  test('a fiscal year from February has its four quarters and itself', () => {
    expect(ids(calendar('2027-02', 12, 2))).toEqual([
      'FY2028-Q1',
      'FY2028-Q2',
      'FY2028-Q3',
      'FY2028-Q4',
      'FY2028',
    ]);
  });

  test('a fiscal year from October that is entered in its second quarter is partial', () => {
    const periods = planPeriods(calendar('2027-02', 8, 10));
    expect(periods).toEqual([
      { id: 'FY2027-Q2', kind: 'quarter', firstMonth: 0, endMonth: 2, whole: false },
      { id: 'FY2027-Q3', kind: 'quarter', firstMonth: 2, endMonth: 5, whole: true },
      { id: 'FY2027-Q4', kind: 'quarter', firstMonth: 5, endMonth: 8, whole: true },
      { id: 'FY2027', kind: 'year', firstMonth: 0, endMonth: 8, whole: false },
    ]);
  });

  test('months are in one quarter and one year each, whatever the calendar', () => {
    for (let fiscalYearStart = 1; fiscalYearStart <= 12; fiscalYearStart++)
      for (const months of [1, 2, 5, 12, 25, 60])
        for (const kind of ['quarter', 'year'] as const) {
          const periods = planPeriods(calendar('2027-05', months, fiscalYearStart)).filter(
            (each) => each.kind === kind,
          );
          const edges = periods.flatMap(({ firstMonth, endMonth }) => [firstMonth, endMonth]);
          expect([edges[0], edges.at(-1)]).toEqual([0, months]);
          for (let i = 1; i + 1 < edges.length; i += 2) expect(edges[i]).toBe(edges[i + 1]);
        }
  });
});

describe('the target of a year', () => {
  const year = { id: periodId('FY2027'), kind: 'year', firstMonth: 0, endMonth: 12, whole: true } as const;
  const targets = [1, 2, 3, 4].map((quarter) => ({
    period: periodId(`FY2027-Q${quarter}`),
    amount: money(quarter * 100),
  }));
  const plan = { calendar: calendar('2027-01', 12), targets, levers: neutralLevers };

  test('is the sum of its quarters’, times the lever', () => {
    expect(targetOf(plan, year)).toBe(1000);
    expect(targetOf({ ...plan, levers: { ...neutralLevers, target: 1.1 } }, year)).toBeCloseTo(1100, 9);
  });

  test('is its own where it has one', () => {
    const own = [...targets, { period: year.id, amount: money(900) }];
    expect(targetOf({ ...plan, targets: own }, year)).toBe(900);
  });

  test('is none where a quarter has none', () => {
    expect(targetOf({ ...plan, targets: targets.slice(1) }, year)).toBeUndefined();
  });
});
