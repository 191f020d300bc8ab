import { share } from '../model/units';
import type { RateEstimate } from './report';
import { roundFigure } from './roundFigure';
import { wilsonInterval } from './winRateIntervals';

/** Won ÷ (won + lost) with Wilson's 95 % interval. Zero to one where nothing is closed. */
export function estimateWinRate(won: number, closed: number): RateEstimate {
  const { low, high } = wilsonInterval(won, closed);
  const rate = closed === 0 ? 0 : won / closed;
  return { won, closed, rate: share(rate), low: share(roundFigure(low)), high: share(roundFigure(high)) };
}
