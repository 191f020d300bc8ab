import type { PeriodId, SeatId } from '../model/units';
import { LEVEL_KINDS, type Level, type Levels } from './levels';
import { readLevel, type LevelPeriod } from './readLevel';
import { readLevelMonth } from './readLevelMonth';
import { readSeat, type SeatSummary } from './readSeat';
import { readSeatMonths } from './readSeatMonths';
import { readSeatSpread, type SeatSpread } from './readSeatSpread';
import type { Distribution, Moments } from './summary';

/** All levels as plain objects, for a file to be read by others. */
export interface WrittenLevels {
  readonly groups: readonly WrittenGroup[];
  readonly seats: readonly WrittenSeat[];
}

export interface WrittenGroup {
  readonly kind: Level['kind'];
  readonly id?: string;
  readonly periods: readonly LevelPeriod[];
  readonly months: readonly ({ readonly month: string } & (Moments | Distribution))[];
}

export interface WrittenSeat {
  readonly seatId: SeatId;
  readonly years: readonly (SeatSummary & SeatSpread)[];
  /** Mean bookings by quarter and month. */
  readonly quarters: readonly { readonly period: PeriodId; readonly meanBookings: number }[];
  readonly months: readonly { readonly month: string; readonly meanBookings: number }[];
}

/** Reads out everything. Cost: large; some 50 µs a figure. */
export function writeLevels(levels: Levels): WrittenLevels {
  const groups = LEVEL_KINDS.flatMap((kind): Level[] =>
    kind === 'plan' ? [{ kind }] : levels.ids[kind].map((id) => ({ kind, id })),
  );
  return {
    groups: groups.map((level) => writeGroup(levels, level)),
    seats: levels.ids.seat.map((id) => writeSeat(levels, id as SeatId)),
  };
}

function writeGroup(levels: Levels, level: Level): WrittenGroup {
  return {
    ...level,
    periods: levels.periods.flatMap(({ id }) => readLevel(levels, level, id) ?? []),
    months: levels.months.flatMap((month, index) => {
      const read = readLevelMonth(levels, level, index);
      return read ? [{ month, ...read }] : [];
    }),
  };
}

function writeSeat(levels: Levels, seatId: SeatId): WrittenSeat {
  const means = readSeatMonths(levels, seatId) ?? new Float64Array(0);
  const { quarters } = levels.shape;
  return {
    seatId,
    years: levels.periods.slice(quarters).flatMap(({ id }) => {
      const seat = readSeat(levels, seatId, id);
      const spread = readSeatSpread(levels, seatId, id);
      if (!seat || !spread) return [];
      const attainment = seat.attainment && { ...spread.attainment, ...seat.attainment };
      return [{ ...seat, ...spread, ...(attainment && { attainment }) } as SeatSummary & SeatSpread];
    }),
    quarters: levels.periods.slice(0, quarters).map(({ id, firstMonth, endMonth }) => ({
      period: id,
      meanBookings: means.subarray(firstMonth, endMonth).reduce((sum, mean) => sum + mean, 0),
    })),
    months: levels.months.map((month, index) => ({ month, meanBookings: means[index] ?? 0 })),
  };
}
