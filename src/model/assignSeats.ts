import { mapShared } from './editList';
import type { Plan, Seat } from './plan';
import type { SeatId, TerritoryId } from './units';

/** The plan with those seats in those territories; the others stay. Linear. */
export function assignSeats(plan: Plan, territoryOf: ReadonlyMap<SeatId, TerritoryId>): Plan {
  const seats = mapShared(plan.seats, (seat): Seat => {
    const to = territoryOf.get(seat.id);
    return to === undefined || to === seat.territoryId ? seat : { ...seat, territoryId: to };
  });
  return seats === plan.seats ? plan : { ...plan, seats };
}
