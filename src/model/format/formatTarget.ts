import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

const UNITS = [1e12, 1e9, 1e6, 1e3] as const;

/**
 * An amount that somebody stated, short but not rounded away from what they stated: `$5.05M`, `$42.0M`,
 * `$420K`. Like the compact `formatMoney`, with a second decimal (and a third) where the amount has one.
 */
export function formatTarget(amount: number, currency: string, locale = DEFAULT_LOCALE): string {
  const unit = UNITS.find((each) => Math.abs(amount) >= each) ?? 1;
  const least = unit > 1 && Math.abs(amount) < 100 * unit ? 1 : 0;
  return numberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: least,
    maximumFractionDigits: unit > 1 ? 3 : 0,
  }).format(amount);
}
