import { daysInMonth, fiscalPosition, monthFromNumber, monthNumber, quarterId } from '../model/calendar';
import type { Opportunity } from '../model/history';
import { money, type IsoDate, type IsoMonth } from '../model/units';
import type { CalibrationOptions, MonthFigure, QuarterFigure } from './report';

/** A won or lost opportunity with its closing date. */
export type ClosedDeal = Opportunity & { readonly closed: IsoDate; readonly outcome: 'won' | 'lost' };

/** The history by months and fiscal quarters. Months are numbers (see `monthNumber`). */
export interface Timeline {
  readonly deals: readonly ClosedDeal[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly fiscalYearStart: number;
  readonly months: readonly MonthFigure[];
  readonly quarters: readonly QuarterFigure[];
  readonly window: MeasuringWindow;
}

/** The time that productivity is measured over: from `start` to before `end`, in months since year 0, fractional. */
export interface MeasuringWindow {
  readonly start: number;
  readonly end: number;
  readonly fullQuarters: number;
}

/** A day as months since year 0, fractional: the 16th of a 30-day month is half a month on. */
export function monthPosition(date: IsoDate): number {
  const month = monthNumber(date);
  return month + (Number(date.slice(8, 10)) - 1) / daysInMonth(month);
}

/** Fiscal year, quarter (1 to 4) and month within the quarter (0 to 2) of a month given by its number. */
export function fiscalMonth(
  month: number,
  fiscalYearStart: number,
): { label: string; quarter: number; position: number } {
  const { year, quarter } = fiscalPosition({ start: monthFromNumber(month), months: 1, fiscalYearStart }, 0);
  return { label: quarterId(year, quarter), quarter, position: (month - (fiscalYearStart - 1) + 12) % 3 };
}

/** Sums of cents in binary are off in their last digits. */
const inCents = (amount: number) => money(Math.round(amount * 100) / 100);

const isClosed = (deal: Opportunity): deal is ClosedDeal =>
  deal.outcome !== 'open' && deal.closed !== undefined;

/** A month at the edge of the history is whole if the closings reach within that many of its days of the edge. */
const EDGE_DAYS = 7;

/**
 * Won and lost deals by month and fiscal quarter. A month is full where the history covers it: those at its edges
 * count as covered if the first (last) closing is within a week, or two mean gaps between closings, of the
 * month's first (last) day. A quarter is full where its three months are. Undefined without a closed deal.
 */
export function makeTimeline(
  opportunities: readonly Opportunity[],
  { fiscalYearStart = 1, historyFrom, historyTo }: CalibrationOptions,
): Timeline | undefined {
  const all = opportunities.filter(isClosed);
  const covered = coverage(all);
  const deals = all.filter(({ closed }) => {
    const month = closed.slice(0, 7);
    return (
      (historyFrom === undefined || month >= historyFrom) && (historyTo === undefined || month <= historyTo)
    );
  });
  const span = spanOf(deals);
  if (covered === undefined || span === undefined) return undefined;
  const isFull = (month: number) => month >= covered.first && month <= covered.last;
  const firstMonth = monthNumber(span.from);
  const count = monthNumber(span.to) - firstMonth + 1;
  const figures = Array.from({ length: count }, () => ({ won: 0, closed: 0, bookings: 0 }));
  for (const { closed, outcome, amount } of deals) {
    const figure = figures[monthNumber(closed) - firstMonth];
    if (figure === undefined) continue;
    figure.closed++;
    if (outcome !== 'won') continue;
    figure.won++;
    figure.bookings += amount ?? 0;
  }
  const months = figures.map(({ won, closed, bookings }, index): MonthFigure => {
    const month = firstMonth + index;
    return { month: monthFromNumber(month), won, closed, bookings: inCents(bookings), full: isFull(month) };
  });
  const quarters = sumQuarters(months, fiscalYearStart);
  const window = measuringWindow(months, quarters, fiscalYearStart, span);
  return { deals, ...span, fiscalYearStart, months, quarters, window };
}

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The first and the last closing. */
function spanOf(deals: readonly ClosedDeal[]): Span | undefined {
  const [first] = deals;
  if (first === undefined) return undefined;
  let from = first.closed;
  let to = first.closed;
  for (const { closed } of deals) {
    if (closed < from) from = closed;
    if (closed > to) to = closed;
  }
  return { from, to };
}

/** First and last month that the closings cover. */
function coverage(deals: readonly ClosedDeal[]): { first: number; last: number } | undefined {
  const span = spanOf(deals);
  if (span === undefined) return undefined;
  const { from: first, to: last } = span;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const tolerance = Math.max(EDGE_DAYS, deals.length > 1 ? (2 * days) / (deals.length - 1) : 0);
  const daysBefore = Number(first.slice(8, 10)) - 1;
  const daysAfter = daysInMonth(monthNumber(last)) - Number(last.slice(8, 10));
  return {
    first: monthNumber(first) + (daysBefore <= tolerance ? 0 : 1),
    last: monthNumber(last) - (daysAfter <= tolerance ? 0 : 1),
  };
}

function sumQuarters(months: readonly MonthFigure[], fiscalYearStart: number): QuarterFigure[] {
  const quarters = new Map<string, { won: number; bookings: number; fullMonths: number }>();
  for (const { month, won, bookings, full } of months) {
    const { label } = fiscalMonth(monthNumber(month), fiscalYearStart);
    const sum = quarters.get(label) ?? { won: 0, bookings: 0, fullMonths: 0 };
    quarters.set(label, {
      won: sum.won + won,
      bookings: sum.bookings + bookings,
      fullMonths: sum.fullMonths + (full ? 1 : 0),
    });
  }
  return [...quarters].map(([label, { won, bookings, fullMonths }]) => {
    return { label, won, bookings: inCents(bookings), full: fullMonths === 3 };
  });
}

/** From the first to the last full quarter; without one the full months; without any from the first to the last closing. */
function measuringWindow(
  months: readonly MonthFigure[],
  quarters: readonly QuarterFigure[],
  fiscalYearStart: number,
  { from, to }: Span,
): MeasuringWindow {
  const full = new Set(quarters.flatMap((quarter) => (quarter.full ? [quarter.label] : [])));
  const span = (list: readonly MonthFigure[], fullQuarters: number): MeasuringWindow | undefined => {
    const [first, last] = [list[0], list.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return { start: monthNumber(first.month), end: monthNumber(last.month) + 1, fullQuarters };
  };
  const inQuarters = months.filter(({ month }) =>
    full.has(fiscalMonth(monthNumber(month), fiscalYearStart).label),
  );
  const touched = {
    start: monthPosition(from),
    end: monthPosition(to) + 1 / daysInMonth(monthNumber(to)),
    fullQuarters: 0,
  };
  return (
    span(inQuarters, full.size) ??
    span(
      months.filter((month) => month.full),
      0,
    ) ??
    touched
  );
}

/** The first and the last month of a window. */
export const windowMonths = ({ start, end }: MeasuringWindow): { from: IsoMonth; to: IsoMonth } => ({
  from: monthFromNumber(Math.floor(start)),
  to: monthFromNumber(Math.ceil(end) - 1),
});

/** The months between two positions, each times the weight of its calendar month (twelve, January first). */
export function seasonedMonths(start: number, end: number, weights: readonly number[]): number {
  let sum = 0;
  for (let month = Math.floor(start); month < end; month++)
    sum += (Math.min(end, month + 1) - Math.max(start, month)) * (weights[month % 12] ?? 1);
  return sum;
}

/** Whether a closing lies in the window; one that starts within a month holds every closing of that month. */
export function isWithin({ start, end }: MeasuringWindow, closed: IsoDate): boolean {
  const month = monthNumber(closed);
  return month >= Math.floor(start) && month < end;
}
