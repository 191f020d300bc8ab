import { monthNumber } from '../model/calendar';
import { flatSeasonality } from '../model/defaults';
import { roundFigure } from './roundFigure';
import { sellerMonths } from './sellerMonths';
import type { SeenSeller } from './sellerRecords';
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
 * quarters of the year differ too, by their won deals a seller: a team that grew is no season. Without enough
 * history bookings are even.
 */
export function estimateSeasonality(timeline: Timeline, sellers: readonly SeenSeller[]): Seasonality {
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
  const factors = quarterFactors(timeline, sellers);
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
 * Won deals per seller-month of the fiscal year's quarters over their mean, from whole years; undefined without two of
 * them. Drawn towards one by the share of their spread that chance alone would give (James & Stein 1961).
 */
function quarterFactors(timeline: Timeline, sellers: readonly SeenSeller[]): number[] | undefined {
  const full = timeline.quarters.filter((quarter) => quarter.full);
  const years = Math.floor(full.length / 4);
  if (years < LEAST_YEARS) return undefined;
  const present = sellerMonths(timeline, sellers, flatSeasonality);
  const places = [1, 2, 3, 4].map(() => ({ won: 0, months: 0 }));
  // The latest whole years: each quarter of the year counts equally often.
  for (const { label, won } of full.slice(-4 * years)) {
    const place = places[Number(label.at(-1)) - 1];
    if (place === undefined) continue;
    place.won += won;
    place.months += present.get(label) ?? 0;
  }
  const won = places.reduce((sum, place) => sum + place.won, 0);
  const months = places.reduce((sum, place) => sum + place.months, 0);
  if (won === 0 || places.some((place) => place.months === 0)) return undefined;
  const rates = places.map((place) => place.won / place.months);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / 4;
  const factors = rates.map((rate) => rate / mean);
  const spread = factors.reduce((sum, factor) => sum + (factor - 1) ** 2, 0) / 3;
  // Poisson counts spread by their mean: relative to it by one over it.
  const chance = places.reduce((sum, place) => sum + months / (won * place.months), 0) / 4;
  const kept = spread > chance ? 1 - chance / spread : 0;
  return factors.map((factor) => 1 + kept * (factor - 1));
}

/** The weights with the last digits of the largest one set so that their mean is one as nearly as can be. */
function withMeanOne(weights: readonly number[]): number[] {
  const excess = weights.reduce((sum, weight) => sum + weight, 0) - weights.length;
  const largest = weights.indexOf(Math.max(...weights));
  return weights.map((weight, index) => (index === largest ? roundFigure(weight - excess, 12) : weight));
}
