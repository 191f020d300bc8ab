import { money, type Money, type PeriodId, type SeatId } from '../model/units';
import { SEAT_SUMS } from '../sim/outcome';
import { attainmentEdges } from './attainmentEdges';
import { makeProbability } from './distribution';
import { placeOfId } from './groupOf';
import type { Levels } from './levels';
import { quantileOfSketch } from './quantileOfSketch';
import type { Attainment } from './summary';
import { unpackSketch } from './unpackSketch';

/** A seat's fiscal year. */
export interface SeatSummary {
  readonly seatId: SeatId;
  readonly period: PeriodId;
  /** Over all trials. */
  readonly meanBookings: Money;
  /** Over the trials in which the seat had a quota and was filled a month or more; absent where there are none. The median is to 1/32; 3.9375 stands for that or more. */
  readonly attainment?: Attainment;
}

/**
 * What the run found for a seat in a fiscal year; undefined where there is no such seat or year. Cheap enough for every seat
 * of a plan at once, since attainment is read out of its sketch when it is first asked for; `readSeatSpread` has the rest.
 */
export function readSeat(levels: Levels, seatId: SeatId, period: PeriodId): SeatSummary | undefined {
  const place = seatYearOf(levels, seatId, period);
  if (place === undefined) return undefined;
  const bookings = levels.seatYears[place * SEAT_SUMS] ?? 0;
  const seat = { seatId, period, meanBookings: money(bookings / Math.max(1, levels.trials)) };
  if ((levels.seatCounts[2 * place] ?? 0) === 0) return seat;
  let read: Attainment | undefined;
  return {
    ...seat,
    get attainment() {
      return (read ??= readAttainment(levels, place));
    },
  };
}

function readAttainment(levels: Levels, place: number): Attainment {
  const counted = levels.seatCounts[2 * place] ?? 0;
  const sketch = { counts: unpackSketch(levels.seatAttainment, place), edges: attainmentEdges };
  return {
    mean: (levels.seatYears[place * SEAT_SUMS + 2] ?? 0) / counted,
    median: quantileOfSketch(sketch, 0.5),
    atQuota: makeProbability(levels.seatCounts[2 * place + 1] ?? 0, counted),
  };
}

/** The place of a seat's fiscal year in the lists by seat and year. */
export function seatYearOf(levels: Levels, seatId: SeatId, period: PeriodId): number | undefined {
  const { quarters, years } = levels.shape;
  const seat = placeOfId(levels, 'seat', seatId);
  const year = levels.periods.findIndex(({ id }) => id === period) - quarters;
  return seat === undefined || year < 0 ? undefined : seat * years + year;
}
