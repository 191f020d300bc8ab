import { formatShare } from '../model/format/formatShare';
import type { DesignRecipe } from './prepareDesign';

/** What is varied from one split of the series to the next. */
export type TradeOffSeries = 'kept' | 'tolerance' | 'both';

/** From afresh to as few moves as can be. */
const KEPT = [0, 0.25, 0.5, 0.75, 0.9, 1] as const;
/** Of the tolerance: what may be less even need move less. */
const TOLERANCES = [0.4, 1, 2, 3, 4] as const;
/** The largest tolerance there is. */
const MOST = 1;

/** The recipes of a series about that tolerance, those that may move most first. */
export function recipesOf(series: TradeOffSeries, tolerance: number): DesignRecipe[] {
  const kept = KEPT.map((stickiness) => ({ stickiness, tolerance }));
  const even = TOLERANCES.map((times) => ({ stickiness: 1, tolerance: Math.min(MOST, times * tolerance) }));
  if (series === 'kept') return kept;
  if (series === 'tolerance') return even;
  return [...kept, ...even.filter((each) => each.tolerance !== tolerance)];
}

/** What a split of the series is called. */
export function recipeName({ stickiness, tolerance }: DesignRecipe): string {
  const within = `within ${formatShare(tolerance)}`;
  if (stickiness === 0) return `Afresh ${within}`;
  return stickiness === 1 ? `Fewest moves ${within}` : `Keep set to ${formatShare(stickiness)}, ${within}`;
}
