import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

/** A number of things, grouped: `10,000`; a mean of them with one decimal where `decimals` says so: `11.4`. */
export function formatCount(count: number, decimals = 0, locale = DEFAULT_LOCALE): string {
  return numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    count,
  );
}
