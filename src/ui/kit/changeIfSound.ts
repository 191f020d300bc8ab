import type { Plan } from '../../model/plan';
import type { ChangeOptions } from '../../state/planEditor.svelte';
import type { Session } from '../../state/session.svelte';
import { tryChange } from './tryChange';

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
  const fault = tryChange(session, label, edit, options);
  if (fault !== undefined) session.notices.alarm(fault);
  return fault === undefined && !session.shared;
}
