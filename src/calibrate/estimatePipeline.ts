import type { DaysSpread } from '../model/plan';
import { days, type Days } from '../model/units';
import { quantileOfSorted } from '../stats/distribution';
import type { RateEstimate } from './report';
import { roundFigure } from './roundFigure';
import type { ClosedDeal } from './timeline';
import { estimateWinRate } from './winRate';

/** Won deals with both dates from which on a cycle is more than a guess. */
export const LEAST_CYCLES = 30;

export interface PipelineEstimate {
  /** Won deals with both dates. */
  readonly won: number;
  readonly cycle: DaysSpread;
  readonly meanCycle: Days;
  readonly winRate: RateEstimate;
}

/** Days from creation to closing of the won deals that have both dates, plus half a day (one closed the same day took half a day). */
export const cycleDays = (deals: readonly ClosedDeal[]): number[] =>
  deals.flatMap(({ outcome, created, closed }) =>
    outcome !== 'won' || created === undefined
      ? []
      : [(Date.parse(closed) - Date.parse(created)) / 86_400_000 + 0.5],
  );

/**
 * The sales cycle (P50 and P90 of the days to winning) and the win rate of decided deals. Undefined with fewer than 30
 * won ones that have both dates. In a history much shorter than a cycle the slow deals are missing, and so the cycle
 * is too short.
 */
export function estimatePipeline(deals: readonly ClosedDeal[]): PipelineEstimate | undefined {
  const cycles = cycleDays(deals).toSorted((a, b) => a - b);
  if (cycles.length < LEAST_CYCLES) return undefined;
  const at = (p: number) => days(roundFigure(quantileOfSorted(cycles, p), 6));
  const won = deals.filter(({ outcome }) => outcome === 'won').length;
  return {
    won: cycles.length,
    cycle: { p50: at(0.5), p90: at(0.9) },
    meanCycle: days(roundFigure(cycles.reduce((sum, each) => sum + each, 0) / cycles.length, 6)),
    winRate: estimateWinRate(won, deals.length),
  };
}
