import { seatId, type PeriodId, type SeatId } from '../model/units';
import { SEAT_SUMS } from '../sim/outcome';
import type { Levels } from './levels';
import { seatYearOf } from './readSeat';

/** A seat's attainment of a fiscal year over the trials in which it had a quota and was filled a month or more. */
export interface AttainmentMoments {
  readonly seatId: SeatId;
  /** Number of those trials, above zero. */
  readonly counted: number;
  readonly mean: number;
  /** Mean squared difference from the mean. */
  readonly variance: number;
}

/** Mean and variance of attainment of every seat that had a quota in some trial, in the plan's order. Linear in the seats. */
export function attainmentMoments(levels: Levels, year: PeriodId): AttainmentMoments[] {
  return levels.ids.seat.flatMap((id) => {
    const place = seatYearOf(levels, seatId(id), year);
    const counted = place === undefined ? 0 : (levels.seatCounts[2 * place] ?? 0);
    if (place === undefined || counted === 0) return [];
    const mean = (levels.seatYears[place * SEAT_SUMS + 2] ?? 0) / counted;
    const squares = (levels.seatYears[place * SEAT_SUMS + 3] ?? 0) / counted;
    return [{ seatId: seatId(id), counted, mean, variance: Math.max(0, squares - mean * mean) }];
  });
}
