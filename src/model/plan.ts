/**
 * What a plan is: plain data, JSON with a published schema (static/plan.schema.json). Everything
 * shown is a function of (plan, seed, trials, engine version).
 */
import type {
  Days,
  IsoDate,
  IsoMonth,
  ManagerId,
  Money,
  PeriodId,
  PlanId,
  RegionId,
  RoleId,
  SeatId,
  Share,
} from './units';

/** The version of the plan format that this code reads and writes. */
export const PLAN_VERSION = 1;

export interface Plan {
  readonly format: 'turfcast-plan';
  readonly version: typeof PLAN_VERSION;
  readonly id: PlanId;
  readonly name: string;
  /** ISO 4217 code, such as `USD`. */
  readonly currency: string;
  readonly calendar: Calendar;
  /** Twelve weights of mean one, January first: how bookings spread over the year. */
  readonly seasonality: readonly number[];
  readonly market: Market;
  /** Whether each trial draws the estimated inputs from what is known of them. */
  readonly parameterUncertainty: boolean;
  /** Targets by fiscal quarter or year. A year without one of its own has the sum of its quarters'. */
  readonly targets: readonly Target[];
  readonly levers: Levers;
  readonly regions: readonly Region[];
  readonly managers: readonly Manager[];
  readonly roles: readonly Role[];
  readonly seats: readonly Seat[];
  readonly run: RunSettings;
  /** Where the plan's figures came from, in the words shown to its readers. */
  readonly source?: PlanSource;
}

export interface Calendar {
  /** First month of the plan. */
  readonly start: IsoMonth;
  /** Number of months, 1 to 60. */
  readonly months: number;
  /** The month the fiscal year starts in, 1 (January) to 12. */
  readonly fiscalYearStart: number;
}

/** What moves everyone together: a log AR(1) by fiscal quarter, mean one after exponentiation. */
export interface Market {
  /** Standard deviation of the log of the quarterly factor. */
  readonly sd: number;
  /** Correlation of one quarter's log factor with the next one's, 0 to below 1. */
  readonly persistence: number;
}

export interface Target {
  readonly period: PeriodId;
  readonly amount: Money;
}

/** Plan-wide adjustments on top of the roles' figures; a neutral lever changes nothing. */
export interface Levers {
  /** Multiplies the number of deals of everyone. Neutral 1. */
  readonly productivity: number;
  /** Multiplies every deal's size. Neutral 1. */
  readonly dealSize: number;
  /** Multiplies the leaving hazard. Neutral 1. */
  readonly attrition: number;
  /** Stretches every ramp. Neutral 1. */
  readonly ramp: number;
  /** Multiplies every time to fill. Neutral 1. */
  readonly timeToFill: number;
  /** Days by which every planned hire is put back. Neutral 0. */
  readonly startDelay: Days;
  /** Multiplies every target. Neutral 1. */
  readonly target: number;
}

export interface Region {
  readonly id: RegionId;
  readonly name: string;
}

export interface Manager {
  readonly id: ManagerId;
  readonly name: string;
  readonly regionId?: RegionId;
}

export interface Role {
  readonly id: RoleId;
  readonly name: string;
  /** Productivity by month of tenure as a share of a ramped person's, then one. */
  readonly ramp: readonly Share[];
  /** Share of people who leave within a year, compounded: the monthly rate is 1 − (1 − a)^(1/12). */
  readonly annualAttrition: Share;
  /** From a person's leaving to the successor's start. */
  readonly timeToFill: DaysSpread;
  /** From a planned hire's target date to the actual start. */
  readonly startSlip: DaysSpread;
  readonly productivity: Productivity;
  readonly dealSize: DealSize;
  /** Coefficient of variation of skill between people (lognormal, mean one). */
  readonly skillCv: number;
  readonly annualQuota: Money;
  readonly pay: PayPlan;
}

/** A length of time as people state it: half the cases within p50 days, nine in ten within p90. Lognormal; fixed where equal. */
export interface DaysSpread {
  readonly p50: Days;
  readonly p90: Days;
}

/** What a ramped person of skill one books; apart from the quota, and never raised by it. */
export interface Productivity {
  /** Mean bookings per month. */
  readonly perMonth: Money;
  /** Relative standard error of that figure (parameter uncertainty, shared by the role); 0 is known exactly. */
  readonly cv: number;
}

export type DealSize =
  | { readonly kind: 'fixed'; readonly amount: Money }
  | { readonly kind: 'lognormal'; readonly mean: Money; readonly cv: number }
  | { readonly kind: 'gamma'; readonly mean: Money; readonly cv: number }
  | EmpiricalSizes;

/** Deal sizes of the history, resampled as they were: amounts ascending, each with how often it occurred. */
export interface EmpiricalSizes {
  readonly kind: 'empirical';
  readonly amounts: readonly Money[];
  readonly counts: readonly number[];
}

/** Base by days filled; variable by attainment of the fiscal year; loads on top. Amounts per year. */
export interface PayPlan {
  readonly base: Money;
  /** Variable pay at 100 % of quota. */
  readonly variable: Money;
  /** Rate above 100 % as a multiple of the rate below it. */
  readonly accelerator: number;
  /** Variable pay at the most, as a multiple of `variable`; none where absent. */
  readonly cap?: number;
  /** Benefits and taxes as a share of base. */
  readonly benefits: Share;
  /** Cost of recruiting one person. */
  readonly recruiting: Money;
}

/** An approved position; people fill it one after the other. */
export interface Seat {
  readonly id: SeatId;
  /** The person's name, or what the opening is called. */
  readonly name: string;
  readonly roleId: RoleId;
  readonly managerId?: ManagerId;
  readonly occupant: Occupant;
  /** Whether a leaver is replaced. */
  readonly backfill: boolean;
  /** This seat's productivity as a multiple of its role's, and of an incumbent's own record (how good the patch is); 1 where absent. */
  readonly potential?: number;
  /** Overrides the role's quota. */
  readonly annualQuota?: Money;
}

export type Occupant =
  | {
      readonly kind: 'incumbent';
      /** Hire date: ramp and tenure go on from there. */
      readonly hired: IsoDate;
      /** What the CRM says of this person; the role's figures where absent. Belongs to the person, not to a successor. */
      readonly history?: SellerHistory;
    }
  | {
      readonly kind: 'planned';
      /** Target start date. */
      readonly start: IsoDate;
    };

/** A seller's own record, fitted (see calibrate). */
export interface SellerHistory {
  /** Posterior of won deals per month in an average month: a gamma with this shape and rate (months). */
  readonly dealsPerMonth: { readonly shape: number; readonly rate: number };
  readonly dealSize: EmpiricalSizes;
}

export interface RunSettings {
  /** Unsigned 32-bit. */
  readonly seed: number;
  /** Number of trials of a full run. */
  readonly trials: number;
}

export interface PlanSource {
  readonly summary: string;
  readonly files: readonly string[];
}
