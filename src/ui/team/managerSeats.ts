/** Seats that managers sit in. */
import { addRole, addSeat, updateManager } from '../../model/editPlan';
import type { Manager, Plan, Seat } from '../../model/plan';
import { newWorkRole } from './roleEdits';
import { makeSeat } from './seatEdits';

/** Seats of roles that manage in which no other manager sits. */
export function freeChairs(plan: Plan, manager: Manager): readonly Seat[] {
  const managing = new Set(plan.roles.flatMap((role) => (role.work === 'manage' ? [role.id] : [])));
  const taken = new Set(plan.managers.flatMap(({ id, seatId }) => (id === manager.id ? [] : [seatId])));
  return plan.seats.filter((seat) => managing.has(seat.roleId) && !taken.has(seat.id));
}

/** The plan with a seat for that manager, filled since a year before it, of the first role that manages; of a new one where there is none. */
export function withChair(plan: Plan, manager: Manager): Plan {
  const known = plan.roles.find(({ work }) => work === 'manage');
  const role = known ?? newWorkRole(plan, 'manage');
  const seat = makeSeat(plan, 'incumbent', role, { name: manager.name });
  const next = addSeat(known ? plan : addRole(plan, role), seat);
  return updateManager(next, manager.id, { seatId: seat.id });
}
