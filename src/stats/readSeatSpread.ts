import type { PeriodId, SeatId } from '../model/units';
import { SEAT_SUMS } from '../sim/outcome';
import { attainmentEdges } from './attainmentEdges';
import type { Levels } from './levels';
import { seatYearOf } from './readSeat';
import { sketchEdges } from './sketchEdges';
import { summariseSketch } from './summariseSketch';
import type { Distribution } from './summary';
import { unpackSketch } from './unpackSketch';

/** How a seat's fiscal year spreads. */
export interface SeatSpread {
  readonly bookings: Distribution;
  /** Over the trials in which the seat had a quota and was filled a month or more; absent where there are none. To 1/32; 3.9375 stands for that or more. */
  readonly attainment?: Distribution;
}

/** The distributions of a seat's fiscal year; undefined where there is no such seat or year. Cost as `readLevel`. */
export function readSeatSpread(levels: Levels, seatId: SeatId, period: PeriodId): SeatSpread | undefined {
  const place = seatYearOf(levels, seatId, period);
  if (place === undefined) return undefined;
  const sum = (field: number) => levels.seatYears[place * SEAT_SUMS + field] ?? 0;
  const seat = Math.floor(place / levels.shape.years);
  const edges = sketchEdges(levels.floors.seat[seat] ?? 0);
  const bookings = { counts: unpackSketch(levels.seatBookings, place), edges };
  const attainment = { counts: unpackSketch(levels.seatAttainment, place), edges: attainmentEdges };
  return {
    bookings: summariseSketch({ sum: sum(0), squares: sum(1) }, bookings),
    ...((levels.seatCounts[2 * place] ?? 0) > 0 && {
      attainment: summariseSketch({ sum: sum(2), squares: sum(3) }, attainment),
    }),
  };
}
