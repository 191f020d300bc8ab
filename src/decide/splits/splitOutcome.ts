import { planPeriods, targetOf, type Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import type { Money, PeriodId } from '../../model/units';
import { columnOf, sumOfMonths } from '../../stats/columns';
import { makeProbability, summariseSample } from '../../stats/distribution';
import { outerTenths } from '../../stats/outerTenths';
import type { PlanSample } from '../../stats/planSample';
import type { Distribution, Mean, Probability } from '../../stats/summary';
import { meanOf } from '../compare/meanOf';

/** What a plan comes to in its main fiscal year under a split. */
export interface SplitOutcome {
  readonly period: PeriodId;
  readonly trials: number;
  readonly target?: Money;
  /** Chance of bookings at or above the target; absent without one. */
  readonly chance?: Probability;
  readonly bookings: Distribution;
  /**
   * Bookings of the worst tenth of trials, on average (expected shortfall at 10 %; Acerbi & Tasche 2002). Its standard error is
   * that of a mean of these trials alone, and so leaves out that their limit is an estimate too.
   */
  readonly worstTenth: Mean;
  /** By trial, to be paired with another split's. */
  readonly byTrial: Float64Array;
  /** Seats at or above their quota, of those that had one. */
  readonly seatsAtQuota: Mean;
  readonly seatsWithQuota: Mean;
}

/** The fiscal year a plan is asked about first: with a target before without, of these the one it covers most of. */
export function mainYear(plan: Plan): { readonly year: Period; readonly place: number } | undefined {
  const years = planPeriods(plan.calendar).filter(({ kind }) => kind === 'year');
  const aimed = years.filter((year) => targetOf(plan, year) !== undefined);
  const months = (year: Period) => year.endMonth - year.firstMonth;
  const year = (aimed.length > 0 ? aimed : years).reduce<Period | undefined>(
    (best, each) => (best && months(best) >= months(each) ? best : each),
    undefined,
  );
  return year && { year, place: years.indexOf(year) };
}

/** The outcome of a plan's main year in a sample of it. Cost n log n of the trials. */
export function splitOutcome(plan: Plan, sample: PlanSample): SplitOutcome | undefined {
  const main = mainYear(plan);
  if (!main) return undefined;
  const { year, place } = main;
  const { trials, shape } = sample;
  const byTrial = sumOfMonths(sample, 'bookings', year.firstMonth, year.endMonth);
  const target = targetOf(plan, year);
  const column = (row: 'atQuota' | 'withQuota') => {
    const { mean, standardError } = summariseSample(columnOf(sample[row], shape.years, place, trials));
    return { mean, standardError };
  };
  return {
    period: year.id,
    trials,
    ...(target !== undefined && {
      target,
      chance: makeProbability(byTrial.filter((booked) => booked >= target).length, trials),
    }),
    bookings: summariseSample(byTrial.slice()),
    worstTenth: meanOf(Float64Array.from(outerTenths(byTrial).worst, (trial) => byTrial[trial] ?? 0)),
    byTrial,
    seatsAtQuota: column('atQuota'),
    seatsWithQuota: column('withQuota'),
  };
}
