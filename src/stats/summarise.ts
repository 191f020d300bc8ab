import { planMonth, planPeriods, targetOf, type Period } from '../model/calendar';
import type { Plan } from '../model/plan';
import { money } from '../model/units';
import { ENGINE_VERSION } from '../sim/engineVersion';
import { ATTAINMENT_BINS, ATTAINMENT_BIN_WIDTH, SEAT_SUMS } from '../sim/outcome';
import { makeHistogram, makeProbability, summariseSample } from './distribution';
import type { RunTotals } from './mergeOutcomes';
import { quantileRanks } from './quantileRanks';
import type { Distribution, MonthSummary, PeriodSummary, RunSummary, SeatSummary } from './summary';

/**
 * Summarises the trials run so far; `exactBookings` are the exact mean bookings by month, where they are known.
 * Cost: a sort of the trials for each month and period.
 */
export function summarise(plan: Plan, totals: RunTotals, exactBookings?: Float64Array): RunSummary {
  const periods = planPeriods(plan.calendar);
  const years = periods.filter((period) => period.kind === 'year');
  const ranks = quantileRanks(totals.trials);
  const spread: Spread = (sample) => summariseSample(sample, ranks);
  return {
    engine: ENGINE_VERSION,
    seed: plan.run.seed,
    trials: totals.trials,
    currency: plan.currency,
    periods: periods.map((period) => {
      const exact = exactBookings?.subarray(period.firstMonth, period.endMonth);
      return summarisePeriod(plan, totals, spread, period, years.indexOf(period), exact);
    }),
    months: summariseMonths(plan, totals, spread),
    seats: plan.seats.flatMap((seat, index) =>
      years.map((year, yearIndex) => summariseSeat(totals, seat.id, year, index * years.length + yearIndex)),
    ),
    leavers: spread(Float64Array.from(totals.leavers.subarray(0, totals.trials))),
    starters: spread(Float64Array.from(totals.starters.subarray(0, totals.trials))),
  };
}

/** Summarises a sample of one value a trial. */
type Spread = (sample: Float64Array) => Distribution;

/** One value a trial out of a matrix with `columns` columns. */
function column(
  matrix: Float64Array | Uint16Array,
  columns: number,
  index: number,
  trials: number,
): Float64Array {
  const values = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) values[trial] = matrix[trial * columns + index] ?? 0;
  return values;
}

function summarisePeriod(
  plan: Plan,
  totals: RunTotals,
  spread: Spread,
  period: Period,
  yearIndex: number,
  exact?: Float64Array,
): PeriodSummary {
  const { trials } = totals;
  const { months } = totals.shape;
  const sums = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) {
    let sum = 0;
    for (let month = period.firstMonth; month < period.endMonth; month++)
      sum += totals.bookings[trial * months + month] ?? 0;
    sums[trial] = sum;
  }
  const target = targetOf(plan, period);
  let hits = 0;
  if (target !== undefined) for (const sum of sums) if (sum >= target) hits++;
  const bookings = spread(sums);
  return {
    period: period.id,
    kind: period.kind,
    firstMonth: period.firstMonth,
    endMonth: period.endMonth,
    whole: period.whole,
    ...(target !== undefined && { target, chance: makeProbability(hits, trials) }),
    bookings,
    ...(exact && { exactMean: money(exact.reduce((sum, month) => sum + month, 0)) }),
    histogram: makeHistogram(sums),
    ...(yearIndex >= 0 && {
      cost: spread(column(totals.cost, totals.shape.years, yearIndex, trials)),
    }),
  };
}

function summariseMonths(plan: Plan, totals: RunTotals, spread: Spread): MonthSummary[] {
  const { trials } = totals;
  const { months } = totals.shape;
  const cumulative = new Float64Array(trials);
  return Array.from({ length: months }, (_, month) => {
    const bookings = column(totals.bookings, months, month, trials);
    for (let trial = 0; trial < trials; trial++)
      cumulative[trial] = (cumulative[trial] ?? 0) + (bookings[trial] ?? 0);
    return {
      month: planMonth(plan.calendar, month),
      bookings: spread(bookings),
      cumulativeBookings: spread(cumulative.slice()),
      headcount: spread(column(totals.headcount, months, month, trials)),
      rampedEquivalents: spread(column(totals.rampedEquivalents, months, month, trials)),
    };
  });
}

function summariseSeat(
  totals: RunTotals,
  seatId: SeatSummary['seatId'],
  year: Period,
  place: number,
): SeatSummary {
  const counted = totals.seatCounts[2 * place] ?? 0;
  const sums = (field: number) => totals.seatYears[place * SEAT_SUMS + field] ?? 0;
  return {
    seatId,
    period: year.id,
    meanBookings: money(sums(0) / Math.max(1, totals.trials)),
    ...(counted > 0 && {
      attainment: {
        mean: sums(2) / counted,
        median: medianOfBins(totals, place, counted),
        atQuota: makeProbability(totals.seatCounts[2 * place + 1] ?? 0, counted),
      },
    }),
  };
}

/** The median attainment, linear within its bin of 1/32; exactly zero for nothing at all, and the last bin's edge in it. */
function medianOfBins(totals: RunTotals, place: number, counted: number): number {
  const half = counted / 2;
  let below = 0;
  for (let bin = 0; bin < ATTAINMENT_BINS - 1; bin++) {
    const count = totals.seatAttainment[place * ATTAINMENT_BINS + bin] ?? 0;
    if (below + count >= half && count > 0)
      return bin === 0 ? 0 : (bin - 1 + (half - below) / count) * ATTAINMENT_BIN_WIDTH;
    below += count;
  }
  return (ATTAINMENT_BINS - 2) * ATTAINMENT_BIN_WIDTH;
}
