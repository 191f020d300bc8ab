import type { DaysSpread } from '../model/plan';
import { DAYS_PER_MONTH } from '../model/units';
import { exp, log } from './kernel/elementary';
import { normalQuantile } from './normalQuantile';
import { makeQuantileTable, type QuantileTable } from './quantileTable';

/** The standard normal quantile at 90 %. */
export const Z90 = 1.2815515655446004;
/** Months that stand for never: a spread of extreme ratio would reach infinity, and its table then NaN. */
const NEVER = 1e6;

/** A length of time in months, by its quantile function: lognormal through both stated points; fixed where they are equal. */
export function spreadQuantile(spread: DaysSpread, factor: number): (p: number, upper: boolean) => number {
  const scale = factor / DAYS_PER_MONTH;
  const { p50, p90 } = spread;
  if (p50 >= p90 || p50 === 0) return () => p50 * scale;
  const sigma = (log(p90) - log(p50)) / Z90;
  return (p, upper) => {
    const z = normalQuantile(p);
    return Math.min(NEVER, exp(sigma * (upper ? -z : z)) * p50 * scale);
  };
}

/** A spread as a table of months, or the fixed number of months. */
export type SpreadSource = QuantileTable | number;

export function makeSpreadSource(spread: DaysSpread, factor: number): SpreadSource {
  if (spread.p50 >= spread.p90 || factor === 0) return (spread.p50 * factor) / DAYS_PER_MONTH;
  return makeQuantileTable(spreadQuantile(spread, factor));
}
