import type { PeriodId, SeatId } from '../model/units';
import { ATTAINMENT_BINS, SEAT_SUMS } from '../sim/outcome';
import { attainmentEdges } from './attainmentEdges';
import type { Levels } from './levels';
import { quantileOfSketch } from './quantileOfSketch';
import { seatYearOf } from './readSeat';
import type { Sketch } from './sketch';
import type { Attainment } from './summary';
import { unpackSketch } from './unpackSketch';

/** Attainment of several seats' fiscal year, all their trials together. */
export interface SeatsTogether {
  /** Of how many seats; those that never had a quota are none of them. */
  readonly seats: number;
  readonly attainment: Attainment;
  /** Trials of seats by attainment: nothing at all, 1/32 each, above 3.9375. */
  readonly sketch: Sketch;
}

/**
 * What the run found for these seats together in a fiscal year, every seat and trial in which it had a quota and was
 * filled a month or more counted once; undefined where none was. Seats of one trial share its market, and a summary
 * does not say how much: the standard error is that of a share known from as many independent cases as there are
 * trials, an upper bound where every seat is there in every trial. Cost: seats × 129 bins.
 */
export function readSeatsTogether(
  levels: Levels,
  seats: Iterable<SeatId>,
  period: PeriodId,
): SeatsTogether | undefined {
  const counts = new Float64Array(ATTAINMENT_BINS);
  let [members, counted, sum, attained] = [0, 0, 0, 0];
  for (const id of seats) {
    const place = seatYearOf(levels, id, period);
    const had = place === undefined ? 0 : (levels.seatCounts[2 * place] ?? 0);
    if (place === undefined || had === 0) continue;
    members++;
    counted += had;
    attained += levels.seatCounts[2 * place + 1] ?? 0;
    sum += levels.seatYears[place * SEAT_SUMS + 2] ?? 0;
    unpackSketch(levels.seatAttainment, place).forEach((count, bin) => {
      counts[bin] = (counts[bin] ?? 0) + count;
    });
  }
  if (counted === 0) return undefined;
  const sketch = { counts, edges: attainmentEdges };
  const value = attained / counted;
  const standardError = Math.sqrt((value * (1 - value)) / Math.max(1, levels.trials));
  return {
    seats: members,
    attainment: {
      mean: sum / counted,
      median: quantileOfSketch(sketch, 0.5),
      atQuota: { value, standardError },
    },
    sketch,
  };
}
