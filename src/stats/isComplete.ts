import type { Plan } from '../model/plan';
import { isKnownWellEnough } from './isKnownWellEnough';
import type { RunTotals } from './mergeOutcomes';

/** Whether a run ends with these totals: all trials are there, or every chance is known as well as the plan asks for. */
export const isComplete = (plan: Plan, totals: RunTotals): boolean =>
  totals.trials >= plan.run.trials || isKnownWellEnough(plan, totals);
