import { defaultMarket, marketSdRange } from '../model/defaults';
import type { MarketReport } from './report';
import { roundFigure } from './roundFigure';
import { sellerMonths } from './sellerMonths';
import type { SeenSeller } from './sellerRecords';
import type { Timeline } from './timeline';

/**
 * How far the market moves everyone from quarter to quarter, after seasonality, by the method of moments: won
 * deals per active seller-month and full quarter vary by more than Poisson counts would, and the excess over
 * the square of their mean is exp(sd²) − 1. Zero where they vary by less. Persistence needs decades of
 * quarters to show, so it is the default. A trend would be taken for swings, and more than one half is no market: it is capped there.
 */
export function estimateMarket(
  timeline: Timeline,
  weights: readonly number[],
  records: readonly SeenSeller[],
): MarketReport {
  const full = timeline.quarters.filter((quarter) => quarter.full);
  const exposures = sellerMonths(timeline, records, weights);
  const counts = full
    .map(({ label, won }) => ({ won, months: exposures.get(label) ?? 0 }))
    .filter(({ months }) => months > 0);
  const won = counts.reduce((sum, each) => sum + each.won, 0);
  const months = counts.reduce((sum, each) => sum + each.months, 0);
  const mean = won / months;
  const report = (measured: number) => ({
    sd: Math.min(measured, marketSdRange.max),
    measured,
    persistence: defaultMarket.persistence,
    quarters: counts.length,
  });
  if (counts.length < 2 || won === 0) return report(0);
  let spread = 0;
  let chance = 0;
  for (const each of counts) {
    spread += (each.won / each.months - mean) ** 2 / (counts.length - 1);
    chance += mean / each.months / counts.length;
  }
  const excess = (spread - chance) / (mean * mean);
  return report(excess > 0 ? roundFigure(Math.sqrt(Math.log(1 + excess)), 4) : 0);
}
