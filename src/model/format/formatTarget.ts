import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

const UNITS = [1e12, 1e9, 1e6, 1e3] as const;

/**
 * An amount that somebody stated, short but not rounded away from what they stated: `$5.05M`, `$42.0M`,
 * `$420K`. Like the compact `formatMoney`, with up to four digits where the amount has them.
 */
export function formatTarget(amount: number, currency: string, locale = DEFAULT_LOCALE): string {
  const unit = UNITS.find((each) => Math.abs(amount) >= each) ?? 1;
  const whole = Math.floor(Math.abs(amount) / unit);
  const most = unit === 1 ? 0 : 4 - String(whole).length;
  return numberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: unit > 1 && whole < 100 ? 1 : 0,
    maximumFractionDigits: most,
  }).format(amount);
}
