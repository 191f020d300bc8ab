import { planMonth, planPeriods, targetOf, type Period } from '../model/calendar';
import type { Plan } from '../model/plan';
import { money } from '../model/units';
import { ENGINE_VERSION } from '../sim/engineVersion';
import { columnOf, sumOfMonths } from './columns';
import { makeHistogram, makeProbability, summariseSample } from './distribution';
import { isComplete } from './isComplete';
import { makeLevels } from './makeLevels';
import type { RunTotals } from './mergeOutcomes';
import { nearestTrial } from './nearestTrial';
import { quantileRanks } from './quantileRanks';
import type { Distribution, MonthSummary, PeriodSummary, RunSummary, YearSummary } from './summary';
import { PERCENTILES } from './summary';
import { summariseDrivers } from './summariseDrivers';
import { summariseYear } from './summariseYear';

/**
 * Summarises the trials run so far; `exactBookings` are the exact mean bookings by month, where they are known. Shares
 * its larger arrays with the totals. Cost: a sort of the trials for each month and period.
 */
export function summarise(plan: Plan, totals: RunTotals, exactBookings?: Float64Array): RunSummary {
  const periods = planPeriods(plan.calendar);
  const years = periods.filter((period) => period.kind === 'year');
  const ranks = quantileRanks(totals.trials);
  const spread: Spread = (sample) => summariseSample(sample, ranks);
  const levels = makeLevels(plan, totals);
  return {
    engine: ENGINE_VERSION,
    seed: plan.run.seed,
    trials: totals.trials,
    complete: isComplete(plan, totals),
    currency: plan.currency,
    periods: periods.map((period) => {
      const bookings = sumOfMonths(totals, 'bookings', period.firstMonth, period.endMonth);
      const index = years.indexOf(period);
      const year =
        index < 0 ? undefined : summariseYear(plan, totals, levels, period, index, bookings, ranks);
      return summarisePeriod(plan, period, bookings, spread, year, exactBookings);
    }),
    months: summariseMonths(plan, totals, spread),
    levels,
    drivers: summariseDrivers(plan, totals),
    leavers: spread(columnOf(totals.leavers, 1, 0, totals.trials)),
    starters: spread(columnOf(totals.starters, 1, 0, totals.trials)),
  };
}

/** Summarises a sample of one value a trial. */
type Spread = (sample: Float64Array) => Distribution;

function summarisePeriod(
  plan: Plan,
  period: Period,
  sums: Float64Array,
  spread: Spread,
  year: YearSummary | undefined,
  exactBookings: Float64Array | undefined,
): PeriodSummary {
  const target = targetOf(plan, period);
  let hits = 0;
  if (target !== undefined) for (const sum of sums) if (sum >= target) hits++;
  const exact = exactBookings?.subarray(period.firstMonth, period.endMonth);
  const sorted = sums.slice();
  const bookings = spread(sorted);
  const nearest = (percent: (typeof PERCENTILES)[number]) =>
    sums.length > 0 ? nearestTrial(sums, bookings.percentiles[PERCENTILES.indexOf(percent)] ?? 0) : 0;
  return {
    period: period.id,
    kind: period.kind,
    firstMonth: period.firstMonth,
    endMonth: period.endMonth,
    whole: period.whole,
    ...(target !== undefined && { target, chance: makeProbability(hits, sums.length) }),
    bookings,
    ...(exact && { exactMean: money(exact.reduce((sum, month) => sum + month, 0)) }),
    histogram: makeHistogram(sorted),
    nearest: { p10: nearest(10), p50: nearest(50), p90: nearest(90) },
    ...(year && { year }),
  };
}

function summariseMonths(plan: Plan, totals: RunTotals, spread: Spread): MonthSummary[] {
  const { trials } = totals;
  const { months } = totals.shape;
  const cumulative = new Float64Array(trials);
  return Array.from({ length: months }, (_, month) => {
    const bookings = columnOf(totals.bookings, months, month, trials);
    for (let trial = 0; trial < trials; trial++)
      cumulative[trial] = (cumulative[trial] ?? 0) + (bookings[trial] ?? 0);
    return {
      month: planMonth(plan.calendar, month),
      bookings: spread(bookings),
      cumulativeBookings: spread(cumulative.slice()),
      headcount: spread(columnOf(totals.headcount, months, month, trials)),
      rampedEquivalents: spread(columnOf(totals.rampedEquivalents, months, month, trials)),
    };
  });
}
