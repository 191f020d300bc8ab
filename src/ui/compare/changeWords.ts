import { formatMoney } from '../../model/format/formatMoney';
import { DEFAULT_LOCALE, numberFormat } from '../../model/format/numberFormat';

/** Standard error below which points carry a decimal, as shares do (see `formatShare`). */
const FINE = 0.0025;
/** Standard errors beyond which a difference is no chance of the draw: 95 %. */
export const CLEAR = 1.96;

/** Whether a difference is told apart from none at 95 %. */
export const isClear = (value: number, standardError: number): boolean =>
  value !== 0 && Math.abs(value) > CLEAR * standardError;

const points = (value: number, digits: number) =>
  numberFormat(DEFAULT_LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(value) * 100,
  );

/** How far apart two chances are, without a sign: `8 points`, `0.6 points`; a difference that is clear never reads as none. */
export function pointWords(value: number, standardError: number): string {
  const whole = standardError >= FINE && (points(value, 0) !== '0' || !isClear(value, standardError));
  const text = points(value, whole ? 0 : 1);
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

const MINUS = '−';
/** The sign of a change, in the minus that is as wide as a plus; none for no change. */
const signOf = (value: number) => (value > 0 ? '+' : value < 0 ? MINUS : '±');

/** The change of a chance: `+8 points`. */
export const changeOfChance = (value: number, standardError: number): string =>
  `${signOf(value)}${pointWords(value, standardError)}`;

/** The change of an amount: `+$0.4M`, `−$120K`. */
export const changeOfMoney = (value: number, currency: string): string =>
  `${signOf(Math.round(value))}${formatMoney(Math.abs(value), currency, { compact: true })}`;

/** The change of a count: `+1.8`. */
export const changeOfCount = (value: number): string =>
  `${signOf(Math.round(value * 10))}${numberFormat(DEFAULT_LOCALE, { maximumFractionDigits: 1 }).format(Math.abs(value))}`;

/** Digits that are tried, so that the ends of an interval never read alike. */
const MOST_DIGITS = 6;

/** A change and the interval it is known to, in as many digits as tell its ends apart: `+$1.17M to +$1.19M`. */
export function intervalWords(low: number, high: number, currency: string): string {
  for (let digits = 3; digits <= MOST_DIGITS; digits++) {
    const [from, to] = [low, high].map((value) => {
      const amount = numberFormat(DEFAULT_LOCALE, {
        style: 'currency',
        currency,
        notation: 'compact',
        minimumSignificantDigits: digits,
        maximumSignificantDigits: digits,
      }).format(Math.abs(value));
      return `${signOf(Math.round(value))}${amount}`;
    });
    if (low === 0 && high === 0) break;
    if (from !== to) return `${from} to ${to}`;
  }
  return changeOfMoney(low, currency);
}
