/**
 * From efforts to deals: a Poisson number a month of the seat's mean intensity, each of a size drawn from its source.
 * These loops are where most of a run's time goes: the stream's state is held in local variables, and the tables are
 * read in place.
 */
import { addF64, clz32, f64At, i32At, roundToInt, setF64, setI32, toInt, u8At, unsigned } from './memory';
import { drawSize, lookUp, SIZE_AT, SIZE_COUNT, SIZE_KIND, SIZE_LIST, SIZE_TABLE } from './draws';
import {
  classBookings,
  closeFactors,
  countLevels,
  coupled,
  createFactors,
  dealsUpTo,
  effortsAt,
  monthBooked,
  months,
  mostSums,
  mostTraces,
  outSeatMonths,
  ownRowAt,
  performance,
  pipelineRows,
  poissonSettled,
  quarterOfMonth,
  quarterStart,
  quarters,
  roleNumbers,
  roleWords,
  rowAt,
  seatNumbers,
  seatQuarters,
  seatStateWords,
  seatWords,
  segments,
  sizeFactors,
  spareStream,
  stayNumbers,
  stayWords,
  sumsAt,
} from './image';
import { drawPoisson, POISSON_CELLS, POISSON_SETTLED_CELLS, UNSETTLED } from './poissonDraw';
import {
  DEAL,
  QUARTER_BOOKED,
  QUARTER_F,
  ROLE_F,
  ROLE_I,
  ROLE_KEPT,
  ROLE_LAG,
  ROLE_LAG_MONTHS,
  ROLE_MONTHLY,
  ROLE_SIZES,
  ROLE_WORK,
  SEAT_CLASS,
  SEAT_F,
  SEAT_I,
  SEAT_INDEX,
  SEAT_OPENING,
  SEAT_OWN_RATIO,
  SEAT_PIPELINE_ROW,
  SEAT_RECORD,
  SEAT_ROLE,
  SEAT_SIZES,
  SELLS,
  STATE_DEALS,
  STATE_END_STAY,
  STATE_FIRST_STAY,
  STATE_I,
  STATE_OWN_DEALS,
  STAY_EFFORT,
  STAY_ENDS,
  STAY_END_MONTH,
  STAY_F,
  STAY_FIRST_MONTH,
  STAY_I,
  STAY_OWN,
  STAY_RATE,
} from './records';
import { keepStream, nextWord, takeStream } from './stream';
import { note } from './trace';

/** The trial's largest deal and its number of deals. */
export let largestDeal: number = 0;
export let dealCount: i32 = 0;

export function beginDeals(): void {
  largestDeal = 0;
  dealCount = 0;
  // the sum of no deals, which months before the first read
  setF64(sumsAt, 0, 0);
}

/** For a deal that is not drawn here. */
export function countDeal(amount: number): void {
  if (amount > largestDeal) largestDeal = amount;
  dealCount++;
}

/** Where a seat's bookings by month are added up: what the block leaves behind, unless leaving answers to the trial's own. */
export function monthsOf(seat: i32): i32 {
  if (performance !== 0) return monthBooked;
  return outSeatMonths + ((i32At(seatWords, seat * SEAT_I + SEAT_INDEX) * months) << 3);
}

/** Where leaving answers to the trial's own months: begins them, and hands them on to what the block leaves behind. */
export function beginMonths(from: i32, to: i32): void {
  if (performance !== 0) for (let month = from; month < to; month++) setF64(monthBooked, month, 0);
}
export function handOnMonths(seat: i32, from: i32, to: i32): void {
  if (performance === 0) return;
  const row = outSeatMonths + ((i32At(seatWords, seat * SEAT_I + SEAT_INDEX) * months) << 3);
  for (let month = from; month < to; month++) addF64(row, month, f64At(monthBooked, month));
}

/** Whether the seat's person is one who books. */
export function sells(seat: i32): boolean {
  return i32At(roleWords, i32At(seatWords, seat * SEAT_I + SEAT_ROLE) * ROLE_I + ROLE_WORK) === SELLS;
}

/** Closes a seat's deals of the months from `from` to before `to`, adding what it books to its quarters and class. */
export function closeSeat(seat: i32, from: i32, to: i32): void {
  const words = seat * SEAT_I;
  const role = i32At(seatWords, words + SEAT_ROLE);
  const own = i32At(seatWords, words + SEAT_RECORD) !== 0;
  let row = rowAt;
  let ownRow = ownRowAt;
  if (i32At(seatWords, words + SEAT_PIPELINE_ROW) >= 0) {
    row = pipelineRows + ((i32At(seatWords, words + SEAT_PIPELINE_ROW) * months) << 4);
    ownRow = row + (months << 3);
    if (from === 0) openPipeline(seat, row, ownRow);
    carryPipeline(seat, role, row, ownRow);
  } else if (coupled !== 0) addStays(seat, row, ownRow, own, from, to);
  if (own)
    closeRow(
      seat,
      role,
      STATE_OWN_DEALS,
      ownRow,
      i32At(seatWords, words + SEAT_SIZES),
      f64At(seatNumbers, seat * SEAT_F + SEAT_OWN_RATIO),
      from,
      to,
    );
  closeRow(seat, role, STATE_DEALS, row, i32At(roleWords, role * ROLE_I + ROLE_SIZES), 1, from, to);
}

/** The direct form in a plan of coupled seats: each stay's efforts, weighed, go to the month they are made in. */
function addStays(seat: i32, row: i32, ownRow: i32, own: boolean, from: i32, to: i32): void {
  const create = createFactors + ((i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * months) << 3);
  for (let month = from; month < to; month++) setF64(row, month, 0);
  if (own) for (let month = from; month < to; month++) setF64(ownRow, month, 0);
  const stateWords = seat * STATE_I;
  const end = i32At(seatStateWords, stateWords + STATE_END_STAY);
  for (let stay = i32At(seatStateWords, stateWords + STATE_FIRST_STAY); stay < end; stay++) {
    const words = stay * STAY_I;
    const first = i32At(stayWords, words + STAY_FIRST_MONTH);
    const last = i32At(stayWords, words + STAY_END_MONTH);
    const laid = effortsAt + ((i32At(stayWords, words + STAY_EFFORT) - first) << 3);
    const at = i32At(stayWords, words + STAY_OWN) !== 0 ? ownRow : row;
    for (let month = first; month < last; month++)
      addF64(at, month, f64At(laid, month) * f64At(create, month));
  }
}

/** What closes from before the start: of the first person a steady past's, by month of one unit of intensity. */
function openPipeline(seat: i32, row: i32, ownRow: i32): void {
  for (let month = 0; month < months; month++) {
    setF64(row, month, 0);
    setF64(ownRow, month, 0);
  }
  const opening = i32At(seatWords, seat * SEAT_I + SEAT_OPENING);
  if (
    opening === 0 ||
    i32At(seatStateWords, seat * STATE_I + STATE_FIRST_STAY) ===
      i32At(seatStateWords, seat * STATE_I + STATE_END_STAY)
  )
    return;
  const stay = i32At(seatStateWords, seat * STATE_I + STATE_FIRST_STAY);
  const at = i32At(stayWords, stay * STAY_I + STAY_OWN) !== 0 ? ownRow : row;
  const create: number =
    coupled !== 0 ? f64At(createFactors, i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * months) : 1;
  const rate = f64At(stayNumbers, stay * STAY_F + STAY_RATE);
  for (let month = 0; month < months; month++) setF64(at, month, f64At(opening, month) * rate * create);
}

/** The pipeline form: efforts create opportunities, won after the lag; at each leaving a share of the seat's open pipeline is lost. */
function carryPipeline(seat: i32, role: i32, row: i32, ownRow: i32): void {
  const create = createFactors + ((i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * months) << 3);
  const lag = i32At(roleWords, role * ROLE_I + ROLE_LAG);
  const lagMonths = i32At(roleWords, role * ROLE_I + ROLE_LAG_MONTHS);
  const kept = f64At(roleNumbers, role * ROLE_F + ROLE_KEPT);
  const stateWords = seat * STATE_I;
  const end = i32At(seatStateWords, stateWords + STATE_END_STAY);
  for (let stay = i32At(seatStateWords, stateWords + STATE_FIRST_STAY); stay < end; stay++) {
    const words = stay * STAY_I;
    const first = i32At(stayWords, words + STAY_FIRST_MONTH);
    const last = i32At(stayWords, words + STAY_END_MONTH);
    const laid = effortsAt + ((i32At(stayWords, words + STAY_EFFORT) - first) << 3);
    const at = i32At(stayWords, words + STAY_OWN) !== 0 ? ownRow : row;
    for (let month = first; month < last; month++) {
      let created = f64At(laid, month);
      if (coupled !== 0) created *= f64At(create, month);
      const until = month + lagMonths < months ? month + lagMonths : months;
      for (let closing = month; closing < until; closing++)
        addF64(at, closing, created * f64At(lag, closing - month));
    }
    if (i32At(stayWords, words + STAY_ENDS) !== 0)
      for (let month = last; month < months; month++) {
        setF64(row, month, f64At(row, month) * kept);
        setF64(ownRow, month, f64At(ownRow, month) * kept);
      }
  }
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
  const each = i32At(seatWords, seat * SEAT_I + SEAT_CLASS);
  const classRow = (each * months) << 3;
  const stream = seatStateWords + ((seat * STATE_I + which) << 2);
  const monthly = i32At(roleWords, role * ROLE_I + ROLE_MONTHLY);
  let total = 0;
  if (segments > 1 || monthly !== 0) {
    const levels = countLevels + ((((which === STATE_OWN_DEALS ? 2 : 0) + seat * 4) * months) << 2);
    if (from === 0) drawLevels(stream, levels, monthly);
    total = countBuffered(row, closeFactors + classRow, levels, monthly, ratio, from, to);
  } else total = countDeals(row, closeFactors + classRow, stream, ratio, from, to);
  if (total === 0) return;
  dealCount += total;
  if (total < mostSums) {
    takeStream(stream);
    keepStream(spareStream);
    sumInOneLoop(stream, sizes, total);
    const passed = bookMonths(seat, classRow, from, to);
    if (passed || mostTraces !== 0) goThroughDeals(seat, sizes, classRow, from, to);
  } else drawAndBookMonths(seat, stream, sizes, classRow, from, to);
}

/** Counts deals by month, a word of the stream each, and notes how many there are up to each month. */
function countDeals(row: i32, close: i32, stream: i32, ratio: number, from: i32, to: i32): i32 {
  const settledAt = poissonSettled;
  const upTo = dealsUpTo;
  let a = i32At(stream, 0);
  let b = i32At(stream, 1);
  let c = i32At(stream, 2);
  let d = i32At(stream, 3);
  let total = 0;
  for (let month = from; month < to; month++) {
    const word = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    const intensity: number = f64At(row, month) * f64At(close, month) * ratio;
    // used up: the row is left empty for the next seat
    setF64(row, month, 0);
    const cell = roundToInt(intensity * POISSON_CELLS);
    let count = UNSETTLED;
    if (cell < POISSON_SETTLED_CELLS) count = u8At(settledAt, (cell << 8) + (word >>> 24));
    total += count !== UNSETTLED ? count : drawPoisson(intensity, word);
    setI32(upTo, month, total);
  }
  setI32(stream, 0, a);
  setI32(stream, 1, b);
  setI32(stream, 2, c);
  setI32(stream, 3, d);
  return total;
}

/** The same with words drawn ahead, and a gamma factor for each month where the role has one. */
function countBuffered(
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
    if (monthly !== 0) intensity *= lookUp(monthly, i32At(levels, months + month));
    total += drawPoisson(intensity, i32At(levels, month));
    setI32(dealsUpTo, month, total);
  }
  return total;
}

/** A word for each month's count, and one for its factor, all at once: later months' words then do not hang on earlier deals. */
function drawLevels(stream: i32, levels: i32, monthly: i32): void {
  takeStream(stream);
  const count = monthly !== 0 ? 2 * months : months;
  for (let month = 0; month < count; month++) setI32(levels, month, nextWord());
  keepStream(stream);
}

/** One flat loop with a running sum: a loop a month would end at a place no processor can foresee. */
function sumInOneLoop(stream: i32, sizes: i32, total: i32): void {
  const kind = i32At(sizes, SIZE_KIND);
  const at = i32At(sizes, SIZE_AT);
  const sumsTo = sumsAt;
  let a = i32At(stream, 0);
  let b = i32At(stream, 1);
  let c = i32At(stream, 2);
  let d = i32At(stream, 3);
  let sum: number = 0;
  if (kind === SIZE_TABLE) {
    for (let deal = 1; deal <= total; deal++) {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const v = (word & 0x7fffffff) | 1;
      const octave = clz32(v) - 1;
      const index = (((word >>> 31) << 11) + (octave << 6) + ((v << octave) >>> 24) - 64) << 1;
      const size = f64At(at, index) + f64At(at, index + 1) * v;
      sum += size;
      setF64(sumsTo, deal, sum);
    }
  } else if (kind === SIZE_LIST) {
    const step: number = i32At(sizes, SIZE_COUNT) * 2.3283064365386963e-10;
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
 * Splits the running sum by month, times the month's factor of sizes, and adds it up. Tells whether any month is above
 * the trial's largest deal, without which none of its deals is.
 */
function bookMonths(seat: i32, classRow: i32, from: i32, to: i32): boolean {
  const factors = sizeFactors + classRow;
  const bookings = classBookings + classRow;
  const seatRow = monthsOf(seat);
  const quarterRow = seatQuarters + ((seat * quarters * QUARTER_F) << 3);
  const upTo = dealsUpTo;
  const sums = sumsAt;
  const largest = largestDeal;
  let before: number = 0;
  let passed = false;
  let month = from;
  while (month < to) {
    const quarter = i32At(quarterOfMonth, month);
    const quarterEnd = i32At(quarterStart, quarter + 1);
    const until = quarterEnd < to ? quarterEnd : to;
    let booked: number = 0;
    for (; month < until; month++) {
      const running = f64At(sums, i32At(upTo, month));
      const factor = f64At(factors, month);
      const amount: number = (running - before) * factor;
      before = running;
      addF64(bookings, month, amount);
      addF64(seatRow, month, amount);
      booked += amount;
      if (amount > largest) passed = true;
    }
    addF64(quarterRow, quarter * QUARTER_F + QUARTER_BOOKED, booked);
  }
  return passed;
}

/** The same of a seat with more deals than are summed up in one loop: month by month, to the same bits. */
function drawAndBookMonths(seat: i32, stream: i32, sizes: i32, classRow: i32, from: i32, to: i32): void {
  takeStream(stream);
  let deal = 0;
  let before: number = 0;
  let running: number = 0;
  for (let month = from; month < to; month++) {
    const factor = f64At(sizeFactors + classRow, month);
    for (const end = i32At(dealsUpTo, month); deal < end; deal++) {
      const size = drawSize(sizes, nextWord());
      running += size;
      largestDeal = Math.max(largestDeal, size * factor);
      note(DEAL, seat, month, size * factor);
    }
    const amount: number = (running - before) * factor;
    before = running;
    addF64(classBookings + classRow, month, amount);
    addF64(monthsOf(seat), month, amount);
    addF64(
      seatQuarters,
      (seat * quarters + i32At(quarterOfMonth, month)) * QUARTER_F + QUARTER_BOOKED,
      amount,
    );
  }
  keepStream(stream);
}

/** The deals of one loop once more, from where their stream stood before it: for the trial's largest, and to be told. */
function goThroughDeals(seat: i32, sizes: i32, classRow: i32, from: i32, to: i32): void {
  takeStream(spareStream);
  let deal = 0;
  for (let month = from; month < to; month++) {
    const factor = f64At(sizeFactors + classRow, month);
    for (const end = i32At(dealsUpTo, month); deal < end; deal++) {
      const amount: number = drawSize(sizes, nextWord()) * factor;
      if (amount > largestDeal) largestDeal = amount;
      note(DEAL, seat, month, amount);
    }
  }
}
