import { monthNumber, planPeriods, targetOf, type Period } from '../../model/calendar';
import type { Calendar, Plan } from '../../model/plan';
import type { Money, PeriodId } from '../../model/units';

/** A period's place in one plan. */
export interface PeriodSpan {
  readonly firstMonth: number;
  readonly endMonth: number;
  /** The fiscal years it consists of, as indices [first, end), where cost, counted by year, can be told; absent of others. */
  readonly years?: readonly [number, number];
}

/** A time that several plans cover alike. */
export interface SharedPeriod {
  readonly kind: 'quarter' | 'year' | 'horizon';
  /** `horizon` for all the months that the plans share. */
  readonly id: PeriodId | 'horizon';
  /** Whether all of its months are in the plans, in their fiscal year or quarter. */
  readonly whole: boolean;
  /** Its place in each plan, in their order. */
  readonly spans: readonly PeriodSpan[];
}

const startOf = (calendar: Calendar) => monthNumber(calendar.start);

/** Whether two plans cover the same calendar months of a period. */
const alike = (one: Period, other: Period, shift: number): boolean =>
  one.firstMonth + shift === other.firstMonth && one.endMonth + shift === other.endMonth;

function sharedSpans(calendars: readonly Calendar[], period: Period): PeriodSpan[] | undefined {
  const [first] = calendars;
  if (!first) return undefined;
  const spans: PeriodSpan[] = [];
  for (const calendar of calendars) {
    const all = planPeriods(calendar);
    const own = all.find(({ id }) => id === period.id);
    if (!own || !alike(period, own, startOf(first) - startOf(calendar))) return undefined;
    const year = all.filter(({ kind }) => kind === 'year').indexOf(own);
    const { firstMonth, endMonth } = own;
    spans.push({ firstMonth, endMonth, ...(year >= 0 && { years: [year, year + 1] as const }) });
  }
  return spans;
}

/** All months that the plans share, where they are more than one fiscal year or quarter; with cost where they are all months of each. */
function horizonOf(calendars: readonly Calendar[], others: readonly SharedPeriod[]): SharedPeriod[] {
  const first = Math.max(...calendars.map(startOf));
  const end = Math.min(...calendars.map((calendar) => startOf(calendar) + calendar.months));
  if (!(end > first)) return [];
  const same = calendars.every(
    (calendar) =>
      startOf(calendar) === first &&
      calendar.months === end - first &&
      calendar.fiscalYearStart === calendars[0]?.fiscalYearStart,
  );
  const spans = calendars.map((calendar): PeriodSpan => {
    const span = { firstMonth: first - startOf(calendar), endMonth: end - startOf(calendar) };
    const years = planPeriods(calendar).filter(({ kind }) => kind === 'year').length;
    return same ? { ...span, years: [0, years] } : span;
  });
  const [own] = spans;
  const known = others.some(
    ({ spans: [span] }) => span?.firstMonth === own?.firstMonth && span?.endMonth === own?.endMonth,
  );
  return known ? [] : [{ kind: 'horizon', id: 'horizon', whole: true, spans }];
}

/**
 * The periods that all of these plans cover alike: fiscal years, then quarters, each in order of time and of the same
 * calendar months in every plan, then the whole of the months they share. None where they share no month.
 */
export function sharedPeriods(calendars: readonly Calendar[]): SharedPeriod[] {
  const [first] = calendars;
  if (!first) return [];
  const all = planPeriods(first);
  const ordered = [
    ...all.filter(({ kind }) => kind === 'year'),
    ...all.filter(({ kind }) => kind === 'quarter'),
  ];
  const shared = ordered.flatMap((period): SharedPeriod[] => {
    const spans = sharedSpans(calendars, period);
    return spans ? [{ kind: period.kind, id: period.id, whole: period.whole, spans }] : [];
  });
  return [...shared, ...horizonOf(calendars, shared)];
}

/** The target of a shared period in one of the plans; none of the horizon, which is no fiscal period. */
export function sharedTarget(plan: Plan, period: SharedPeriod): Money | undefined {
  const own = planPeriods(plan.calendar).find(({ id }) => id === period.id);
  return own && targetOf(plan, own);
}

/** The period to ask about first: the year with a target in most plans, the longest of these; else the first there is. */
export function firstAsked(
  plans: readonly Plan[],
  periods: readonly SharedPeriod[],
): SharedPeriod | undefined {
  const years = periods.filter(({ kind }) => kind === 'year');
  const rank = (period: SharedPeriod) => {
    const [span] = period.spans;
    const aimed = plans.filter((plan) => sharedTarget(plan, period) !== undefined).length;
    return aimed * 100 + (span ? span.endMonth - span.firstMonth : 0);
  };
  return years.toSorted((one, other) => rank(other) - rank(one))[0] ?? periods[0];
}
