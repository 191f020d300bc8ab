import { DEFAULT_LOCALE, numberFormat } from './numberFormat';

const NARROW_SPACE = '\u202f';
/** Standard error below which a probability carries a decimal. */
const FINE = 0.0025;

/**
 * A fraction as a percentage: 0.63 is `63 %` (narrow no-break space). With the standard error of an
 * estimated probability the digits follow it: whole from a quarter of a point (where tenths would be
 * noise, as in `63 % (±0.5)`), one decimal below; and only
 * what happened in none or all of the trials is `0 %` or `100 %`, anything near it is `< 0.1 %` or
 * `> 99.9 %` (`< 1 %`, `> 99 %` in whole points). Without one: whole, plainly rounded.
 */
export function formatShare(value: number, standardError?: number, locale = DEFAULT_LOCALE): string {
  const decimals = standardError !== undefined && standardError < FINE ? 1 : 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const write = (percent: number, sign = '') =>
    `${sign}${numberFormat(locale, digits).format(percent)}${NARROW_SPACE}%`;
  const certain = value === 0 || value === 1;
  if (standardError === undefined || certain) {
    return `${numberFormat(locale, { maximumFractionDigits: 0 }).format(value * 100)}${NARROW_SPACE}%`;
  }
  const step = decimals === 1 ? 0.1 : 1;
  const sign = (symbol: string) => symbol + NARROW_SPACE;
  if (value > 0 && value * 100 < step / 2) return write(step, sign('<'));
  if (value < 1 && value * 100 >= 100 - step / 2) return write(100 - step, sign('>'));
  return write(value * 100);
}
