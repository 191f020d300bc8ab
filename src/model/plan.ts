/**
 * What a plan is: plain data, JSON with a published schema (static/plan.schema.json). Everything
 * shown is a function of (plan, seed, trials, engine version).
 */
import type { AccountBook } from './accountBook';
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
  EventId,
  OpportunityId,
  SeatId,
  Share,
  StageId,
  TerritoryId,
} from './units';

/** The version of the plan format that this code reads and writes. */
export const PLAN_VERSION = 2;

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
  /** Most that the plan may cost, by fiscal year. */
  readonly budgets: readonly Target[];
  readonly levers: Levers;
  /** Bookings less the cost of serving them, as a share of bookings; what contribution is counted from. */
  readonly grossMargin: Share;
  readonly coverage: Coverage;
  readonly management: Management;
  readonly quota: QuotaPolicy;
  /** The risk register. */
  readonly events: readonly RiskEvent[];
  readonly regions: readonly Region[];
  readonly territories: readonly Territory[];
  readonly managers: readonly Manager[];
  readonly roles: readonly Role[];
  readonly seats: readonly Seat[];
  readonly openPipeline: OpenPipeline;
  /** The accounts behind the territories, and the ways to split them; nothing is drawn from it (see `applySplit`). */
  readonly accountBook?: AccountBook;
  readonly run: RunSettings;
  /** Where the plan's figures came from, in the words shown to its readers. */
  readonly source?: PlanSource;
  /** What people have to say of single assumptions: one to a field at the most. */
  readonly notes?: readonly Note[];
}

/** A note on one assumption: why it is what it is. It goes with the thing that it is about. */
export interface Note {
  readonly about: NoteSubject;
  /** The field as this format names it, such as `annualAttrition` or `quota.rampRelief`. */
  readonly field: string;
  readonly text?: string;
  /** Where the figure comes from. */
  readonly source?: string;
  /** Who answers for it. */
  readonly owner?: string;
  readonly date?: IsoDate;
}

export type NoteSubject =
  | { readonly kind: 'plan' }
  | { readonly kind: 'region'; readonly id: RegionId }
  | { readonly kind: 'territory'; readonly id: TerritoryId }
  | { readonly kind: 'manager'; readonly id: ManagerId }
  | { readonly kind: 'role'; readonly id: RoleId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'event'; readonly id: EventId };

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

/** How bookings answer to the effort that a territory gets (plans without territories: not at all). */
export interface Coverage {
  /**
   * Curvature κ of the yield share (1 − e^−κc) ÷ (1 − e^−κ) at coverage c; 0 is linear. A role may state its own,
   * and a territory worked by several roles takes their mean by effort.
   */
  readonly curvature: number;
  /** Standard deviation of the log of each territory's factor, drawn by quarter and apart from all others; mean one. */
  readonly territoryShockSd: number;
}

/** What a team loses without its manager, or where the manager has too many people. */
export interface Management {
  /** The team's intensity while its manager's seat is vacant, as a factor; neutral 1. */
  readonly vacantFactor: number;
  /** People to a manager at the most; none where absent. */
  readonly spanLimit?: number;
  /** The team's intensity in months in which more people than that are there, as a factor; neutral 1. */
  readonly overSpanFactor: number;
  /** How much longer people ramp who start under a vacant or over-stretched manager, as a factor; neutral 1. */
  readonly rampFactor: number;
}

/** Where quotas come from, and what they allow for. */
export interface QuotaPolicy {
  /** `stated`: each seat's own or its role's. `topDown`: the year's target, handed down by layers. */
  readonly source: 'stated' | 'topDown';
  /** How a layer's quota is shared out below it: evenly, or by expected full capacity (productivity × potential). */
  readonly allocation: 'even' | 'capacity';
  /** Sum of a layer's quotas ÷ the layer above it; 1 is none. */
  readonly overAssignment: { readonly regions: number; readonly managers: number; readonly seats: number };
  /** Whether the quota of a ramping person is reduced to the ramp's share. */
  readonly rampRelief: boolean;
}

/** Something that may happen: each trial draws whether, and when within the months it may begin in. */
export interface RiskEvent {
  readonly id: EventId;
  readonly name: string;
  readonly probability: Share;
  /** First and last month that it may begin in; each of them is equally likely. */
  readonly earliest: IsoMonth;
  readonly latest: IsoMonth;
  /** How many months it lasts. */
  readonly months: number;
  readonly scope: RiskScope;
  /** Multipliers while it lasts; absent is none. */
  readonly effects: RiskEffects;
}

export type RiskScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'role'; readonly id: RoleId }
  | { readonly kind: 'region'; readonly id: RegionId }
  | { readonly kind: 'territory'; readonly id: TerritoryId };

export interface RiskEffects {
  /** Number of deals. */
  readonly intensity?: number;
  readonly dealSize?: number;
  /** Share of opportunities won (of roles with a pipeline; others close their deals at the same rate). */
  readonly winRate?: number;
  /** Hazard of leaving. */
  readonly attrition?: number;
  readonly timeToFill?: number;
}

export interface Region {
  readonly id: RegionId;
  readonly name: string;
}

/** What can be sold to, by those seats that name it. */
export interface Territory {
  readonly id: TerritoryId;
  readonly name: string;
  readonly regionId?: RegionId;
  /** Annual bookings obtainable at full coverage. Where absent its people sell at their role's productivity. */
  readonly potential?: Money;
  /** Selling hours a year for full coverage; zero is covered by anybody's presence. */
  readonly workload: number;
}

export interface Manager {
  readonly id: ManagerId;
  readonly name: string;
  readonly regionId?: RegionId;
  /** The seat this manager sits in, of a role whose work is to manage; without one the manager is always there. */
  readonly seatId?: SeatId;
}

/** What people of a role do: sellers book; managers and supporters cost, and are missed where they are not there. */
export type RoleWork = 'sell' | 'manage' | 'support';

export interface Role {
  readonly id: RoleId;
  readonly name: string;
  /** Selling where absent. */
  readonly work?: RoleWork;
  /** Productivity by month of tenure as a share of a ramped person's, then one. */
  readonly ramp: readonly Share[];
  /** Share of people who leave within a year, compounded: the monthly rate is 1 − (1 − a)^(1/12). */
  readonly annualAttrition: Share;
  /** The same by tenure, in place of it. */
  readonly attritionByTenure?: TenureAttrition;
  /** Leaving of those who are behind, settled at quarter ends. */
  readonly performanceLeaving?: PerformanceLeaving;
  /** From a person's leaving to the successor's start. */
  readonly timeToFill: DaysSpread;
  /** From a planned hire's target date to the actual start. */
  readonly startSlip: DaysSpread;
  readonly productivity: Productivity;
  readonly dealSize: DealSize;
  /** The largest deal there is, before growth. */
  readonly dealSizeCap?: Money;
  /** Growth of deal sizes a month, from the plan's start on: 0.01 is 1 %. */
  readonly dealSizeGrowth?: number;
  /** Relative standard error of the mean deal size (parameter uncertainty, shared by the role). */
  readonly dealSizeCv?: number;
  /** Coefficient of variation of a gamma factor by seat and month: busy and slow months beyond chance. */
  readonly monthlyCv?: number;
  /** The pipeline form; deals close in the month of the effort where absent. */
  readonly pipeline?: Pipeline;
  /** Where opportunities come from, besides the sellers themselves, and whom they wait for. */
  readonly sources?: readonly PipelineSource[];
  /** Selling hours a month of a ramped person; 100 where absent. Counts against a territory's workload. */
  readonly sellingHours?: number;
  /** Overrides the plan's curvature of coverage. */
  readonly curvature?: number;
  /** Coefficient of variation of skill between people (lognormal, mean one). */
  readonly skillCv: number;
  readonly annualQuota: Money;
  readonly pay: PayPlan;
}

/** How readily people leave, by tenure. */
export type TenureAttrition =
  | {
      readonly kind: 'bands';
      /** Ascending by `fromMonth`, the first from 0: annual attrition from that tenure on, compounded. */
      readonly bands: readonly { readonly fromMonth: number; readonly annual: Share }[];
    }
  | {
      /** The Kaplan–Meier curve of a history. Between its points the hazard is constant; after the last it is the role's annual attrition. */
      readonly kind: 'curve';
      /** Tenure in months, ascending and above zero, and the share of people still there, falling and above zero. */
      readonly points: readonly { readonly month: number; readonly staying: Share }[];
    };

/** A person whose attainment of the year so far is below the threshold at a quarter's end leaves at a multiple of the hazard in the next. */
export interface PerformanceLeaving {
  readonly threshold: number;
  readonly multiplier: number;
}

/** Opportunities are created with the effort, and won later. `productivity` stays what a ramped person books a month once the pipeline is full. */
export interface Pipeline {
  /** Won ÷ (won + lost). */
  readonly winRate: Share;
  /** Closed opportunities (won + lost) that the rate rests on; absent, it is known exactly. */
  readonly winRateBase?: number;
  /** From creation to winning. */
  readonly cycle: DaysSpread;
  /** Share of a leaver's open pipeline that is kept. */
  readonly leaverKept: Share;
  /** What closes from before the plan's start: as much as had always been created, or the opportunities listed alone. */
  readonly opening: 'steady' | 'listed';
}

/** A share of opportunities (of deals, in the direct form) and the role that feeds it. */
export interface PipelineSource {
  /** Such as SDR, marketing, partner, solution engineers. */
  readonly name: string;
  readonly share: Share;
  /** Falls in proportion where there are fewer of these people than planned. */
  readonly fedBy?: { readonly roleId: RoleId; readonly sellersPerHead: number };
}

/** Opportunities that were open at the plan's start. */
export interface OpenPipeline {
  readonly stages: readonly Stage[];
  readonly opportunities: readonly OpenOpportunity[];
}

export interface Stage {
  readonly id: StageId;
  readonly name: string;
  /** Share of opportunities won that ever were in this stage, of those decided. */
  readonly winRate: Share;
}

export interface OpenOpportunity {
  readonly id: OpportunityId;
  readonly name?: string;
  /** A seat of a role with a pipeline. */
  readonly seatId: SeatId;
  readonly amount: Money;
  /** Since it was created; it closes after what is then left of the role's cycle. */
  readonly ageDays: Days;
  /** Its own probability, before its stage's; the role's win rate where it has neither. */
  readonly probability?: Share;
  readonly stageId?: StageId;
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

export type DealSize = SimpleSize | MixedSizes;

export type SimpleSize =
  | { readonly kind: 'fixed'; readonly amount: Money }
  | { readonly kind: 'lognormal' | 'gamma' | 'weibull'; readonly mean: Money; readonly cv: number }
  | EmpiricalSizes;

/** Sizes by segment or product: each deal is of one part, by the parts' shares of the number of deals. */
export interface MixedSizes {
  readonly kind: 'mix';
  readonly parts: readonly { readonly name: string; readonly share: Share; readonly size: SimpleSize }[];
}

/** Deal sizes of the history, resampled as they were: amounts ascending, each with how often it occurred. */
export interface EmpiricalSizes {
  readonly kind: 'empirical';
  readonly amounts: readonly Money[];
  readonly counts: readonly number[];
}

/** Base by days filled; variable by attainment of the pay period; loads on top. Amounts per year. */
export interface PayPlan {
  readonly base: Money;
  /** Variable pay at 100 % of quota. */
  readonly variable: Money;
  /** What attainment is paid on. */
  readonly period: 'quarter' | 'year';
  /**
   * Ascending by `from`, the first from 0: the rate of variable pay from that attainment to the next step, as a
   * multiple of what 100 % ÷ 100 % pays. 0 to 1 at rate 1 and above at 1.5 is the usual plan with an accelerator.
   */
  readonly steps: readonly PayStep[];
  /** Variable pay at the most, as a multiple of `variable`; none where absent. */
  readonly cap?: number;
  /** Variable pay that new people have for certain. */
  readonly guarantee?: { readonly months: number; readonly share: Share };
  /** Benefits and taxes as a share of base. */
  readonly benefits: Share;
  /** Cost of recruiting one person. */
  readonly recruiting: Money;
  /** Paid to a person whose seat is closed. */
  readonly severance?: Money;
  /** Other cost of a person a year: tools, travel, a desk. */
  readonly otherCost?: Money;
}

export interface PayStep {
  readonly from: number;
  readonly rate: number;
}

/** An approved position; people fill it one after the other. */
export interface Seat {
  readonly id: SeatId;
  /** The person's name, or what the opening is called. */
  readonly name: string;
  readonly roleId: RoleId;
  readonly managerId?: ManagerId;
  readonly territoryId?: TerritoryId;
  readonly occupant: Occupant;
  /** Whether a leaver is replaced. */
  readonly backfill: boolean;
  /** From this day on there is no such position: a planned reduction. */
  readonly closes?: IsoDate;
  /** Absences of the first person in the seat. */
  readonly leaves?: readonly LeaveOfAbsence[];
  /** This seat's productivity as a multiple of its role's, and of an incumbent's own record (how good the patch is); 1 where absent. */
  readonly potential?: number;
  /** Overrides the role's quota. */
  readonly annualQuota?: Money;
  /** Where its person lives: for the way to accounts alone, nothing is drawn from it. */
  readonly home?: SeatHome;
}

/** Where a seat's person lives, in degrees, and the postcode that says so where one does. */
export interface SeatHome {
  readonly lon: number;
  readonly lat: number;
  readonly postcode?: string;
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
    }
  | {
      /** Promotion or transfer: whoever then sits in the other seat; from outside, after the time to fill, where nobody does. */
      readonly kind: 'transfer';
      readonly fromSeatId: SeatId;
      readonly date: IsoDate;
      /** Share of this seat's ramp that is behind the person from the first day; skill and tenure are kept. */
      readonly rampKept: Share;
    };

/** Capacity lost from one day to before another. */
export interface LeaveOfAbsence {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly share: Share;
}

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
  /** Ends the run early, once every chance of a target is known to this standard error (0.005 is half a point). */
  readonly standardError?: number;
}

export interface PlanSource {
  readonly summary: string;
  readonly files: readonly string[];
}
