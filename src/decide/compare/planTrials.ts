import type { Plan } from '../../model/plan';
import { columnOf, sumOfMonths } from '../../stats/columns';
import type { PlanSample } from '../../stats/planSample';
import { sharedTarget, type PeriodSpan, type SharedPeriod } from './sharedPeriods';

/** What one plan comes to in a period, a figure a trial. */
export interface PlanTrials {
  readonly trials: number;
  readonly target: number | undefined;
  readonly bookings: Float64Array;
  /** Cost, and bookings at the gross margin less it: of whole fiscal years alone, since cost is counted by them. */
  readonly cost?: Float64Array;
  readonly contribution?: Float64Array;
  /** People at the period's end. */
  readonly headcount: Float64Array;
}

/** Cost over some fiscal years, one a trial. */
function costOf(sample: PlanSample, [first, end]: readonly [number, number], trials: number): Float64Array {
  const sums = new Float64Array(trials);
  for (let year = first; year < end; year++) {
    const column = columnOf(sample.cost, sample.shape.years, year, trials);
    for (let trial = 0; trial < trials; trial++) sums[trial] = (sums[trial] ?? 0) + (column[trial] ?? 0);
  }
  return sums;
}

/** The first `trials` trials of a plan's sample in a period, whose place in the plan `span` says. Linear in the trials. */
export function planTrials(
  plan: Plan,
  sample: PlanSample,
  period: SharedPeriod,
  span: PeriodSpan,
  trials: number,
): PlanTrials {
  const bookings = sumOfMonths(sample, 'bookings', span.firstMonth, span.endMonth).subarray(0, trials);
  const cost = span.years && costOf(sample, span.years, trials);
  return {
    trials,
    target: sharedTarget(plan, period),
    bookings,
    ...(cost && {
      cost,
      contribution: bookings.map((booked, trial) => booked * plan.grossMargin - (cost[trial] ?? 0)),
    }),
    headcount: columnOf(sample.headcount, sample.shape.months, span.endMonth - 1, trials),
  };
}
