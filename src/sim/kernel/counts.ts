/** How many deals a seat closes by month: a Poisson number each of the mean intensity. They are left in DEAL_COUNTS. */
import { f64At, i32At, roundToInt, setF64, setI32, u8At } from './memory';
import { lookUp } from './draws';
import * as image from './image';
import { drawPoisson } from './poissonDraw';
import { POISSON_CELLS, POISSON_SETTLED_CELLS, UNSETTLED } from './records';
import { keepStream, nextWord, takeStream } from './stream';

/** Intensities from here on, counted in cells, are nearest to one that the table of settled counts does not have. */
const SETTLED_BELOW: number = POISSON_SETTLED_CELLS - 0.5;

/**
 * Counts deals by month, a word of the stream each, and gives their sum. What the table does not settle (a month in
 * twelve) is noted and drawn afterwards: a call in the loop would cost every month its registers.
 */
export function countDeals(row: i32, close: i32, stream: i32, ratio: number, from: i32, to: i32): i32 {
  const settledAt = image.poissonSettled;
  const counts = image.dealCounts;
  const unsettled = image.unsettledMonths;
  // a power of two: the product is the intensity's own bits otherwise
  const cells: number = ratio * POISSON_CELLS;
  let a = i32At(stream, 0);
  let b = i32At(stream, 1);
  let c = i32At(stream, 2);
  let d = i32At(stream, 3);
  let total = 0;
  let left = 0;
  let month = from;
  do {
    const word = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    const intensity: number = f64At(row, month) * f64At(close, month) * cells;
    let count = UNSETTLED;
    if (intensity < SETTLED_BELOW) count = u8At(settledAt, (roundToInt(intensity) << 8) + (word >>> 24));
    if (count !== UNSETTLED) {
      // used up: the row is left empty for the next seat
      setF64(row, month, 0);
      setI32(counts, month, count);
      total += count;
    } else {
      setF64(row, month, intensity);
      setI32(counts, month, word);
      setI32(unsettled, left, month);
      left++;
    }
    month++;
  } while (month < to);
  setI32(stream, 0, a);
  setI32(stream, 1, b);
  setI32(stream, 2, c);
  setI32(stream, 3, d);
  for (let each = 0; each < left; each++) {
    month = i32At(unsettled, each);
    const count = drawPoisson(f64At(row, month) / POISSON_CELLS, i32At(counts, month));
    setF64(row, month, 0);
    setI32(counts, month, count);
    total += count;
  }
  return total;
}

/** The same with words drawn ahead, and a gamma factor for each month where the role has one. */
export function countBuffered(
  row: i32,
  close: i32,
  levels: i32,
  monthly: i32,
  ratio: number,
  from: i32,
  to: i32,
): i32 {
  let total = 0;
  for (let month = from; month < to; month++) {
    let intensity: number = f64At(row, month) * f64At(close, month) * ratio;
    setF64(row, month, 0);
    if (monthly !== 0) intensity *= lookUp(monthly, i32At(levels, image.months + month));
    const count = drawPoisson(intensity, i32At(levels, month));
    setI32(image.dealCounts, month, count);
    total += count;
  }
  return total;
}

/** A word for each month's count, and one for its factor, all at once: later months' words then do not hang on earlier deals. */
export function drawLevels(stream: i32, levels: i32, monthly: i32): void {
  takeStream(stream);
  const count = monthly !== 0 ? 2 * image.months : image.months;
  for (let month = 0; month < count; month++) setI32(levels, month, nextWord());
  keepStream(stream);
}
