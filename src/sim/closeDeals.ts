import type { RunInput } from './compilePlan';
import { drawPoisson } from './poisson';
import type { Stream } from './sfc32';
import type { SizeSource } from './sizeSource';

/** Where a seat's deals are added up. */
export interface BookingsRow {
  /** The trial's bookings by month, of all seats. */
  readonly plan: Float64Array;
  offset: number;
  /** The seat's bookings by fiscal year. */
  readonly seat: Float64Array;
}

const counts = new Int32Array(64);

/**
 * Closes a seat's deals of one trial: by month a Poisson number at intensity × market, each of a size drawn from the
 * source. One word a month for the counts, then one word a deal. The streams' state is held in local variables and
 * the table is read in place: these two loops are where most of a run's time goes.
 */
export function closeDeals(
  input: RunInput,
  intensity: Float64Array,
  marketByMonth: Float64Array,
  sizes: SizeSource,
  stream: Stream,
  row: BookingsRow,
): void {
  const { months, yearOfMonth } = input;
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
    const mean = (intensity[month] ?? 0) * (marketByMonth[month] ?? 1);
    const count = mean > 0 ? drawPoisson(mean, word >>> 0) : 0;
    counts[month] = count;
    total += count;
  }
  if (total === 0) return;
  const { table, list } = sizes;
  const listLength = list.length;
  for (let month = 0; month < months; month++) {
    const count = counts[month] ?? 0;
    if (count === 0) continue;
    let sum = 0;
    if (table !== undefined) {
      for (let deal = 0; deal < count; deal++) {
        const word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        const v = (word & 0x7fffffff) | 1;
        const octave = Math.clz32(v) - 1;
        const index = (((word >>> 31) << 11) + (octave << 6) + ((v << octave) >>> 24) - 64) << 1;
        sum += (table[index] ?? 0) + (table[index + 1] ?? 0) * v;
      }
    } else if (listLength === 1) sum = count * (list[0] ?? 0);
    else {
      for (let deal = 0; deal < count; deal++) {
        const word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        sum += list[Math.floor((word >>> 0) * 2.3283064365386963e-10 * listLength)] ?? 0;
      }
    }
    row.plan[row.offset + month] = (row.plan[row.offset + month] ?? 0) + sum;
    const year = yearOfMonth[month] ?? 0;
    row.seat[year] = (row.seat[year] ?? 0) + sum;
  }
}
