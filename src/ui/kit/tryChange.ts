import { isSoundEdit } from '../../model/isSoundEdit';
import { parsePlan } from '../../model/parsePlan';
import type { Plan } from '../../model/plan';
import type { Problem } from '../../model/problem';
import type { ChangeOptions } from '../../state/planEditor.svelte';
import type { Session } from '../../state/session.svelte';
import { asSentence } from './asSentence';

const problemsOf = (plan: Plan): readonly Problem[] => {
  const parsed = parsePlan(plan);
  return parsed.ok ? [] : parsed.problems;
};

/** What the model holds against an edited plan that it did not hold against the plan before; undefined for nothing. Linear in the plan. */
export function newProblem(before: Plan, after: Plan): Problem | undefined {
  if (isSoundEdit(before, after)) return undefined;
  const found = problemsOf(after);
  if (found.length === 0) return undefined;
  const known = new Set(problemsOf(before).map(({ path, message }) => `${path} ${message}`));
  return found.find(({ path, message }) => !known.has(`${path} ${message}`));
}

/** Makes an edit, as one step of undo, where the model allows it; else returns why not, in its words, and changes nothing. */
export function tryChange(
  session: Session,
  label: string,
  edit: (plan: Plan) => Plan,
  options?: ChangeOptions,
): string | undefined {
  if (!session.shared) {
    const before = session.plan;
    const after = edit(before);
    const problem = after === before ? undefined : newProblem(before, after);
    if (problem) return asSentence(problem.message);
  }
  session.change(label, edit, options);
  return undefined;
}
