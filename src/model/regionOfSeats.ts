import type { Plan } from './plan';
import type { RegionId, SeatId } from './units';

/** Each seat's region: its manager's, else its territory's. A seat without one is not in the map. Linear in the plan. */
export function regionOfSeats(
  plan: Pick<Plan, 'managers' | 'territories' | 'seats'>,
): ReadonlyMap<SeatId, RegionId> {
  const ofManager = new Map(plan.managers.map(({ id, regionId }) => [id, regionId]));
  const ofTerritory = new Map(plan.territories.map(({ id, regionId }) => [id, regionId]));
  const regions = new Map<SeatId, RegionId>();
  for (const { id, managerId, territoryId } of plan.seats) {
    const region = (managerId && ofManager.get(managerId)) ?? (territoryId && ofTerritory.get(territoryId));
    if (region !== undefined) regions.set(id, region);
  }
  return regions;
}
