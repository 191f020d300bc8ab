import type { Plan } from '../model/plan';
import { columnsOf, outcomeShape, ROWS, ROW_NAMES, type OutcomeShape } from '../sim/outcome';
import type { PlanRows } from '../sim/runRows';

/**
 * What a plan comes to as a whole, trial by trial: rows are trials in order (see `ROWS`), nothing below the plan. The
 * same trial of two plans of one seed is lived by the same chance, so differences row by row are paired.
 */
export interface PlanSample extends PlanRows {
  readonly trials: number;
  readonly shape: OutcomeShape;
}

/** Room for that many trials of the plan. */
export function makePlanSample(plan: Plan, trials: number): PlanSample {
  const shape = outcomeShape(plan);
  const rows = ROW_NAMES.map((name) => [name, new ROWS[name].array(trials * columnsOf(name, shape))]);
  return { trials, shape, ...Object.fromEntries(rows) } as PlanSample;
}

/** Puts rows from trial `first` on where they belong. They may come in any order. */
export function addRows(sample: PlanSample, first: number, rows: PlanRows): void {
  for (const name of ROW_NAMES) sample[name].set(rows[name], first * columnsOf(name, sample.shape));
}
