import { parsePlan } from './parsePlan';
import type { Plan } from './plan';

/**
 * Why a plan could not be opened again, as a sentence; undefined where it could. Edits check nothing, so that a
 * figure which other figures bound is asked about before it is taken. Linear in the plan.
 */
export function refusalOf(plan: Plan): string | undefined {
  const parsed = parsePlan(plan);
  const problem = parsed.ok ? undefined : parsed.problems[0];
  return problem && `${problem.message.charAt(0).toUpperCase()}${problem.message.slice(1)}.`;
}
