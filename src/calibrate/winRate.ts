import { share } from '../model/units';
import { NORMAL_975 } from './normalCdf';
import type { RateEstimate } from './report';
import { roundFigure } from './roundFigure';

/**
 * Won ÷ (won + lost) with its 95 % interval, which stays within 0 and 1 and holds for small numbers: Wilson 1927,
 * "Probable inference", JASA 22. Zero to one where nothing is closed.
 */
export function estimateWinRate(won: number, closed: number): RateEstimate {
  if (closed === 0) return { won, closed, rate: share(0), low: share(0), high: share(1) };
  const rate = won / closed;
  const z2 = NORMAL_975 * NORMAL_975;
  const centre = (rate + z2 / (2 * closed)) / (1 + z2 / closed);
  const half =
    (NORMAL_975 / (1 + z2 / closed)) * Math.sqrt((rate * (1 - rate)) / closed + z2 / (4 * closed * closed));
  const within = (value: number) => share(roundFigure(Math.min(1, Math.max(0, value))));
  return { won, closed, rate: share(rate), low: within(centre - half), high: within(centre + half) };
}
