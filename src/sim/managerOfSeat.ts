import type { Plan } from '../model/plan';
import type { SeatId } from '../model/units';

/** The manager, by place in the plan's list, whose row takes up the presence of a seat; of several who sit in it, one for all. */
export function managerOfSeat({ managers }: Plan): ReadonlyMap<SeatId, number> {
  return new Map(
    managers.flatMap(({ seatId }, index) => (seatId === undefined ? [] : [[seatId, index] as const])),
  );
}
