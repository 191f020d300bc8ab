import type { IsoMonth, Money, PeriodId, SeatId } from '../model/units';

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

export interface Distribution {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly standardError: number;
  readonly sd: number;
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
  /** Years only. */
  readonly cost?: Distribution;
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

export interface SeatSummary {
  readonly seatId: SeatId;
  readonly period: PeriodId;
  /** Mean bookings of the seat in that fiscal year, over all trials. */
  readonly meanBookings: Money;
  /** Over the trials in which the seat had a quota and was filled for a month or more: always shown together. Absent where there are none. */
  readonly attainment?: {
    readonly mean: number;
    /** To 1/32; 3.9375 stands for that or more. */
    readonly median: number;
    readonly atQuota: Probability;
  };
}

/** All that is shown of a run, a function of (plan, seed, trials, engine version). */
export interface RunSummary {
  readonly engine: string;
  readonly seed: number;
  readonly trials: number;
  readonly currency: string;
  /** Quarters first, then years, each in order of time. */
  readonly periods: readonly PeriodSummary[];
  readonly months: readonly MonthSummary[];
  readonly seats: readonly SeatSummary[];
  readonly leavers: Distribution;
  readonly starters: Distribution;
}
