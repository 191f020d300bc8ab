import type { Days } from '../units';
import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

/** A length of time in days, rounded to whole ones: `45 days`, `1 day`. */
export function formatDays(length: Days, locale = DEFAULT_LOCALE): string {
  return numberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(length);
}
