import {
  drawPoisson,
  poissonBetweenLines,
  poissonGuide,
  poissonThresholds,
  POISSON_BLOCK,
  POISSON_COLUMNS,
  POISSON_GRID,
  SIGN_BIT,
} from './poisson';
import type { Stream } from './sfc32';
import type { SizeSource } from './sizeSource';
import type { YearFrame } from './yearFrame';

/** Where a seat's deals are added up. */
export interface BookingsRow {
  /** Bookings of all seats by trial and month; the trial's row begins at `offset`. */
  readonly plan: Float64Array;
  offset: number;
  /** The seat's bookings in the trial by fiscal year. */
  readonly seat: Float64Array;
}

/** Deals up to each month's end; a horizon has 60 months at the most. */
const dealsUpTo = new Int32Array(60);
/** Running sum of a seat's deals: entry n is the sum of the first n. Grows when a seat closes more. */
let running = new Float64Array(4096);

/**
 * Closes a seat's deals of one trial: by month a Poisson number of that mean intensity, each of a size drawn from
 * the source. One word a month for the counts, then one word a deal. The stream's state is held in local variables
 * and tables are read in place: these loops are where most of a run's time goes.
 */
export function closeDeals(
  frame: YearFrame,
  intensity: Float64Array,
  sizes: SizeSource,
  stream: Stream,
  row: BookingsRow,
): void {
  const months = intensity.length;
  const guide = poissonGuide;
  const thresholds = poissonThresholds;
  let a = stream[0] ?? 0;
  let b = stream[1] ?? 0;
  let c = stream[2] ?? 0;
  let d = stream[3] ?? 0;
  let total = 0;
  for (let month = 0; month < months; month++) {
    const word = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    const mean = intensity[month] ?? 0;
    if (mean >= POISSON_BLOCK) total += drawPoisson(mean, word);
    else if (mean > 0) {
      const line = (mean * POISSON_GRID) | 0;
      const level = word ^ SIGN_BIT;
      const place = line * POISSON_COLUMNS;
      let count = guide[(line << 8) + (word >>> 24)] ?? 0;
      while (level > (thresholds[place + count] ?? 0)) count++;
      if (level > (thresholds[place + POISSON_COLUMNS + count] ?? 0))
        count = poissonBetweenLines(mean, word, count);
      total += count;
    }
    dealsUpTo[month] = total;
  }
  if (total === 0) return;
  if (running.length <= total) running = new Float64Array(2 * total);
  // one flat loop with a running sum: a loop a month would end at a place no processor can foresee
  const sums = running;
  const { table, list } = sizes;
  let sum = 0;
  if (table !== undefined) {
    for (let deal = 1; deal <= total; deal++) {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const v = (word & 0x7fffffff) | 1;
      const octave = Math.clz32(v) - 1;
      const index = (((word >>> 31) << 11) + (octave << 6) + ((v << octave) >>> 24) - 64) << 1;
      sum += (table[index] ?? 0) + (table[index + 1] ?? 0) * v;
      sums[deal] = sum;
    }
  } else {
    const step = list.length * 2.3283064365386963e-10;
    for (let deal = 1; deal <= total; deal++) {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      sum += list[Math.floor((word >>> 0) * step)] ?? 0;
      sums[deal] = sum;
    }
  }
  addBookings(frame, sums, row);
}

/** Splits the running sum by month and year. */
function addBookings(frame: YearFrame, sums: Float64Array, row: BookingsRow): void {
  const { plan, offset, seat } = row;
  let before = 0;
  for (let year = 0; year < seat.length; year++) {
    const yearStart = before;
    const endMonth = frame.endMonth[year] ?? 0;
    for (let month = frame.firstMonth[year] ?? 0; month < endMonth; month++) {
      const upTo = sums[dealsUpTo[month] ?? 0] ?? 0;
      plan[offset + month] = (plan[offset + month] ?? 0) + (upTo - before);
      before = upTo;
    }
    seat[year] = (seat[year] ?? 0) + (before - yearStart);
  }
}
