import { isoDate, type IsoDate } from '../../model/units';
import { isBlank } from './folding';

/** What comes first where a date is written as three numbers with the year last. */
export type DayOrder = 'day-first' | 'month-first';

/** A cell that is a date, a date whose first two numbers may be day and month either way, or none. */
export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | {
      readonly kind: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly separator: string;
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day as an ISO date, undefined where the calendar has no such day. Years 1900 to 2199. */
export function calendarDate(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const fromNumbers = (year: number, month: number, day: number): DateReading => {
  const date = calendarDate(year, month, day);
  return date === undefined ? { kind: 'impossible' } : { kind: 'date', date };
};

/** Two-digit years as spreadsheets read them: below 70 is this century. */
const fullYear = (digits: string) =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

const fromTime = (milliseconds: number): DateReading => {
  const time = new Date(milliseconds);
  return fromNumbers(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
};

/**
 * Reads one cell as a date: ISO days and stamps (the day as written, the offset is not applied), year first
 * with any separator, names of months, Excel's serial numbers (days from 1899-12-30), milliseconds from 1970,
 * and three numbers with the year last, which `decideDayOrder` settles. Times of day are passed over.
 */
export function readDate(cell: string): DateReading {
  if (isBlank(cell)) return { kind: 'blank' };
  const text = cell.trim().replace(/(?<=\d|\s)[T\s,]+\d{1,2}:\d{2}.*$/, '');
  let match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match && (match[2] !== '' || text.length === 8))
    return fromNumbers(Number(match[1]), Number(match[3]), Number(match[4]));
  match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (match) {
    const [, first = '', separator = '', second = '', last = ''] = match;
    if (Number(first) > 31) return fromNumbers(fullYear(first), Number(second), Number(last));
    return { kind: 'numbers', first: Number(first), second: Number(second), year: fullYear(last), separator };
  }
  match = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}{3,9})\.?[\s,-]+(\d{4}|\d{2})$/u.exec(text);
  if (match) return fromMonthName(match[3] ?? '', match[2] ?? '', match[1] ?? '');
  match = /^(?:\p{L}+,\s+)?(\p{L}{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})$/u.exec(text);
  if (match) return fromMonthName(match[3] ?? '', match[1] ?? '', match[2] ?? '');
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromTime((Math.floor(Number(text)) - 25_569) * 86_400_000);
  if (/^\d{12,13}$/.test(text)) return fromTime(Number(text));
  return { kind: 'unreadable' };
}

function fromMonthName(year: string, name: string, day: string): DateReading {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return month < 0 ? { kind: 'unreadable' } : fromNumbers(fullYear(year), month + 1, Number(day));
}

/** A date of three numbers in that order; where only the other order makes a day, that one. */
export function settleDate(reading: DateReading, order: DayOrder): DateReading {
  if (reading.kind !== 'numbers') return reading;
  const { first, second, year } = reading;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const date = calendarDate(year, month, day) ?? calendarDate(year, day, month);
  return date === undefined ? { kind: 'impossible' } : { kind: 'date', date };
}
