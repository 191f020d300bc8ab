import type { Plan } from '../../model/plan';
import type { Result } from '../../model/problem';
import type { PlanSample } from '../../stats/planSample';
import type { SharedPeriod } from './sharedPeriods';

/** Samples a plan with the seed and trials of the comparison; those of the two plans themselves may be known already. */
export type Sampler = (plan: Plan) => Promise<Result<PlanSample>>;

export interface ExplainOptions {
  /** Its first span is its place in the first plan, its second in the second. */
  readonly period: SharedPeriod;
  readonly trials: number;
  /** Of the orders, where they are drawn. */
  readonly seed: number;
  readonly sample: Sampler;
  /** Such as an `AbortSignal`. */
  readonly signal?: { readonly aborted: boolean };
  /** Samples done and wanted; both may rise. */
  readonly onProgress?: (done: number, wanted: number) => void;
}
