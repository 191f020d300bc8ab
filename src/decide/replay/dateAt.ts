import { daysInMonth, monthNumber, planMonth } from '../../model/calendar';
import type { Calendar } from '../../model/plan';
import { isoDate, type IsoDate } from '../../model/units';

const MS_PER_DAY = 86_400_000;

/** The day that lies so many months from the plan's start, fractional: the inverse of `monthsFromStart`. */
export function dateAt(calendar: Calendar, month: number): IsoDate {
  const whole = Math.floor(month);
  const days = daysInMonth(monthNumber(calendar.start) + whole);
  // a date's own fraction, once rounded, must not fall back to the day before
  const day = Math.min(days, Math.floor((month - whole) * days + 1e-9) + 1);
  return isoDate(`${planMonth(calendar, whole)}-${String(day).padStart(2, '0')}`);
}

/** Whole days from one date to another; negative where the other is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
