import { patched } from '../../model/patch';
import type { SeatRows } from '../../model/parseSeatRows';
import type { Plan, Seat } from '../../model/plan';

/** The plan with the pasted seats at its end and their new territories; where new managers are not wanted, their seats have none. */
export function planWithRows(plan: Plan, rows: SeatRows, createManagers: boolean): Plan {
  const added = new Set(rows.newManagers.map((manager) => manager.id));
  const seats = createManagers
    ? rows.seats
    : rows.seats.map((seat) =>
        seat.managerId && added.has(seat.managerId) ? patched<Seat>(seat, { managerId: undefined }) : seat,
      );
  const managers = createManagers ? [...plan.managers, ...rows.newManagers] : plan.managers;
  const territories =
    rows.newTerritories.length === 0 ? plan.territories : [...plan.territories, ...rows.newTerritories];
  return { ...plan, managers, territories, seats: [...plan.seats, ...seats] };
}
