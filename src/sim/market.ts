import type { Market } from '../model/plan';
import { exp } from './elementary';
import { normalQuantile } from './normalQuantile';
import { lookUp, makeQuantileTable, type QuantileTable } from './quantileTable';
import { nextWord, type Stream } from './sfc32';

let standardNormal: QuantileTable | undefined;

/** The standard normal quantile as a table, made once. */
export function standardNormalTable(): QuantileTable {
  standardNormal ??= makeQuantileTable((p, upper) => (upper ? -normalQuantile(p) : normalQuantile(p)));
  return standardNormal;
}

/**
 * Draws the market's factor for each fiscal quarter into `factors`: a log AR(1) that is stationary from the first
 * quarter on, of mean one after exponentiation.
 */
export function drawMarket(market: Market, stream: Stream, factors: Float64Array): void {
  const normal = standardNormalTable();
  const { sd, persistence } = market;
  const innovation = sd * Math.sqrt(1 - persistence * persistence);
  let level = 0;
  for (let quarter = 0; quarter < factors.length; quarter++) {
    const z = lookUp(normal, nextWord(stream));
    level = quarter === 0 ? sd * z : persistence * level + innovation * z;
    factors[quarter] = sd === 0 ? 1 : exp(level - (sd * sd) / 2);
  }
}
