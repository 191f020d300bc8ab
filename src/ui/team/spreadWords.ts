import { formatCount } from '../../model/format/formatCount';
import type { DaysSpread } from '../../model/plan';
import { days } from '../../model/units';

/** A spread with another half or ninth-of-ten mark; the other one follows where it must to stay a spread. */
export function spreadWith(spread: DaysSpread, mark: 'p50' | 'p90', value: number): DaysSpread {
  if (mark === 'p50') return { p50: days(value), p90: days(value === 0 ? 0 : Math.max(value, spread.p90)) };
  if (value === 0) return { p50: days(0), p90: days(0) };
  // A lognormal has no spread around a median of zero: half of a late case is the nearest to what was meant.
  return { p50: days(spread.p50 === 0 ? value / 2 : Math.min(spread.p50, value)), p90: days(value) };
}

/** A length of time in a line: `66 days (P90 96)`. */
export const spreadWords = ({ p50, p90 }: DaysSpread): string =>
  p50 === p90 ? `${formatCount(p50)} days` : `${formatCount(p50)} days (P90 ${formatCount(p90)})`;
