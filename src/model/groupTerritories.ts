import type { Plan } from './plan';
import { regionOfSeats } from './regionOfSeats';
import type { ManagerId, RegionId, TerritoryId } from './units';

/** What territories are added up to. */
export type TerritoryGrouping = 'region' | 'manager';

/** A region or manager with its territories; without an id those that belong to none. */
export interface TerritoryGroup {
  readonly id?: RegionId | ManagerId;
  readonly name: string;
  readonly territories: readonly TerritoryId[];
}

type Grouped = Pick<Plan, 'regions' | 'managers' | 'territories' | 'seats'>;

/**
 * Those territories by region or manager, in the plan's order, each in one group; groups without any are left out. A
 * territory's region is its own, else that of most of its seats; its manager is that of most of its seats; of equals the
 * one the plan names first. Linear in the plan.
 */
export function groupTerritories(
  plan: Grouped,
  by: TerritoryGrouping,
  territories: readonly TerritoryId[],
): TerritoryGroup[] {
  const groups: readonly { readonly id: RegionId | ManagerId; readonly name: string }[] =
    by === 'region' ? plan.regions : plan.managers;
  const groupOf =
    by === 'region' ? regionOfTerritories(plan) : mostOfSeats(plan, managersOf(plan), plan.managers);
  const inside = (id: RegionId | ManagerId | undefined) =>
    territories.filter((territory) => groupOf.get(territory) === id);
  const known = new Set<string>(groups.map(({ id }) => id));
  const rest = territories.filter((territory) => !known.has(groupOf.get(territory) ?? ''));
  return [
    ...groups.map(({ id, name }) => ({ id, name, territories: inside(id) })),
    { name: by === 'region' ? 'No region' : 'No manager', territories: rest },
  ].filter((group) => group.territories.length > 0);
}

function regionOfTerritories(plan: Grouped): ReadonlyMap<TerritoryId, string> {
  const own = plan.territories.flatMap(({ id, regionId }) => (regionId ? [[id, regionId] as const] : []));
  return new Map<TerritoryId, string>([...mostOfSeats(plan, regionOfSeats(plan), plan.regions), ...own]);
}

const managersOf = ({ seats }: Grouped): ReadonlyMap<string, string> =>
  new Map(seats.flatMap(({ id, managerId }) => (managerId ? [[id, managerId] as const] : [])));

/** Of each territory the group that most of its seats are in, of those that the plan has. */
function mostOfSeats(
  { seats }: Grouped,
  groupOf: ReadonlyMap<string, string>,
  groups: readonly { readonly id: string }[],
): ReadonlyMap<TerritoryId, string> {
  const counts = new Map<TerritoryId, Map<string, number>>();
  for (const { id, territoryId } of seats) {
    const group = groupOf.get(id);
    if (territoryId === undefined || group === undefined) continue;
    const own = counts.get(territoryId) ?? new Map<string, number>();
    counts.set(territoryId, own.set(group, (own.get(group) ?? 0) + 1));
  }
  return new Map(
    [...counts].flatMap(([territory, own]) => {
      const known = groups.filter(({ id }) => own.has(id));
      const [first] = known;
      if (!first) return [];
      const most = known.reduce(
        (best, { id }) => ((own.get(id) ?? 0) > (own.get(best) ?? 0) ? id : best),
        first.id,
      );
      return [[territory, most] as const];
    }),
  );
}
