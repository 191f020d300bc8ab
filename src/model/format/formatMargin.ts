import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

/** The standard error of a probability in percentage points: 0.0048 is `±0.5`; `±0` only for none at all. */
export function formatMargin(standardError: number, locale = DEFAULT_LOCALE): string {
  if (standardError === 0) return '±0';
  const format = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return standardError < 0.0005 ? `±<${format.format(0.1)}` : `±${format.format(standardError * 100)}`;
}
