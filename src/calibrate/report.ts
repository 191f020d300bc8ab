/** What a calibration found, as the Data room draws it. Plain data; every figure says what it rests on. */
import type { DaysSpread, Plan } from '../model/plan';
import type { IsoDate, IsoMonth, Money, Share } from '../model/units';
import type { SurvivalPoint } from './kaplanMeier';

export interface CalibrationOptions {
  /** Month the fiscal year starts in, 1 (January) to 12; 1 where absent. */
  readonly fiscalYearStart?: number;
  /** First month of the plan; the month after the last closing where absent. */
  readonly planStart?: IsoMonth;
  /** Months of the plan; 12 where absent. */
  readonly months?: number;
  /** Target of twelve months; `TargetRule` where absent. */
  readonly target?: Money;
  /** Closings before this month, or after that one, are left out. */
  readonly historyFrom?: IsoMonth;
  readonly historyTo?: IsoMonth;
  /** Name of the plan, and its currency (ISO 4217); `USD` where absent. */
  readonly planName?: string;
  readonly currency?: string;
  /** Whether people leave; true where absent. A backtest turns it off. */
  readonly attrition?: boolean;
  /** Whether a trial may draw the mean deal size of a role from what is known of it; true where absent. A backtest turns it off. */
  readonly dealSizeUncertainty?: boolean;
  /** Whether the roles have the pipeline form, with the opportunities that are open; false where absent: deals close in the month of the effort. */
  readonly pipeline?: boolean;
}

export interface Calibration {
  readonly plan: Plan;
  readonly report: CalibrationReport;
}

export interface CalibrationReport {
  readonly counts: {
    readonly won: number;
    readonly lost: number;
    readonly open: number;
    readonly sellers: number;
  };
  /** Closings from and to. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The full fiscal quarters that productivity and sizes were taken from; `months` of exposure. */
  readonly window: {
    readonly from: IsoMonth;
    readonly to: IsoMonth;
    readonly months: number;
    readonly fullQuarters: number;
  };
  readonly winRate: RateEstimate;
  readonly quarters: readonly QuarterFigure[];
  readonly months: readonly MonthFigure[];
  /** Won deals by month in the quarter relative to the mean, over whole months. */
  readonly monthInQuarter: readonly [number, number, number];
  /** Twelve weights of mean one, January first, as they stand in the plan. */
  readonly seasonality: readonly number[];
  readonly dealSize: SampleReport;
  /** Days from creation to closing of won deals, plus half a day (a deal closed the same day took half a day). */
  readonly cycle?: SampleReport;
  /** By name. */
  readonly sellers: readonly SellerReport[];
  readonly prior: GammaPrior;
  readonly attrition: AttritionReport;
  readonly tenure: TenureReport;
  /** Absent where the history does not hold enough won deals with both dates. */
  readonly pipeline?: PipelineReport;
  readonly market: MarketReport;
  readonly target: TargetRule;
  /** How the quota of each role came about, in words. */
  readonly quotaRules: readonly string[];
  /** Plain sentences: how far these figures can be trusted. */
  readonly warnings: readonly string[];
}

/** Won ÷ (won + lost) with Wilson's 95 % interval. */
export interface RateEstimate {
  readonly won: number;
  readonly closed: number;
  readonly rate: Share;
  readonly low: Share;
  readonly high: Share;
}

export interface QuarterFigure {
  /** Such as `FY2017-Q2`. */
  readonly label: string;
  readonly won: number;
  readonly bookings: Money;
  /** Whether the history covers all of it. */
  readonly full: boolean;
}

export interface MonthFigure {
  readonly month: IsoMonth;
  readonly won: number;
  readonly closed: number;
  readonly bookings: Money;
  readonly full: boolean;
}

/** A positive sample with its quantiles, its histogram and the families fitted to it. */
export interface SampleReport {
  readonly n: number;
  readonly mean: number;
  /** With n − 1. */
  readonly sd: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  /** Bins of equal width on the logarithmic axis: edges (one more than counts), ascending. */
  readonly histogram: {
    readonly edges: readonly number[];
    readonly counts: readonly number[];
  };
  readonly fits: readonly FitReport[];
}

/** A family fitted by maximum likelihood, its mean to be read beside the sample's. */
export interface FitReport {
  readonly family: 'lognormal' | 'gamma';
  /** Lognormal: mu and sigma. Gamma: shape and scale. */
  readonly parameters: readonly [number, number];
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly logLikelihood: number;
  /** Kolmogorov–Smirnov distance from the sample. */
  readonly ks: number;
  /** Cases the family expects in each bin of the histogram (to be drawn over it). */
  readonly expected: readonly number[];
}

export interface SellerReport {
  readonly name: string;
  readonly manager?: string;
  readonly region?: string;
  /** Whole history. */
  readonly winRate: RateEstimate;
  /** In the window: won deals, months of exposure, bookings. */
  readonly won: number;
  readonly exposureMonths: number;
  readonly bookings: Money;
  /** Posterior of won deals in an average month with its 80 % interval. */
  readonly dealsPerMonth: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  };
  /** Mean of the sizes that the plan resamples, and whether they are the seller's own. */
  readonly meanDeal: Money;
  readonly ownSizes: boolean;
  /** First and last sign of activity. */
  readonly firstActivity: IsoDate;
  readonly lastActivity: IsoDate;
}

/** Gamma prior of won deals per month between sellers: mean shape ÷ rate (rate in months). */
export interface GammaPrior {
  readonly shape: number;
  readonly rate: number;
  /** Coefficient of variation between sellers, 1 ÷ √shape; the plan's skill CV. */
  readonly cv: number;
}

export interface AttritionReport {
  /** Sellers without activity in the last 90 days before the history's end. */
  readonly leavers: number;
  readonly leaverNames: readonly string[];
  /** Months that sellers were seen selling, summed. */
  readonly personMonths: number;
  readonly segmentDefault: Share;
  /** Gamma–Poisson estimate with the default weighing as much as two leavers. */
  readonly annual: Share;
}

/** How leaving depends on tenure. */
export interface TenureReport {
  /** Leavers whose tenure is known, and sellers whose tenure is not. */
  readonly leavers: number;
  readonly unknown: number;
  /** The Kaplan–Meier curve of all sellers of known tenure, in months; empty where none of them left. */
  readonly points: readonly SurvivalPoint[];
  /** What the plan's roles have of it and why, in words. */
  readonly rule: string;
}

/** The way from creation to winning: what the pipeline form of a plan rests on, whether the plan has it or not. */
export interface PipelineReport {
  /** Won deals with the days of creation and closing, and the days that half and nine in ten of them took at most. */
  readonly won: number;
  readonly cycle: DaysSpread;
  /** Of the months looked at. */
  readonly winRate: RateEstimate;
  /** What is open on the plan's first day, by age. */
  readonly stages: readonly OpenStageReport[];
  /** Wins to be expected of them, and of a pipeline that had always been as full (Little 1961: wins a month × mean cycle). */
  readonly expectedWins: number;
  readonly steadyWins: number;
  /** Open opportunities that are in no stage, for their owner has no seat or is unknown. */
  readonly withoutSeat: number;
  /** Open opportunities in a stage without an amount of their own: the mean of their product or seller was taken. */
  readonly withoutAmount: number;
  /** Open opportunities in a stage without a day of creation: taken as new. */
  readonly withoutCreation: number;
  /** How the figures came about, in plain sentences. */
  readonly rules: readonly string[];
}

/** Open opportunities of one span of ages. */
export interface OpenStageReport {
  readonly name: string;
  readonly opportunities: number;
  readonly amount: Money;
  /** Share of opportunities won that ever were that old. */
  readonly winRate: Share;
}

export interface MarketReport {
  /** As it stands in the plan: the one measured, at most one half. */
  readonly sd: number;
  readonly measured: number;
  readonly persistence: number;
  /** Full quarters it was estimated from. */
  readonly quarters: number;
}

export interface TargetRule {
  /** Twelve months. */
  readonly amount: Money;
  /** How it came about, in words. */
  readonly rule: string;
}
