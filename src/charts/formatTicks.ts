import { DEFAULT_LOCALE, numberFormat } from '../model/format/numberFormat';

const UNITS = [1e12, 1e9, 1e6, 1e3, 1] as const;
const unitOf = (value: number) => UNITS.find((unit) => Math.abs(value) >= unit) ?? 1;

/** Decimals, three at most, that a figure needs to be written without rounding. */
function decimalsOf(figure: number): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    const shifted = figure * 10 ** decimals;
    if (Math.abs(shifted - Math.round(shifted)) < 1e-6) return decimals;
  }
  return 3;
}

/**
 * Amounts on an axis, each written out without rounding: $1.25M beside $1.50M, never $1.3M beside
 * $1.5M. All that share a letter have the same number of decimals.
 */
export function formatMoneyTicks(
  values: readonly number[],
  currency: string,
  locale = DEFAULT_LOCALE,
): string[] {
  const decimals = new Map<number, number>();
  for (const value of values) {
    const unit = unitOf(value);
    decimals.set(unit, Math.max(decimals.get(unit) ?? 0, decimalsOf(value / unit)));
  }
  return values.map((value) => {
    const digits = value === 0 ? 0 : (decimals.get(unitOf(value)) ?? 0);
    return numberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  });
}

/** Shares on an axis in percent, written out without rounding: 2.5 % beside 5.0 %. */
export function formatShareTicks(values: readonly number[], locale = DEFAULT_LOCALE): string[] {
  const digits = values.reduce((most, value) => Math.max(most, decimalsOf(value * 100)), 0);
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return values.map((value) => `${format.format(value * 100)}\u202f%`);
}
