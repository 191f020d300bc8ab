import type { IsoMonth, Money, PeriodId } from '../model/units';
import type { DriverSummary } from './drivers';
import type { Levels } from './levels';

/** The percentiles every distribution is summarised by. */
export const PERCENTILES = [2.5, 5, 10, 25, 50, 75, 90, 95, 97.5] as const;

/** A probability estimated from trials, with its standard error √(p(1 − p)/n). */
export interface Probability {
  readonly value: number;
  readonly standardError: number;
}

/** A confidence interval of 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Mean {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly standardError: number;
}

export interface Moments extends Mean {
  readonly sd: number;
}

export interface Distribution extends Moments {
  /** Values at `PERCENTILES`, in their order (type 7, as d3 and R do by default). */
  readonly percentiles: readonly number[];
  /** Of the percentiles, in their order: between two order statistics, whatever the distribution (see `rankInterval`). */
  readonly intervals: readonly Interval[];
}

export interface Histogram {
  /** Left edge of the first bin and the bins' common width. */
  readonly start: number;
  readonly width: number;
  readonly counts: readonly number[];
}

export interface PeriodSummary {
  readonly period: PeriodId;
  readonly kind: 'quarter' | 'year';
  /** Months of it inside the horizon, as indices from the plan's start: [firstMonth, endMonth). */
  readonly firstMonth: number;
  readonly endMonth: number;
  /** Whether the horizon covers all of it. */
  readonly whole: boolean;
  readonly target?: Money;
  /** Chance of bookings at or above the target; absent without one. */
  readonly chance?: Probability;
  readonly bookings: Distribution;
  /** The exact mean of the bookings, found without trials: of a full run only, and of plans it can be had for at once. */
  readonly exactMean?: Money;
  readonly histogram: Histogram;
  /** Numbers of the trials whose bookings are nearest to these percentiles, to be replayed. */
  readonly nearest: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** Of years. */
  readonly year?: YearSummary;
}

/** What a fiscal year comes to beside its bookings. */
export interface YearSummary {
  readonly cost: Distribution;
  /** Bookings × the plan's gross margin − cost. */
  readonly contribution: Distribution;
  /** The most that the year may cost, and the chance of costing no more; absent without one. */
  readonly budget?: Money;
  readonly withinBudget?: Probability;
  /** Months for which open positions were vacant, added up. */
  readonly vacancyMonths: Distribution;
  /** Seats at or above their quota, of those that had one and were filled a month or more; and their share of these, over the trials in which there were any. */
  readonly seatsAtQuota: Distribution;
  readonly shareAtQuota?: Distribution;
  /** The plan's bookings ÷ the quotas that its filled seats carried, by trial; absent where none had one. */
  readonly attainment?: Attainment;
  /** The same of every seat on its own, all of them and all trials together. */
  readonly seatAttainment?: Attainment;
}

/** Bookings ÷ quota: never one of the three without the others. */
export interface Attainment {
  readonly mean: number;
  readonly median: number;
  /** Share at or above 100 %. */
  readonly atQuota: Probability;
}

export interface MonthSummary {
  readonly month: IsoMonth;
  readonly bookings: Distribution;
  /** From the plan's start to this month's end. */
  readonly cumulativeBookings: Distribution;
  /** Filled seats at the month's end. */
  readonly headcount: Distribution;
  readonly rampedEquivalents: Distribution;
}

/** All that is shown of a run, a function of (plan, seed, trials, engine version). */
export interface RunSummary {
  readonly engine: string;
  readonly seed: number;
  readonly trials: number;
  /** Whether the run is over: all its trials are there, or every chance is known as well as the plan asks for. */
  readonly complete: boolean;
  readonly currency: string;
  /** Quarters first, then years, each in order of time. */
  readonly periods: readonly PeriodSummary[];
  readonly months: readonly MonthSummary[];
  /** Regions, managers, territories, roles and seats, to be read by `readLevel`, `readLevelMonth` and `readSeat`. */
  readonly levels: Levels;
  /** What was different in the worst and the best tenth: of each fiscal year, then of the horizon. */
  readonly drivers: readonly DriverSummary[];
  readonly leavers: Distribution;
  readonly starters: Distribution;
}
