import { fullCapacity } from '../../model/fullCapacity';
import { isSelling } from '../../model/isSelling';
import type { Plan, Seat, Territory } from '../../model/plan';

/**
 * The plan with territories that yield in proportion to the people who work them, each seat its share of the potential:
 * coverage one, whatever the workload. A seat whose role books nothing by itself stays with its territory as it is.
 */
export function planWithoutCoverage(plan: Plan): Plan {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const sellers = plan.seats.filter(({ roleId }) => isSelling(roles.get(roleId) ?? {}));
  const capacity = fullCapacity(plan, sellers);
  const bookings = (seat: Seat) => 12 * (roles.get(seat.roleId)?.productivity.perMonth ?? 0);
  const unsplit = new Set(
    sellers.filter((seat) => bookings(seat) <= 0).map(({ territoryId }) => territoryId),
  );
  const split = new Set(
    plan.territories.flatMap(({ id, potential }) => (potential === undefined || unsplit.has(id) ? [] : [id])),
  );
  if (!sellers.some(({ territoryId }) => territoryId !== undefined && split.has(territoryId))) return plan;
  const edit = (seat: Seat): Seat => {
    const share = capacity.get(seat.id);
    if (share === undefined || seat.territoryId === undefined || !split.has(seat.territoryId)) return seat;
    return { ...seat, potential: share / bookings(seat) };
  };
  const plain = (territory: Territory): Territory => {
    if (!split.has(territory.id)) return territory;
    const { potential: _, ...rest } = territory;
    return rest;
  };
  return { ...plan, territories: plan.territories.map(plain), seats: plan.seats.map(edit) };
}
