import type { Probability } from '../../stats/summary';
import { makeProbability } from '../../stats/distribution';
import { hitsOf } from './trialFigures';
import { leastChance } from './leastChance';

export interface SafeTarget {
  /** The largest target whose chance is at least the one asked for, at that confidence. */
  readonly amount: number;
  /** What the sample itself says: the quantile, without allowing for chance in it. */
  readonly estimate: number;
  /** Share of trials at or above `amount`. */
  readonly chance: Probability;
  /** Whether there are trials enough to say anything at that confidence; else `amount` is the least bookings seen. */
  readonly bounded: boolean;
}

/**
 * The largest target that is reached with a chance of `probability` or more: P(bookings ≥ target) falls as the target
 * rises, so that it is the (1 − p)-quantile. Below it the sample's order statistic of the highest rank at which the
 * bound of Clopper & Pearson still holds is right with that confidence, whatever the distribution (David & Nagaraja
 * 2003, Order Statistics, 7.1). Cost: n log n.
 */
export function safeTarget(bookings: Float64Array, probability: number, confidence: number): SafeTarget {
  const sorted = Float64Array.from(bookings).sort();
  const n = sorted.length;
  // with rank r (0 is the least), n − r trials reach sorted[r]
  const holds = (rank: number) => leastChance(n - rank, n, confidence) >= probability;
  let [low, high] = [0, Math.max(0, n - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  const amount = sorted[low] ?? 0;
  const estimate = sorted[Math.min(n - 1, Math.floor((1 - probability) * n))] ?? 0;
  return { amount, estimate, chance: makeProbability(hitsOf(sorted, amount), n), bounded: holds(low) };
}
