import type { PeriodId, SeatId } from '../../model/units';
import { quantileOfSorted } from '../../stats/distribution';
import { readSeat } from '../../stats/readSeat';
import type { RunSummary } from '../../stats/summary';

/** How far apart reps are in what they attain on average: what a split can make fair, chance apart. */
export interface RepSpread {
  readonly seats: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  /** Standard deviation over reps of their mean attainment, population form. */
  readonly sd: number;
}

/** The spread over seats of their mean attainment in a fiscal year; undefined where no seat had a quota. */
export function repSpread(
  { levels }: RunSummary,
  seats: readonly { readonly id: SeatId }[],
  period: PeriodId,
): RepSpread | undefined {
  const means = seats
    .flatMap(({ id }) => readSeat(levels, id, period)?.attainment?.mean ?? [])
    .sort((a, b) => a - b);
  if (means.length === 0) return undefined;
  const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
  const squares = means.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  return {
    seats: means.length,
    p10: quantileOfSorted(means, 0.1),
    median: quantileOfSorted(means, 0.5),
    p90: quantileOfSorted(means, 0.9),
    sd: Math.sqrt(squares / means.length),
  };
}
