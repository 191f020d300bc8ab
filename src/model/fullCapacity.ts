import type { Plan, Seat, Territory } from './plan';
import { money, type Money, type SeatId, type TerritoryId } from './units';
import { USUAL_SELLING_HOURS } from './usualSellingHours';

/**
 * What each of these seats would book in a year, filled by ramped people of skill one throughout: its share of its
 * territory's potential, by selling hours, where one is stated; else its role's productivity × its own potential.
 */
export function fullCapacity(
  plan: Pick<Plan, 'roles' | 'territories'>,
  seats: readonly Seat[],
): ReadonlyMap<SeatId, Money> {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const territories = new Map(plan.territories.map((territory) => [territory.id, territory]));
  const hoursOf = (seat: Seat) => roles.get(seat.roleId)?.sellingHours ?? USUAL_SELLING_HOURS;
  const territoryOf = (seat: Seat): Territory | undefined =>
    seat.territoryId === undefined ? undefined : territories.get(seat.territoryId);
  const crews = new Map<TerritoryId, { seats: number; hours: number }>();
  for (const seat of seats) {
    if (seat.territoryId === undefined) continue;
    const crew = crews.get(seat.territoryId) ?? { seats: 0, hours: 0 };
    crews.set(seat.territoryId, { seats: crew.seats + 1, hours: crew.hours + hoursOf(seat) });
  }
  const capacityOf = (seat: Seat): number => {
    const territory = territoryOf(seat);
    const crew = territory && crews.get(territory.id);
    if (territory?.potential === undefined || crew === undefined)
      return 12 * (roles.get(seat.roleId)?.productivity.perMonth ?? 0) * (seat.potential ?? 1);
    return territory.potential * (crew.hours > 0 ? hoursOf(seat) / crew.hours : 1 / crew.seats);
  };
  return new Map(seats.map((seat) => [seat.id, money(capacityOf(seat))]));
}
