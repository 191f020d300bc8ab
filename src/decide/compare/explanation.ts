import type { GroupId } from './assumptionGroups';
import type { SharedPeriod } from './sharedPeriods';

/** What a difference is explained of. */
export const MEASURED = ['chance', 'bookings', 'cost'] as const;
export type Measured = (typeof MEASURED)[number];

/** An estimate with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** A figure of both plans and what each group adds to the one on the way to the other: the shares add up to `to − from`. */
export interface ExplainedMeasure {
  readonly from: number;
  readonly to: number;
  /** In the order of the explanation's groups. */
  readonly shares: readonly Estimate[];
}

export interface Explanation {
  readonly period: SharedPeriod;
  readonly trials: number;
  /** What was switched as one: a group of assumptions, or several whose mixes would not be plans. */
  readonly groups: readonly (readonly GroupId[])[];
  /** Chance only where both plans have a target, cost only of whole fiscal years. */
  readonly measures: Readonly<Partial<Record<Measured, ExplainedMeasure>>> & {
    readonly bookings: ExplainedMeasure;
  };
  /** `exact`: averaged over all orders; `drawn`: over so many random ones, in pairs of an order and its reverse. */
  readonly method: { readonly kind: 'exact' | 'drawn'; readonly orders: number };
  /** Plans simulated for it, the two themselves included. */
  readonly samples: number;
}
