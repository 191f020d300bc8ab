/**
 * Branded units. A number that means money cannot be passed where a share is expected, and the
 * other way round; the brand exists for the compiler alone.
 */
declare const unit: unique symbol;

type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** An amount in the plan's currency (whole units, not cents). */
export type Money = Branded<number, 'money'>;
/** A share as a fraction: 0.25 is 25 %. May exceed one where the docstring says so. */
export type Share = Branded<number, 'share'>;
/** A length of time in days. */
export type Days = Branded<number, 'days'>;
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = Branded<string, 'date'>;
/** A calendar month, `YYYY-MM`. */
export type IsoMonth = Branded<string, 'month'>;
/** A fiscal period: `FY2027` or `FY2027-Q1`. A fiscal year is named after the calendar year it ends in. */
export type PeriodId = Branded<string, 'period'>;

export type PlanId = Branded<string, 'plan'>;
export type RegionId = Branded<string, 'region'>;
export type ManagerId = Branded<string, 'manager'>;
export type RoleId = Branded<string, 'role'>;
export type SeatId = Branded<string, 'seat'>;
export type TerritoryId = Branded<string, 'territory'>;
export type EventId = Branded<string, 'event'>;
export type StageId = Branded<string, 'stage'>;
export type OpportunityId = Branded<string, 'opportunity'>;
export type AccountId = Branded<string, 'account'>;
export type MeasureId = Branded<string, 'measure'>;
export type SplitId = Branded<string, 'split'>;

/** Average length of a month in days, by which lengths of time in days become months. */
export const DAYS_PER_MONTH = 30.4375;

/** Marks values that are known to be in the stated unit; it checks nothing (see `parse` for that). */
export const money = (amount: number): Money => amount as Money;
export const share = (fraction: number): Share => fraction as Share;
export const days = (count: number): Days => count as Days;
export const isoDate = (text: string): IsoDate => text as IsoDate;
export const isoMonth = (text: string): IsoMonth => text as IsoMonth;
export const periodId = (text: string): PeriodId => text as PeriodId;
export const planId = (text: string): PlanId => text as PlanId;
export const regionId = (text: string): RegionId => text as RegionId;
export const managerId = (text: string): ManagerId => text as ManagerId;
export const roleId = (text: string): RoleId => text as RoleId;
export const seatId = (text: string): SeatId => text as SeatId;
export const territoryId = (text: string): TerritoryId => text as TerritoryId;
export const eventId = (text: string): EventId => text as EventId;
export const stageId = (text: string): StageId => text as StageId;
export const opportunityId = (text: string): OpportunityId => text as OpportunityId;
export const accountId = (text: string): AccountId => text as AccountId;
export const measureId = (text: string): MeasureId => text as MeasureId;
export const splitId = (text: string): SplitId => text as SplitId;
