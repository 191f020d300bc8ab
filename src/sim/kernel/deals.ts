/**
 * From efforts to deals: a Poisson number a month of the seat's mean intensity, each of a size drawn from its source.
 * These loops are where most of a run's time goes: the stream's state is held in local variables, and the tables are
 * read in place.
 */
import { addF64, f64At, i32At, segmentOf, setF64, setI32, toInt, unsigned } from './memory';
import { countBuffered, countDeals, drawLevels } from './counts';
import { drawSize, FIRST_SEGMENT } from './draws';
import { quarterCell, roleWord, seatNumber, seatWord } from './fields';
import * as image from './image';
import { addStays, carryPipeline, openPipeline } from './intensities';
import * as field from './records';
import { monthsOf } from './seatMonths';
import { keepStream, nextWord, takeStream } from './stream';
import { note } from './trace';

/** The trial's largest deal and its number of deals. */
export let largestDeal: number = 0;
export let dealCount: i32 = 0;

export function beginDeals(): void {
  largestDeal = 0;
  dealCount = 0;
}

/** For a deal that is not drawn here. */
export function countDeal(amount: number): void {
  if (amount > largestDeal) largestDeal = amount;
  dealCount++;
}

/** Whether the seat's person is one who books. */
export function sells(seat: i32): boolean {
  return (
    i32At(image.roleWords, seatWord(seat, field.SEAT_ROLE) * field.ROLE_I + field.ROLE_WORK) === field.SELLS
  );
}

/** Closes a seat's deals of the months from `from` to before `to`, adding what it books to its quarters and class. */
export function closeSeat(seat: i32, from: i32, to: i32): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  const own = seatWord(seat, field.SEAT_RECORD) !== 0;
  let row = image.rowAt;
  let ownRow = image.ownRowAt;
  if (seatWord(seat, field.SEAT_PIPELINE_ROW) >= 0) {
    row = image.pipelineRows + ((seatWord(seat, field.SEAT_PIPELINE_ROW) * image.months) << 4);
    ownRow = row + (image.months << 3);
    if (from === 0) openPipeline(seat, row, ownRow);
    carryPipeline(seat, role, row, ownRow);
  } else if (image.coupled !== 0) addStays(seat, row, ownRow, own, from, to);
  if (own)
    closeRow(
      seat,
      role,
      field.STATE_OWN_DEALS,
      ownRow,
      seatWord(seat, field.SEAT_SIZES),
      seatNumber(seat, field.SEAT_OWN_RATIO),
      from,
      to,
    );
  closeRow(seat, role, field.STATE_DEALS, row, roleWord(role, field.ROLE_SIZES), 1, from, to);
}

/** Draws the deals of one row of intensities from one stream and one source of sizes. */
function closeRow(
  seat: i32,
  role: i32,
  which: i32,
  row: i32,
  sizes: i32,
  ratio: number,
  from: i32,
  to: i32,
): void {
  const each = seatWord(seat, field.SEAT_CLASS);
  const classRow = (each * image.months) << 3;
  const stream = image.seatStateWords + ((seat * field.STATE_I + which) << 2);
  const monthly = roleWord(role, field.ROLE_MONTHLY);
  let total: i32;
  if (image.segments > 1 || monthly !== 0) {
    const levels =
      image.countLevels + ((((which === field.STATE_OWN_DEALS ? 2 : 0) + seat * 4) * image.months) << 2);
    if (from === 0) drawLevels(stream, levels, monthly);
    total = countBuffered(row, image.closeFactors + classRow, levels, monthly, ratio, from, to);
  } else total = countDeals(row, image.closeFactors + classRow, stream, ratio, from, to);
  if (total === 0) return;
  dealCount += total;
  if (total < image.mostSums) {
    takeStream(stream);
    keepStream(image.spareStream);
    sumInOneLoop(stream, sizes, total);
    const passed = bookMonths(seat, classRow, from, to);
    if (passed || image.mostTraces !== 0) goThroughDeals(seat, sizes, classRow, from, to);
  } else drawAndBookMonths(seat, stream, sizes, classRow, from, to);
}

/** One flat loop with a running sum: a loop a month would end at a place no processor can foresee. */
function sumInOneLoop(stream: i32, sizes: i32, total: i32): void {
  const kind = i32At(sizes, field.SIZE_KIND);
  const at = i32At(sizes, field.SIZE_AT);
  const sumsTo = image.sumsAt;
  let a = i32At(stream, 0);
  let b = i32At(stream, 1);
  let c = i32At(stream, 2);
  let d = i32At(stream, 3);
  let sum: number = 0;
  if (kind === field.SIZE_TABLE) {
    let place = sumsTo;
    const last = sumsTo + (total << 3);
    do {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const v: number = (word & 0x7fffffff) | 1;
      const segment = at + ((((word >>> 31) << 11) + segmentOf(v) - FIRST_SEGMENT) << 4);
      sum += f64At(segment, 0) + f64At(segment, 1) * v;
      place += 8;
      setF64(place, 0, sum);
    } while (place < last);
  } else if (kind === field.SIZE_LIST) {
    const step: number = i32At(sizes, field.SIZE_COUNT) * 2.3283064365386963e-10;
    for (let deal = 1; deal <= total; deal++) {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const size = f64At(at, toInt(unsigned(word) * step));
      sum += size;
      setF64(sumsTo, deal, sum);
    }
  } else {
    takeStream(stream);
    for (let deal = 1; deal <= total; deal++) {
      const size = drawSize(sizes, nextWord());
      sum += size;
      setF64(sumsTo, deal, sum);
    }
    keepStream(stream);
    return;
  }
  setI32(stream, 0, a);
  setI32(stream, 1, b);
  setI32(stream, 2, c);
  setI32(stream, 3, d);
}

/**
 * Splits the running sum by month, times the month's factor of sizes, and adds it up. Tells whether any quarter is above
 * the trial's largest deal, without which none of its deals is.
 */
function bookMonths(seat: i32, classRow: i32, from: i32, to: i32): boolean {
  const factors = image.sizeFactors + classRow;
  const bookings = image.classBookings + classRow;
  const seatRow = monthsOf(seat);
  const counts = image.dealCounts;
  let sums = image.sumsAt;
  let before: number = 0;
  let passed = false;
  let month = from;
  let quarter = i32At(image.quarterOfMonth, from);
  let cell = quarterCell(seat, quarter);
  while (month < to) {
    quarter++;
    const quarterEnd = i32At(image.quarterStart, quarter);
    const until = quarterEnd < to ? quarterEnd : to;
    let booked: number = 0;
    do {
      sums += i32At(counts, month) << 3;
      const running = f64At(sums, 0);
      const amount: number = (running - before) * f64At(factors, month);
      before = running;
      addF64(bookings, month, amount);
      addF64(seatRow, month, amount);
      booked += amount;
      month++;
    } while (month < until);
    if (booked > largestDeal) passed = true;
    addF64(cell, field.QUARTER_BOOKED, booked);
    cell += field.QUARTER_F << 3;
  }
  return passed;
}

/** The same of a seat with more deals than are summed up in one loop: month by month, to the same bits. */
function drawAndBookMonths(seat: i32, stream: i32, sizes: i32, classRow: i32, from: i32, to: i32): void {
  takeStream(stream);
  let before: number = 0;
  let running: number = 0;
  for (let month = from; month < to; month++) {
    const factor = f64At(image.sizeFactors + classRow, month);
    for (let deal = i32At(image.dealCounts, month); deal > 0; deal--) {
      const size = drawSize(sizes, nextWord());
      running += size;
      largestDeal = Math.max(largestDeal, size * factor);
      note(field.DEAL, seat, month, size * factor);
    }
    const amount: number = (running - before) * factor;
    before = running;
    addF64(image.classBookings + classRow, month, amount);
    addF64(monthsOf(seat), month, amount);
    addF64(
      image.seatQuarters,
      (seat * image.quarters + i32At(image.quarterOfMonth, month)) * field.QUARTER_F + field.QUARTER_BOOKED,
      amount,
    );
  }
  keepStream(stream);
}

/** The deals of one loop once more, from where their stream stood before it: for the trial's largest, and to be told. */
function goThroughDeals(seat: i32, sizes: i32, classRow: i32, from: i32, to: i32): void {
  takeStream(image.spareStream);
  for (let month = from; month < to; month++) {
    const factor = f64At(image.sizeFactors + classRow, month);
    for (let deal = i32At(image.dealCounts, month); deal > 0; deal--) {
      const amount: number = drawSize(sizes, nextWord()) * factor;
      if (amount > largestDeal) largestDeal = amount;
      note(field.DEAL, seat, month, amount);
    }
  }
}
