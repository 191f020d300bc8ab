import type { Estimate } from './explanation';
import { meanOf } from './meanOf';
import { averageOrders, type Mask, type OrderSet, type Weights } from './shapley';

/** A figure a trial, by coalition. */
export type CoalitionTrials = ReadonlyMap<Mask, Float64Array>;

/** A player's share by trial: coalitions' figures by their weights. */
function sharesByTrial(weights: Weights, values: CoalitionTrials, trials: number): Float64Array {
  const shares = new Float64Array(trials);
  for (const [mask, weight] of weights) {
    const own = values.get(mask);
    if (!own || weight === 0) continue;
    for (let trial = 0; trial < trials; trial++)
      shares[trial] = (shares[trial] ?? 0) + weight * (own[trial] ?? 0);
  }
  return shares;
}

/**
 * Each player's share of the difference between everybody's figure and nobody's, averaged over these sets of orders. Its
 * standard error is of the trials (the shares are taken trial by trial, so what is common to all coalitions drops out) and,
 * with several sets of drawn orders, of these as well. Cost: players × coalitions × trials.
 */
export function shareOut(sets: readonly OrderSet[], values: CoalitionTrials, trials: number): Estimate[] {
  const means = new Map([...values].map(([mask, own]) => [mask, meanOf(own).mean]));
  return averageOrders(sets).weights.map((weights, player) => {
    const { mean: value, standardError } = meanOf(sharesByTrial(weights, values, trials));
    if (sets.length < 2) return { value, standardError };
    const bySet = sets.map((set) => {
      let share = 0;
      for (const [mask, weight] of set.weights[player] ?? []) share += weight * (means.get(mask) ?? 0);
      return share;
    });
    return { value, standardError: Math.hypot(standardError, meanOf(bySet).standardError) };
  });
}
