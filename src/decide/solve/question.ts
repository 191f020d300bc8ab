import type { Money, PeriodId, RoleId } from '../../model/units';
import type { Mean, Probability } from '../../stats/summary';
import type { HireStep } from './hires';

/** What is spared: mean cost over the plan's horizon, or people. */
export type Objective = 'cost' | 'hires';

/** Which hires make the target of a period safe. */
export interface HireQuestion {
  readonly period: PeriodId;
  /** The chance that is wanted, above 0 and below 1. */
  readonly probability: number;
  readonly objective: Objective;
  /** Most that the hires may cost over the horizon, as a mean; no limit where absent. */
  readonly budget?: Money;
  /** Roles that may be hired for, and how many of each at the most. */
  readonly roles: readonly { readonly roleId: RoleId; readonly most: number }[];
  /** Most new people of one role in one month. */
  readonly perMonth: number;
  /** First and last month that they may start in, as indices from the plan's start. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** A plan that was put to the test: what it takes and what it gives, on trials that the search has not seen. */
export interface TestedPlan {
  readonly hires: readonly HireStep[];
  readonly count: number;
  readonly chance: Probability;
  /** The chance at the least, with the confidence of the answer. */
  readonly least: number;
  /** Against the plan as it is, trial by trial. */
  readonly cost: Mean;
  readonly bookings: Mean;
}

/** Why no plan was chosen: more people may not be hired, it costs too much, none could be proved, or the search was stopped first. */
export type Shortfall = 'bounds' | 'budget' | 'unproven' | 'stopped';

export interface HireAnswer {
  readonly question: HireQuestion;
  readonly target: Money;
  /** The plan as it is. */
  readonly today: TestedPlan;
  /** The plan that spares most of those proved safe. */
  readonly chosen?: TestedPlan;
  /** Whether every cheaper plan within the bounds was weighed and fell short of it in the search's trials. */
  readonly proved?: boolean;
  readonly shortfall?: Shortfall;
  /** The highest chance that was found within bounds and budget. */
  readonly best: TestedPlan;
  /** Plans that no other tested one beats in both cost and chance, the cheapest first; the plan as it is among them. */
  readonly frontier: readonly TestedPlan[];
  /** Plans that the search weighed. */
  readonly weighed: number;
  readonly searchTrials: number;
  readonly testTrials: number;
  readonly seed: number;
  /** Plans that were tested for being safe, between which the confidence is shared. */
  readonly tests: number;
  /** Whether hires add up: no seat affects another, so that the search was exact on its trials. */
  readonly additive: boolean;
}

/** Confidence that a plan called safe is. */
export const CONFIDENCE = 0.95;
