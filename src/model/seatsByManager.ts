import type { Manager, Plan, Region, Seat } from './plan';

/** One manager's seats, or, without a manager, the seats that have none. */
export interface ManagerGroup {
  readonly manager?: Manager;
  readonly region?: Region;
  readonly seats: readonly Seat[];
}

/**
 * The plan's seats for display: every manager in plan order with the region and the seats in plan order (a
 * manager without seats too), then the unassigned seats as a last group, if there are any. Every seat is in
 * exactly one group; one whose manager the plan does not have counts as unassigned.
 */
export function seatsByManager(plan: Pick<Plan, 'managers' | 'regions' | 'seats'>): ManagerGroup[] {
  const regions = new Map(plan.regions.map((region) => [region.id, region]));
  const teams = new Map(plan.managers.map((manager) => [manager.id, [] as Seat[]]));
  const unassigned: Seat[] = [];
  for (const seat of plan.seats) {
    const team = seat.managerId === undefined ? undefined : teams.get(seat.managerId);
    (team ?? unassigned).push(seat);
  }
  const groups: ManagerGroup[] = plan.managers.map((manager) => {
    const region = manager.regionId === undefined ? undefined : regions.get(manager.regionId);
    return { manager, ...(region && { region }), seats: teams.get(manager.id) ?? [] };
  });
  return unassigned.length > 0 ? [...groups, { seats: unassigned }] : groups;
}
