import type { EventId, PeriodId } from '../model/units';
import type { Mean, Probability } from './summary';

/** What of a trial may explain its bookings. */
export const DRIVER_NAMES = [
  'leavers',
  'starters',
  'vacancyMonths',
  'rampedMonths',
  'market',
  'deals',
  'largestDeal',
  'seatsAtQuota',
] as const;
export type DriverName = (typeof DRIVER_NAMES)[number];

/** Some of the trials. */
export interface DriverGroup {
  readonly trials: number;
  readonly bookings: Mean;
  /**
   * Vacancy, ramped months (of sellers, a month of a fully ramped one being one) and seats at quota of the period;
   * leavers, starters, deals, the largest deal and the market (the mean of its quarterly factor) of the whole horizon.
   */
  readonly features: Readonly<Record<DriverName, Mean>>;
  /** How often each risk event happened within the horizon, in the plan's order. */
  readonly events: readonly { readonly eventId: EventId; readonly share: Probability }[];
}

/**
 * All trials, and the tenth with the least and with the most bookings of the plan in the period. Standard errors are those
 * of a sample of so many trials, as if the tenth's limits were known.
 */
export interface DriverSummary {
  readonly period: PeriodId | 'horizon';
  readonly all: DriverGroup;
  readonly worst: DriverGroup;
  readonly best: DriverGroup;
}
