import type { Calendar, Plan, Target } from './plan';
import { isoMonth, money, periodId, type IsoDate, type IsoMonth, type Money, type PeriodId } from './units';

/** A fiscal quarter or year as far as the plan's horizon covers it. */
export interface Period {
  readonly id: PeriodId;
  readonly kind: 'quarter' | 'year';
  /** First month of it inside the horizon, as an index from the plan's start. */
  readonly firstMonth: number;
  /** One past its last month inside the horizon. */
  readonly endMonth: number;
  /** Whether the horizon covers all of its months. */
  readonly whole: boolean;
}

/** Months since year 0 of a calendar month. */
export function monthNumber(month: IsoMonth | IsoDate): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The calendar month with that number of months since year 0. */
export function monthFromNumber(count: number): IsoMonth {
  const year = Math.floor(count / 12);
  return isoMonth(`${String(year).padStart(4, '0')}-${String(count - year * 12 + 1).padStart(2, '0')}`);
}

/** The plan's month of that index (0 is the first). */
export function planMonth(calendar: Calendar, index: number): IsoMonth {
  return monthFromNumber(monthNumber(calendar.start) + index);
}

/** Days in a month that is given by its number of months since year 0. */
export function daysInMonth(count: number): number {
  const year = Math.floor(count / 12);
  return new Date(Date.UTC(year, count - year * 12 + 1, 0)).getUTCDate();
}

/**
 * A date as months from the plan's start, fractional: the 16th of a 30-day first month is 0.5.
 * Negative for dates before the plan.
 */
export function monthsFromStart(calendar: Calendar, date: IsoDate): number {
  const month = monthNumber(date);
  return month - monthNumber(calendar.start) + (Number(date.slice(8, 10)) - 1) / daysInMonth(month);
}

/** Fiscal year (named after the calendar year it ends in) and quarter (1 to 4) of a plan month. */
export function fiscalPosition(calendar: Calendar, index: number): { year: number; quarter: number } {
  const fiscal = monthNumber(calendar.start) + index - (calendar.fiscalYearStart - 1);
  const startYear = Math.floor(fiscal / 12);
  const quarter = Math.floor((fiscal - startYear * 12) / 3) + 1;
  return { year: calendar.fiscalYearStart === 1 ? startYear : startYear + 1, quarter };
}

export const quarterId = (year: number, quarter: number): PeriodId => periodId(`FY${year}-Q${quarter}`);
export const yearId = (year: number): PeriodId => periodId(`FY${year}`);

/** Every fiscal quarter and year that the horizon touches, quarters first, each in order of time. */
export function planPeriods(calendar: Calendar): Period[] {
  const quarters: Period[] = [];
  const years: Period[] = [];
  const extend = (list: Period[], kind: Period['kind'], id: PeriodId, month: number, full: number) => {
    const last = list.at(-1);
    if (last?.id === id) {
      const endMonth = month + 1;
      list[list.length - 1] = { ...last, endMonth, whole: endMonth - last.firstMonth === full };
    } else list.push({ id, kind, firstMonth: month, endMonth: month + 1, whole: full === 1 });
  };
  for (let month = 0; month < calendar.months; month++) {
    const { year, quarter } = fiscalPosition(calendar, month);
    extend(quarters, 'quarter', quarterId(year, quarter), month, 3);
    extend(years, 'year', yearId(year), month, 12);
  }
  return [...quarters, ...years];
}

/**
 * The target of a period with the plan's target lever applied: its own; for a year without one, the
 * sum of its quarters' where all that the horizon covers have one; otherwise none.
 * Of a period that the horizon covers in part it is the whole target all the same.
 */
export function targetOf(
  plan: Pick<Plan, 'calendar' | 'targets' | 'levers'>,
  period: Period,
): Money | undefined {
  const stated = (id: PeriodId) => plan.targets.find((target: Target) => target.period === id)?.amount;
  const own = stated(period.id);
  if (own !== undefined) return money(own * plan.levers.target);
  if (period.kind === 'quarter') return undefined;
  let sum = 0;
  for (const quarter of planPeriods(plan.calendar)) {
    if (
      quarter.kind !== 'quarter' ||
      quarter.firstMonth < period.firstMonth ||
      quarter.endMonth > period.endMonth
    )
      continue;
    const amount = stated(quarter.id);
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return money(sum * plan.levers.target);
}
