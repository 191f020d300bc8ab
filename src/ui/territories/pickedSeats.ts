import { isSelling } from '../../model/isSelling';
import type { Plan, Seat } from '../../model/plan';
import type { TerritoryId } from '../../model/units';

/** A seat that can be put into a territory. */
export interface PickedSeat {
  readonly seat: Seat;
  /** Role and manager, as far as there are any. */
  readonly note: string;
  /** Where it is now; absent where it has no territory. */
  readonly territory?: string;
  readonly here: boolean;
}

/**
 * The selling seats that have every word of the filter in their name, role, manager or territory (`no territory` finds
 * those without one): those of the territory first, then the others, each in the plan's order.
 */
export function pickedSeats(plan: Plan, id: TerritoryId, filter: string): PickedSeat[] {
  const roles = new Map(plan.roles.filter(isSelling).map((role) => [role.id, role.name]));
  const managers = new Map(plan.managers.map(({ id: manager, name }) => [manager, name]));
  const territories = new Map(plan.territories.map(({ id: territory, name }) => [territory, name]));
  const free = /\bno territory\b/i.test(filter);
  const words = filter.toLowerCase().replace('no territory', '').split(/\s+/).filter(Boolean);
  const found = plan.seats.flatMap((seat): PickedSeat[] => {
    const role = roles.get(seat.roleId);
    if (role === undefined) return [];
    const manager = seat.managerId && managers.get(seat.managerId);
    const territory = seat.territoryId && territories.get(seat.territoryId);
    const note = [role, manager].filter((each) => each !== undefined).join(' · ');
    const text = `${seat.name} ${note} ${territory ?? ''}`.toLowerCase();
    if ((free && territory !== undefined) || !words.every((word) => text.includes(word))) return [];
    return [{ seat, note, here: seat.territoryId === id, ...(territory !== undefined && { territory }) }];
  });
  return [...found.filter(({ here }) => here), ...found.filter(({ here }) => !here)];
}
