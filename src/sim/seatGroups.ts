import type { Plan } from '../model/plan';
import { regionOfSeats } from '../model/regionOfSeats';

/** Levels a seat belongs to: the plan, its region, manager, territory and role. */
export const SEAT_LEVELS = 5;

/**
 * The groups of each seat, in the plan's order: SEAT_LEVELS places a seat in the list that begins with the plan, and
 * goes on with its regions, managers, territories and roles; −1 where it has none. A seat's region is its manager's,
 * else its territory's.
 */
export function seatGroups(plan: Plan): Int32Array {
  const places = new Map<string, number>();
  const lists = {
    region: plan.regions,
    manager: plan.managers,
    territory: plan.territories,
    role: plan.roles,
  };
  let group = 1;
  for (const [kind, list] of Object.entries(lists))
    for (const { id } of list) places.set(`${kind} ${id}`, group++);
  const placeOf = (kind: keyof typeof lists, id: string | undefined) => places.get(`${kind} ${id}`) ?? -1;
  const regions = regionOfSeats(plan);
  return Int32Array.from(
    plan.seats.flatMap(({ id, managerId, territoryId, roleId }) => [
      0,
      placeOf('region', regions.get(id)),
      placeOf('manager', managerId),
      placeOf('territory', territoryId),
      placeOf('role', roleId),
    ]),
  );
}
