import type { CardAnswer } from '../storage/planStore';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { PERCENTILES } from '../stats/summary';

/**
 * The period a plan is asked about first: of its fiscal years the one with a target that the plan covers most of, the
 * earlier of equals; where no year has a target the one it covers most of.
 */
export function mainPeriod(summary: RunSummary): PeriodSummary | undefined {
  const years = summary.periods.filter((period) => period.kind === 'year');
  const aimed = years.filter((year) => year.target !== undefined);
  const months = (year: PeriodSummary) => year.endMonth - year.firstMonth;
  return (aimed.length > 0 ? aimed : years).reduce<PeriodSummary | undefined>(
    (best, year) => (best && months(best) >= months(year) ? best : year),
    undefined,
  );
}

/** The value of a distribution at one of the summarised percentiles. */
export function percentile(percentiles: readonly number[], at: (typeof PERCENTILES)[number]): number {
  return percentiles[PERCENTILES.indexOf(at)] ?? Number.NaN;
}

/** What the library card shows of a full run. */
export function makeCardAnswer(summary: RunSummary): CardAnswer | undefined {
  const period = mainPeriod(summary);
  if (!period) return undefined;
  const { percentiles } = period.bookings;
  return {
    period: period.period,
    ...(period.target !== undefined && { target: period.target }),
    ...(period.chance && { chance: period.chance.value }),
    p10: percentile(percentiles, 10),
    p50: percentile(percentiles, 50),
    p90: percentile(percentiles, 90),
    sparkline: summary.months.map((month) => percentile(month.cumulativeBookings.percentiles, 50)),
  };
}
