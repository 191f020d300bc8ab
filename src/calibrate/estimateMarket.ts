import { defaultMarket, marketSdRange } from '../model/defaults';
import { monthNumber } from '../model/calendar';
import type { MarketReport } from './report';
import { roundFigure } from './roundFigure';
import { monthPosition, type Timeline } from './timeline';
import type { SellerRecord } from './sellerRecords';
import { fiscalMonth } from './timeline';

/**
 * How far the market moves everyone from quarter to quarter, after seasonality, by the method of moments: won
 * deals per active seller-month and full quarter vary by more than Poisson counts would, and the excess over
 * the square of their mean is exp(sd²) − 1. Zero where they vary by less. Persistence needs decades of
 * quarters to show, so it is the default. A trend would be taken for swings, and more than one half is no market: it is capped there.
 */
export function estimateMarket(
  timeline: Timeline,
  weights: readonly number[],
  records: readonly SellerRecord[],
): MarketReport {
  const full = timeline.quarters.filter((quarter) => quarter.full);
  const exposures = quarterExposures(timeline, weights, records);
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

/** Active seller-months of each fiscal quarter, each month times its season's weight. */
function quarterExposures(
  timeline: Timeline,
  weights: readonly number[],
  records: readonly SellerRecord[],
): Map<string, number> {
  const spans = records.map(({ firstActivity, lastActivity, left }) => ({
    start: monthPosition(firstActivity),
    end: left ? monthPosition(lastActivity) : Infinity,
  }));
  const exposures = new Map<string, number>();
  for (const { month: label } of timeline.months) {
    const month = monthNumber(label);
    const active = spans.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, month + 1) - Math.max(start, month)),
      0,
    );
    const quarter = fiscalMonth(month, timeline.fiscalYearStart).label;
    exposures.set(quarter, (exposures.get(quarter) ?? 0) + active * (weights[month % 12] ?? 1));
  }
  return exposures;
}
