/** The kinds of values a plan is made of. A message is the rule alone; `planProblems` puts the thing and the value around it. */
import * as v from 'valibot';
import { days, isoDate, isoMonth, money, periodId, share } from './units';

/** Amounts above this are typing errors, and figures that large lose their cents. */
const LARGEST_AMOUNT = 1e12;

/** Expected deals of one person a month, at the most: more are typing errors, and would take a trial too long to draw. */
export const MOST_DEALS = 10_000;

const number = v.pipe(v.number('must be a number'), v.finite('must be finite'));

/** A number from `low` to `high`, both included. */
export const numberFrom = (low: number, high: number) =>
  v.pipe(
    number,
    v.minValue(low, low === 0 ? 'must not be below zero' : `must be at least ${low}`),
    v.maxValue(high, `must be at most ${high.toLocaleString('en-US')}`),
  );

/** Any number from zero, for weights that are brought to a sum. */
export const nonNegative = numberFrom(0, LARGEST_AMOUNT);

/** A number from zero to below one. */
export const belowOne = v.pipe(
  number,
  v.minValue(0, 'must not be below zero'),
  v.ltValue(1, 'must be below 1 (100 %)'),
);

/** A number above zero, up to `high`. */
export const aboveZeroUpTo = (high: number) =>
  v.pipe(
    number,
    v.gtValue(0, 'must be above zero'),
    v.maxValue(high, `must be at most ${high.toLocaleString('en-US')}`),
  );

/** A whole number from `low` to `high`, both included. */
export const wholeFrom = (low: number, high: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(low, `must be at least ${low}`),
    v.maxValue(high, `must be at most ${high.toLocaleString('en-US')}`),
  );

export const amount = v.pipe(numberFrom(0, LARGEST_AMOUNT), v.transform(money));

export const amountAboveZero = v.pipe(aboveZeroUpTo(LARGEST_AMOUNT), v.transform(money));

/** A share as a fraction, from zero to `high`. */
export const shareUpTo = (high: number) => v.pipe(numberFrom(0, high), v.transform(share));

export const shareBelowOne = v.pipe(belowOne, v.transform(share));

export const daysFrom = (low: number, high: number) => v.pipe(numberFrom(low, high), v.transform(days));

export const flag = v.boolean('must be true or false');

/** A text of one to 200 characters that is not all blank: a name or an id. */
export const label = v.pipe(
  v.string('must be text'),
  v.maxLength(200, 'must have at most 200 characters'),
  v.regex(/\S/, 'must not be empty'),
);

/** An id, marked as one of its kind by `brand`. */
export const idOf = <Id>(brand: (text: string) => Id) => v.pipe(label, v.transform(brand));

export const currency = v.pipe(
  v.string('must be text'),
  v.regex(/^[A-Z]{3}$/, 'must be a currency code of three capitals, such as USD'),
);

export const month = v.pipe(
  v.string('must be text'),
  v.regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2027-01'),
  v.transform(isoMonth),
);

/** Whether a text of the form YYYY-MM-DD names a day that exists. */
function isCalendarDay(text: string): boolean {
  const [year, monthOfYear, day] = text.split('-').map(Number);
  if (year === undefined || monthOfYear === undefined || day === undefined) return false;
  return day <= new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
}

export const date = v.pipe(
  v.string('must be text'),
  v.regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a day such as 2027-01-31'),
  v.check(isCalendarDay, 'must be a day that exists'),
  v.transform(isoDate),
);

export const period = v.pipe(
  v.string('must be text'),
  v.regex(/^FY(?:19|20|21|22)\d\d(?:-Q[1-4])?$/, 'must be a fiscal period such as FY2027 or FY2027-Q1'),
  v.transform(periodId),
);

export const fiscalYear = v.pipe(
  v.string('must be text'),
  v.regex(/^FY(?:19|20|21|22)\d\d$/, 'must be a fiscal year such as FY2027'),
  v.transform(periodId),
);

/** A list of at most `most` items. */
export const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.array(item, 'must be a list'),
    v.maxLength(most, `must have at most ${most.toLocaleString('en-US')} items`),
  );

/** An object of these fields; others are dropped, so that an older app reads what a newer one added. */
export const object = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object(entries, (issue) => (issue.expected === 'Object' ? 'must be an object' : 'is required'));

/** Whether a list's numbers rise from each item to the next. */
export const rises = <Item>(list: readonly Item[], of: (item: Item) => number): boolean =>
  list.every((item, index) => {
    const before = list[index - 1];
    return before === undefined || of(item) > of(before);
  });

/** A length of time. A lognormal has no spread around a median of zero, so zero stands for exactly zero days. */
export const daysSpread = v.pipe(
  object({ p50: daysFrom(0, 3650), p90: daysFrom(0, 3650) }),
  v.forward(
    v.check(({ p50, p90 }) => p90 >= p50, 'must not be below p50'),
    ['p90'],
  ),
  v.forward(
    v.check(({ p50, p90 }) => p50 > 0 || p90 === 0, 'must be above zero where p90 is'),
    ['p50'],
  ),
);
