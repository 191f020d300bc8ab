import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

/** An amount to the currency's last digit, for hover and copy: `$4,213,000`, `$4,213,000.50`. */
export function formatExactMoney(amount: number, currency: string, locale = DEFAULT_LOCALE): string {
  return numberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}
