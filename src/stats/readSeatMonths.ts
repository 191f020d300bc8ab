import type { SeatId } from '../model/units';
import { placeOfId } from './groupOf';
import type { Levels } from './levels';

/** Mean bookings of a seat by month of the plan; undefined where there is no such seat. */
export function readSeatMonths(levels: Levels, seatId: SeatId): Float64Array | undefined {
  const seat = placeOfId(levels, 'seat', seatId);
  if (seat === undefined) return undefined;
  const { months } = levels.shape;
  return levels.seatMonths
    .slice(seat * months, (seat + 1) * months)
    .map((sum) => sum / Math.max(1, levels.trials));
}
