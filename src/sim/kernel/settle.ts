/** Attainment, pay and other cost of one seat in one trial, and a quarter's end where leaving answers to attainment. */
import { addF64, addI32, f64At, i32At, setU8, toInt } from './memory';
import { sells } from './deals';
import {
  quarterCell,
  roleNumber,
  roleWord,
  seatWord,
  setStateNumber,
  stateNumber,
  stateWord,
  stayNumber,
  stayWord,
} from './fields';
import * as image from './image';
import * as field from './records';
import { sketchBin } from './sketch';

/** Quotas below a cent are none: bookings ÷ quota must stay a number. */
const SMALLEST_QUOTA: number = 0.01;
/** Filled months a seat needs in a fiscal year for its attainment to mean something. */
const QUOTA_BEARING_MONTHS: number = 1;
/** Sums of a seat's year: bookings, their squares, attainment, its squares. */
const SEAT_SUMS: i32 = 4;

/** Variable pay as a multiple of the variable pay at 100 %, by attainment: piecewise linear, never more than the cap. */
export function payout(role: i32, attainment: number): number {
  const steps = roleWord(role, field.ROLE_STEPS);
  const count = roleWord(role, field.ROLE_STEP_COUNT);
  let earned: number = 0;
  // without a branch on attainment, which no processor can foresee
  for (let step = 0; step < count; step++) {
    const from = f64At(steps, 2 * step);
    const width: number = step + 1 < count ? f64At(steps, 2 * step + 2) - from : Infinity;
    earned += Math.min(Math.max(attainment - from, 0), width) * f64At(steps, 2 * step + 1);
  }
  return Math.min(earned, roleNumber(role, field.ROLE_CAP));
}

/** A person behind at a quarter's end leaves more readily in the next. The year begins anew with its first quarter. */
export function judge(seat: i32, quarter: i32): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  if (stateWord(seat, field.STATE) !== field.FILLED) return;
  const stay = stateWord(seat, field.STATE_END_STAY) - 1;
  if (stay < stateWord(seat, field.STATE_FIRST_STAY)) return;
  const quota = f64At(image.seatQuotas, seat * image.years + i32At(image.yearOfQuarter, quarter));
  let booked = stateNumber(seat, field.STATE_BOOKED) + bookedBy(seat, stay, quarter);
  let asked = stateNumber(seat, field.STATE_ASKED) + quota * stayNumber(stay, field.STAY_CARRIED);
  const behind = asked >= SMALLEST_QUOTA && booked / asked < roleNumber(role, field.ROLE_THRESHOLD);
  setStateNumber(seat, field.STATE_BEHIND, behind ? roleNumber(role, field.ROLE_MULTIPLIER) : 1);
  if (
    quarter + 1 < image.quarters &&
    i32At(image.yearOfQuarter, quarter + 1) !== i32At(image.yearOfQuarter, quarter)
  ) {
    booked = 0;
    asked = 0;
  }
  setStateNumber(seat, field.STATE_BOOKED, booked);
  setStateNumber(seat, field.STATE_ASKED, asked);
}

/** What the last person in the seat booked of the quarter: of a month shared with a predecessor, by the time in it. */
function bookedBy(seat: i32, stay: i32, quarter: i32): number {
  const first = stayWord(stay, field.STAY_FIRST_MONTH);
  const from = stayNumber(stay, field.STAY_FROM);
  let booked: number = 0;
  for (let month = first; month < i32At(image.quarterStart, quarter + 1); month++) {
    let share: number = 1;
    if (month === first && from > first) {
      let others: number = 0;
      for (let other = stateWord(seat, field.STATE_FIRST_STAY); other < stay; other++) {
        const begin = Math.max(stayNumber(other, field.STAY_FROM), first);
        const stop = stayNumber(other, field.STAY_TO);
        if (stop > begin) others += stop - begin;
      }
      const own: number = first + 1 - from;
      share = own / (own + others);
    }
    booked += f64At(image.monthBooked, month) * share;
  }
  return booked;
}

/** Adds a seat's trial, the block's `row`th, up by fiscal year: to its class, and to what is kept of the seat itself. */
export function settleSeat(seat: i32, row: i32): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  const classYear = seatWord(seat, field.SEAT_CLASS) * image.years;
  const index = seatWord(seat, field.SEAT_INDEX) * image.years;
  const byQuarter = roleWord(role, field.ROLE_PAID_BY_QUARTER) !== 0;
  const selling = sells(seat);
  const paidByMonth: number = roleNumber(role, field.ROLE_BASE) + roleNumber(role, field.ROLE_OTHER);
  let quarter = 0;
  let cell = quarterCell(seat, 0);
  for (let year = 0; year < image.years; year++) {
    const annual = f64At(image.seatQuotas, seat * image.years + year);
    let filled: number = 0;
    let carried: number = 0;
    let booked: number = 0;
    let guaranteed: number = 0;
    let cost: number = 0;
    for (; quarter < image.quarters && i32At(image.yearOfQuarter, quarter) === year; quarter++) {
      filled += f64At(cell, field.QUARTER_FILLED);
      carried += f64At(cell, field.QUARTER_CARRIED);
      booked += f64At(cell, field.QUARTER_BOOKED);
      guaranteed += f64At(cell, field.QUARTER_GUARANTEED);
      cost += f64At(cell, field.QUARTER_CHANGES);
      if (byQuarter)
        cost += variablePay(
          role,
          annual * f64At(cell, field.QUARTER_CARRIED),
          f64At(cell, field.QUARTER_BOOKED),
          f64At(cell, field.QUARTER_FILLED),
          f64At(cell, field.QUARTER_GUARANTEED),
        );
      cell += field.QUARTER_F << 3;
    }
    const quota: number = annual * carried;
    if (!byQuarter) cost += variablePay(role, quota, booked, filled, guaranteed);
    cost += (paidByMonth * filled) / 12;
    const inClass = image.classYears + (((classYear + year) * field.YEAR_F) << 3);
    addF64(inClass, field.YEAR_COST, cost);
    const vacant: number = f64At(image.seatOpenMonths, seat * image.years + year) - filled;
    addF64(inClass, field.YEAR_VACANCY, vacant > 0 ? vacant : 0);
    const attains = selling && quota >= SMALLEST_QUOTA && filled >= QUOTA_BEARING_MONTHS;
    const attainment: number = attains ? booked / quota : NaN;
    if (image.planAlone === 0) keepSeat(seat, selling, index + year, row, booked, attainment);
    if (!selling) continue;
    addF64(inClass, field.YEAR_QUOTA, quota);
    if (!attains) continue;
    addF64(inClass, field.YEAR_WITH_QUOTA, 1);
    addF64(inClass, field.YEAR_AT_QUOTA, attainment >= 1 ? 1 : 0);
  }
}

/** Keeps a seat's year of the trial: sums and sketches of its bookings, and of its attainment where there is one. */
function keepSeat(
  seat: i32,
  selling: boolean,
  seatYear: i32,
  row: i32,
  booked: number,
  attainment: number,
): void {
  const sums = image.outSeatYears + ((seatYear * SEAT_SUMS) << 3);
  addF64(sums, 0, booked);
  addF64(sums, 1, booked * booked);
  if (!selling) return;
  const place = seatYear * field.BLOCK_TRIALS + row;
  setU8(image.outSeatBookings, place, sketchBin(booked, seatWord(seat, field.SEAT_SKETCH_FLOOR)));
  if (isNaN(attainment)) {
    setU8(image.outSeatAttainment, place, field.NO_BIN);
    return;
  }
  addF64(sums, 2, attainment);
  addF64(sums, 3, attainment * attainment);
  const counts = image.outSeatCounts + (seatYear << 3);
  addI32(counts, 0, 1);
  addI32(counts, 1, attainment >= 1 ? 1 : 0);
  setU8(image.outSeatAttainment, place, attainmentBin(attainment));
}

/** Variable pay of a period: by its attainment, for the time filled; of those without a quota at 100 %; never below the guarantee. */
function variablePay(role: i32, quota: number, booked: number, filled: number, guaranteed: number): number {
  if (filled === 0) return 0;
  const variable = roleNumber(role, field.ROLE_VARIABLE);
  const earned: number = payout(role, quota >= SMALLEST_QUOTA ? booked / quota : 1) * filled;
  const floor: number = guaranteed * roleNumber(role, field.ROLE_GUARANTEE);
  return (variable * Math.max(earned, floor)) / 12;
}

function attainmentBin(attainment: number): i32 {
  if (attainment === 0) return 0;
  const bin: number = 1 + attainment * 32;
  return bin < field.ATTAINMENT_BINS - 1 ? toInt(bin) : field.ATTAINMENT_BINS - 1;
}
