import { outcomeDifference } from './outcomeDifference';
import type { SplitOutcome } from './splitOutcome';

/** What a split is judged by where all cannot be had at once. */
export type SplitYield = 'bookings' | 'chance';

export interface WeighedSplit {
  /** Share of the measure that it moves. */
  readonly movedShare: number;
  /** Largest deviation, without its sign. */
  readonly deviation: number;
  readonly outcome: SplitOutcome;
}

/** Shares nearer to one another than this are equal: sums come in another order. */
const EQUAL = 1e-9;
/** Standard errors beyond which a difference is told from chance (95 %, two-sided). */
const Z = 1.96;

/**
 * Whether each split has nothing to be said for it against some other: one that moves no more, is no less even and comes to no
 * less that could be told from chance, and is better in one of these (Pareto dominance, where yields are compared by paired
 * differences). No two beat each other. Cost: splits² × trials.
 */
export function beatenSplits(splits: readonly WeighedSplit[], yields: SplitYield): boolean[] {
  return splits.map((split) => splits.some((other) => other !== split && beats(other, split, yields)));
}

function beats(one: WeighedSplit, other: WeighedSplit, yields: SplitYield): boolean {
  if (one.movedShare > other.movedShare + EQUAL || one.deviation > other.deviation + EQUAL) return false;
  const more = difference(other.outcome, one.outcome, yields);
  if (more < 0) return false;
  return one.movedShare < other.movedShare - EQUAL || one.deviation < other.deviation - EQUAL || more > 0;
}

/** 1, −1, or 0 where the difference could be chance. */
function difference(before: SplitOutcome, after: SplitOutcome, yields: SplitYield): -1 | 0 | 1 {
  const found = outcomeDifference(before, after);
  const chance = found?.chance;
  const [mean, error] =
    yields === 'chance' && chance
      ? [chance.value, chance.standardError]
      : [found?.bookings.mean ?? 0, found?.bookings.standardError ?? 0];
  return mean > Z * error ? 1 : mean < -Z * error ? -1 : 0;
}
