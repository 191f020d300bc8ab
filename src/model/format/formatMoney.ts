import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

export interface MoneyFormat {
  /** Thousands, millions and so on by their letter, three digits at most: `$4.2M`, `$12.0M`, `$420K`. */
  readonly compact?: boolean;
  readonly locale?: string;
}

/**
 * An amount in whole units (`$4,200,000`), or compact (`$4.2M`): then with one decimal below a
 * hundred of the unit and with none from there, so that figures in one column read alike.
 * `currency` is an ISO 4217 code.
 */
export function formatMoney(amount: number, currency: string, format: MoneyFormat = {}): string {
  const locale = format.locale ?? DEFAULT_LOCALE;
  const style = { style: 'currency', currency } as const;
  const whole = { ...style, maximumFractionDigits: 0 };
  if (!format.compact) return numberFormat(locale, whole).format(amount);
  const parts = numberFormat(locale, {
    ...style,
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).formatToParts(amount);
  if (!parts.some((part) => part.type === 'compact')) return numberFormat(locale, whole).format(amount);
  // Judged after rounding: 99.96 million is written as 100 million.
  if (integerDigits(parts) > 2) return numberFormat(locale, { ...whole, notation: 'compact' }).format(amount);
  const short = numberFormat(locale, {
    ...style,
    notation: 'compact',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // 999.6 thousand is a million to three digits, and would be four digits to one decimal.
  const stays = integerDigits(short.formatToParts(amount)) <= 2;
  return short.format(stays ? amount : Number(amount.toPrecision(3)));
}

function integerDigits(parts: readonly Intl.NumberFormatPart[]): number {
  return parts.reduce((sum, part) => (part.type === 'integer' ? sum + part.value.length : sum), 0);
}
