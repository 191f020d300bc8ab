import { lostNotes, putBackNotes } from '../../model/editNotes';
import { mapShared } from '../../model/editList';
import { removeManager } from '../../model/editPlan';
import { mendReferences } from '../../model/mendReferences';
import type { Manager, Plan, Seat } from '../../model/plan';

/** The plan without the manager, and how to put them back: with their reports as far as these have nobody else by then. */
export function takeManager(
  plan: Plan,
  manager: Manager,
): { readonly without: Plan; readonly putBack: (later: Plan) => Plan } {
  const at = plan.managers.findIndex(({ id }) => id === manager.id);
  const reports = new Set(plan.seats.filter(({ managerId }) => managerId === manager.id).map(({ id }) => id));
  const without = removeManager(plan, manager.id);
  const notes = lostNotes(plan, without);
  const back = (seat: Seat): Seat =>
    reports.has(seat.id) && seat.managerId === undefined ? { ...seat, managerId: manager.id } : seat;
  const putBack = (later: Plan): Plan => {
    if (later.managers.some(({ id }) => id === manager.id)) return later;
    const managers = [...later.managers.slice(0, at), manager, ...later.managers.slice(at)];
    return putBackNotes(mendReferences({ ...later, managers, seats: mapShared(later.seats, back) }), notes);
  };
  return { without, putBack };
}
