/** Numbers for the hiring timeline. Places along it are in months from the plan's start, fractional. */
import {
  daysInMonth,
  monthFromNumber,
  monthNumber,
  monthsFromStart,
  planPeriods,
  targetOf,
  type Period,
} from '../../model/calendar';
import { occupantDate } from '../../model/occupantDate';
import type { Calendar, Levers, Plan, Role, Seat } from '../../model/plan';
import { DAYS_PER_MONTH, isoDate, type IsoDate, type Money, type SeatId } from '../../model/units';

/** A stretch of a seat's bar in which the person works at that share of full productivity. */
export interface RampStep {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

export interface HireBar {
  readonly seat: Seat;
  /** Where the planned start lies; bars begin here. */
  readonly start: number;
  /** Where work begins: the start put back by the plan's hiring delay. */
  readonly working: number;
  readonly steps: readonly RampStep[];
  /** Where the ramp ends, beyond the horizon too. */
  readonly ramped: number;
  /** The ramp is not finished when the horizon or the seat ends. */
  readonly late: boolean;
  /** Where the bar ends: at the seat's closing, else at the horizon. */
  readonly end: number;
  /** Absences of the first person, inside the bar. */
  readonly leaves: readonly RampStep[];
  /** Where the seat is likely to stand empty, by the medians of the role: until a hire really starts, and after somebody moves on. */
  readonly vacancies: readonly { readonly from: number; readonly to: number }[];
  /** Who moves on to which seat, and where on the way. */
  readonly moves: readonly { readonly at: number; readonly to: string }[];
}

/** The day at that place, or the first of the nearest month; kept inside the horizon. */
export function dateAt(calendar: Calendar, place: number, snap: 'month' | 'day'): IsoDate {
  if (snap === 'month') {
    const month = Math.min(calendar.months - 1, Math.max(0, Math.round(place)));
    return isoDate(`${monthFromNumber(monthNumber(calendar.start) + month)}-01`);
  }
  const inside = Math.min(calendar.months - 1e-6, Math.max(0, place));
  const month = Math.floor(inside);
  const count = monthNumber(calendar.start) + month;
  // The tolerance undoes the rounding of (day − 1) ÷ days, so that a place and its day agree both ways.
  const day = Math.floor((inside - month) * daysInMonth(count) + 1e-6) + 1;
  return isoDate(`${monthFromNumber(count)}-${String(day).padStart(2, '0')}`);
}

/** The date some months later or earlier, on the same day of the month as far as the month has it. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = monthNumber(date) + months;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(count));
  return isoDate(`${monthFromNumber(count)}-${String(day).padStart(2, '0')}`);
}

/** The date some days later or earlier. */
export const addDays = (date: IsoDate, count: number): IsoDate =>
  isoDate(new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10));

/** The date kept inside the plan's horizon. */
export function insideHorizon(calendar: Calendar, date: IsoDate): IsoDate {
  const place = monthsFromStart(calendar, date);
  return place < 0 || place >= calendar.months ? dateAt(calendar, place, 'day') : date;
}

/** A seat's bar: from its first person's start to its closing or the horizon's end, by ramp step. `moves` are the seats its people go on to. */
export function layoutHire(
  calendar: Calendar,
  levers: Levers,
  role: Role | undefined,
  seat: Seat,
  moves: readonly { readonly name: string; readonly date: IsoDate }[] = [],
): HireBar {
  const { occupant } = seat;
  const start = monthsFromStart(calendar, occupantDate(occupant));
  const delay = occupant.kind === 'planned' ? levers.startDelay / DAYS_PER_MONTH : 0;
  const working = start + delay;
  const closes = seat.closes === undefined ? Infinity : monthsFromStart(calendar, seat.closes);
  const end = Math.max(0, Math.min(calendar.months, closes));
  const clip = (from: number, to: number, share: number): RampStep[] => {
    const step = { from: Math.max(0, working, from), to: Math.min(end, to), share };
    return step.to > step.from ? [step] : [];
  };
  const ramp = role?.ramp ?? [];
  const kept = occupant.kind === 'transfer' ? occupant.rampKept * ramp.length : 0;
  const from = working - kept * levers.ramp;
  const place = (month: number) => from + month * levers.ramp;
  const below = ramp.findLastIndex((share) => share < 1) + 1;
  const ramped = Math.max(working, place(below));
  return {
    seat,
    start,
    working,
    steps: [
      ...ramp.flatMap((share, month) => clip(place(month), place(month + 1), share)),
      ...clip(place(ramp.length), end, 1),
    ],
    ramped,
    late: ramped > end + 1e-9,
    end,
    leaves: (seat.leaves ?? []).flatMap(({ from: first, to, share }) =>
      clip(monthsFromStart(calendar, first), monthsFromStart(calendar, to), share),
    ),
    vacancies: vacanciesOf(calendar, levers, role, seat, moves)
      .map(({ from: first, to }) => ({ from: Math.max(0, first), to: Math.min(end, to) }))
      .filter(({ from: first, to }) => to > first),
    moves: moves
      .map(({ name, date }) => ({ at: Math.max(0, monthsFromStart(calendar, date)), to: name }))
      .filter(({ at }) => at < end),
  };
}

/** Stretches without anybody in the seat, half the cases being longer: a hire's slip and the plan's delay, a leaver's replacement. */
function vacanciesOf(
  calendar: Calendar,
  levers: Levers,
  role: Role | undefined,
  seat: Seat,
  moves: readonly { readonly date: IsoDate }[],
): { readonly from: number; readonly to: number }[] {
  const start = monthsFromStart(calendar, occupantDate(seat.occupant));
  const late = (levers.startDelay + (role?.startSlip.p50 ?? 0)) / DAYS_PER_MONTH;
  const filled = seat.backfill
    ? ((role?.timeToFill.p50 ?? 0) * levers.timeToFill) / DAYS_PER_MONTH
    : Infinity;
  return [
    ...(seat.occupant.kind === 'planned' ? [{ from: start, to: start + late }] : []),
    ...moves.map(({ date }) => {
      const at = monthsFromStart(calendar, date);
      return { from: at, to: at + filled };
    }),
  ];
}

export interface QuarterMark {
  readonly period: Period;
  readonly target: Money | undefined;
}

/** The fiscal quarters of the horizon with their targets, the target lever applied. */
export const quarterMarks = (plan: Plan): QuarterMark[] =>
  planPeriods(plan.calendar)
    .filter((period) => period.kind === 'quarter')
    .map((period) => ({ period, target: targetOf(plan, period) }));

/**
 * Seats filled at the end of each month if everyone comes as planned and nobody leaves but by a transfer or a closing; who
 * moves on is replaced at once, where the seat's leavers are.
 */
export function plannedHeadcount(plan: Plan): number[] {
  const gone = new Map<SeatId, number>();
  for (const { occupant } of plan.seats)
    if (occupant.kind === 'transfer') {
      const at = monthsFromStart(plan.calendar, occupant.date);
      gone.set(occupant.fromSeatId, Math.min(at, gone.get(occupant.fromSeatId) ?? Infinity));
    }
  const stays = plan.seats.map(({ id, occupant, backfill, closes }) => {
    const delay = occupant.kind === 'planned' ? plan.levers.startDelay / DAYS_PER_MONTH : 0;
    const from =
      occupant.kind === 'incumbent' ? -1 : monthsFromStart(plan.calendar, occupantDate(occupant)) + delay;
    const moves = backfill ? Infinity : (gone.get(id) ?? Infinity);
    return { from, to: Math.min(moves, closes ? monthsFromStart(plan.calendar, closes) : Infinity) };
  });
  return Array.from(
    { length: plan.calendar.months },
    (_, month) => stays.filter(({ from, to }) => from < month + 1 && to >= month + 1).length,
  );
}

/** A horizontal gradient with a hard stop at each ramp step, the share as opacity of `colour`; places from `from` to `to`. */
export function rampGradient(steps: readonly RampStep[], from: number, to: number, colour: string): string {
  const at = (place: number) => `${(((place - from) / (to - from)) * 100).toFixed(3)}%`;
  const tint = (share: number) =>
    `color-mix(in srgb, ${colour} ${Math.round(18 + 62 * Math.min(1, share))}%, transparent)`;
  const stops = steps.map((step) => `${tint(step.share)} ${at(step.from)} ${at(step.to)}`);
  const first = steps[0];
  if (first && first.from > from) stops.unshift(`transparent 0 ${at(first.from)}`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** First and last month, in order, that a drag along an empty row covers. */
export function monthsCovered(
  calendar: Calendar,
  one: number,
  other: number,
): { first: number; last: number } {
  const month = (place: number) => Math.min(calendar.months - 1, Math.max(0, Math.floor(place)));
  return { first: month(Math.min(one, other)), last: month(Math.max(one, other)) };
}
