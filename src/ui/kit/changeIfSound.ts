import type { ChangeOptions } from '../../state/planEditor.svelte';
import { refusalOf } from '../../model/refusalOf';
import type { Plan } from '../../model/plan';
import type { Session } from '../../state/session.svelte';

/**
 * Makes an edit that other figures of the plan may forbid, where no field stands by to say so: then a notice tells why,
 * and the plan stays as it was. Returns whether the edit was made.
 */
export function changeIfSound(
  session: Session,
  label: string,
  edit: (plan: Plan) => Plan,
  options?: ChangeOptions,
): boolean {
  const next = edit(session.plan);
  const fault = next === session.plan || session.shared ? undefined : refusalOf(next);
  if (fault !== undefined) session.notices.alarm(fault);
  else session.change(label, () => next, options);
  return fault === undefined && !session.shared;
}
