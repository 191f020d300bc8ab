import { monthNumber } from '../model/calendar';
import { roundFigure } from './roundFigure';
import { fiscalMonth, type Timeline } from './timeline';

export interface Seasonality {
  /** Won deals by month in the quarter relative to their mean. */
  readonly monthInQuarter: readonly [number, number, number];
  /** Twelve weights of mean one, January first. */
  readonly weights: readonly number[];
  /** Whether the history was enough for the profile, and for differences between the year's quarters. */
  readonly profileKnown: boolean;
  readonly yearKnown: boolean;
}

/** Won deals below which a profile would be chance more than habit. */
const LEAST_WON = 100;
const LEAST_YEARS = 2;

/**
 * The month-in-quarter profile: mean won deals of a full month by its place in the fiscal quarter, over the mean of
 * the three; every full month counts, also of quarters that are not full. With two full years of history the
 * quarters of the year differ too, by their won deals. Without enough history bookings are even.
 */
export function estimateSeasonality(timeline: Timeline): Seasonality {
  const { months, fiscalYearStart } = timeline;
  const full = months.filter((month) => month.full);
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  for (const { month, won } of full) {
    const { position } = fiscalMonth(monthNumber(month), fiscalYearStart);
    sums[position] = (sums[position] ?? 0) + won;
    counts[position] = (counts[position] ?? 0) + 1;
  }
  const profileKnown =
    full.reduce((sum, { won }) => sum + won, 0) >= LEAST_WON &&
    counts.every((count) => count >= 2) &&
    sums.every((sum) => sum > 0);
  const means = sums.map((sum, position) => (profileKnown ? sum / (counts[position] ?? 1) : 1));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  const [first = 1, second = 1, third = 1] = means.map((mean) => (3 * mean) / total);
  const factors = quarterFactors(timeline);
  const byMonth = Array.from({ length: 12 }, (_, month) => {
    const { quarter, position } = fiscalMonth(24_000 + month, fiscalYearStart);
    return (factors?.[quarter - 1] ?? 1) * ([first, second, third][position] ?? 1);
  });
  return {
    monthInQuarter: [roundFigure(first), roundFigure(second), roundFigure(third)],
    weights: withMeanOne(byMonth.map((weight) => roundFigure(weight))),
    profileKnown,
    yearKnown: factors !== undefined,
  };
}

/**
 * Won deals of the fiscal year's quarters over their mean, from whole years; undefined without two of them. Drawn
 * towards one by the share of their spread that chance alone would give (James & Stein 1961).
 */
function quarterFactors({ quarters }: Timeline): number[] | undefined {
  const full = quarters.filter((quarter) => quarter.full);
  const years = Math.floor(full.length / 4);
  if (years < LEAST_YEARS) return undefined;
  const sums = [0, 0, 0, 0];
  // The latest whole years: each quarter of the year counts equally often.
  for (const { label, won } of full.slice(-4 * years)) {
    const quarter = Number(label.at(-1)) - 1;
    sums[quarter] = (sums[quarter] ?? 0) + won;
  }
  const total = sums.reduce((sum, each) => sum + each, 0);
  if (total === 0) return undefined;
  const mean = total / 4;
  const spread = sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3;
  // Poisson counts spread by their mean.
  const kept = spread > mean ? 1 - mean / spread : 0;
  return sums.map((sum) => 1 + kept * (sum / mean - 1));
}

/** The weights with the last digits of the largest one set so that their mean is one as nearly as can be. */
function withMeanOne(weights: readonly number[]): number[] {
  const excess = weights.reduce((sum, weight) => sum + weight, 0) - weights.length;
  const largest = weights.indexOf(Math.max(...weights));
  return weights.map((weight, index) => (index === largest ? roundFigure(weight - excess, 12) : weight));
}
