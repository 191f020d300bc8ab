import type { IsoMonth } from '../units';
import { DEFAULT_LOCALE } from './numberFormat';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar month: `2027-03` is `Mar 2027`. */
export function formatMonth(month: IsoMonth, locale = DEFAULT_LOCALE): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
