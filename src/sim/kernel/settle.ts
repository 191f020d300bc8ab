/** Attainment, pay and other cost of one seat in one trial, and a quarter's end where leaving answers to attainment. */
import { addF64, addI32, f64At, i32At, setF64, setU8, toInt } from './memory';
import { sells } from './deals';
import {
  classYears,
  monthBooked,
  outSeatAttainment,
  outSeatBookings,
  outSeatCounts,
  outSeatYears,
  quarterStart,
  quarters,
  roleNumbers,
  roleWords,
  seatOpenMonths,
  seatQuarters,
  seatQuotas,
  seatState,
  seatStateWords,
  seatWords,
  stayNumbers,
  stayWords,
  yearOfQuarter,
  years,
} from './image';
import {
  ATTAINMENT_BINS,
  BLOCK_TRIALS,
  FILLED,
  NO_BIN,
  QUARTER_BOOKED,
  QUARTER_CARRIED,
  QUARTER_CHANGES,
  QUARTER_F,
  QUARTER_FILLED,
  QUARTER_GUARANTEED,
  ROLE_BASE,
  ROLE_CAP,
  ROLE_F,
  ROLE_GUARANTEE,
  ROLE_I,
  ROLE_MULTIPLIER,
  ROLE_OTHER,
  ROLE_PAID_BY_QUARTER,
  ROLE_STEPS,
  ROLE_STEP_COUNT,
  ROLE_THRESHOLD,
  ROLE_VARIABLE,
  SEAT_CLASS,
  SEAT_I,
  SEAT_INDEX,
  SEAT_ROLE,
  SEAT_SKETCH_FLOOR,
  STATE,
  STATE_ASKED,
  STATE_BEHIND,
  STATE_BOOKED,
  STATE_END_STAY,
  STATE_F,
  STATE_FIRST_STAY,
  STATE_I,
  STAY_CARRIED,
  STAY_F,
  STAY_FIRST_MONTH,
  STAY_FROM,
  STAY_I,
  STAY_TO,
  YEAR_AT_QUOTA,
  YEAR_COST,
  YEAR_F,
  YEAR_QUOTA,
  YEAR_VACANCY,
  YEAR_WITH_QUOTA,
} from './records';
import { sketchBin } from './sketch';

/** Quotas below a cent are none: bookings ÷ quota must stay a number. */
const SMALLEST_QUOTA: number = 0.01;
/** Filled months a seat needs in a fiscal year for its attainment to mean something. */
const QUOTA_BEARING_MONTHS: number = 1;
/** Sums of a seat's year: bookings, their squares, attainment, its squares. */
const SEAT_SUMS: i32 = 4;

/** Variable pay as a multiple of the variable pay at 100 %, by attainment: piecewise linear, never more than the cap. */
export function payout(role: i32, attainment: number): number {
  const steps = i32At(roleWords, role * ROLE_I + ROLE_STEPS);
  const count = i32At(roleWords, role * ROLE_I + ROLE_STEP_COUNT);
  let earned: number = 0;
  // without a branch on attainment, which no processor can foresee
  for (let step = 0; step < count; step++) {
    const from = f64At(steps, 2 * step);
    const width: number = step + 1 < count ? f64At(steps, 2 * step + 2) - from : Infinity;
    earned += Math.min(Math.max(attainment - from, 0), width) * f64At(steps, 2 * step + 1);
  }
  return Math.min(earned, f64At(roleNumbers, role * ROLE_F + ROLE_CAP));
}

/** A person behind at a quarter's end leaves more readily in the next. The year begins anew with its first quarter. */
export function judge(seat: i32, quarter: i32): void {
  const state = seat * STATE_F;
  const role = i32At(seatWords, seat * SEAT_I + SEAT_ROLE);
  if (i32At(seatStateWords, seat * STATE_I + STATE) !== FILLED) return;
  const stay = i32At(seatStateWords, seat * STATE_I + STATE_END_STAY) - 1;
  if (stay < i32At(seatStateWords, seat * STATE_I + STATE_FIRST_STAY)) return;
  const quota = f64At(seatQuotas, seat * years + i32At(yearOfQuarter, quarter));
  let booked = f64At(seatState, state + STATE_BOOKED) + bookedBy(seat, stay, quarter);
  let asked =
    f64At(seatState, state + STATE_ASKED) + quota * f64At(stayNumbers, stay * STAY_F + STAY_CARRIED);
  const behind =
    asked >= SMALLEST_QUOTA && booked / asked < f64At(roleNumbers, role * ROLE_F + ROLE_THRESHOLD);
  setF64(seatState, state + STATE_BEHIND, behind ? f64At(roleNumbers, role * ROLE_F + ROLE_MULTIPLIER) : 1);
  if (quarter + 1 < quarters && i32At(yearOfQuarter, quarter + 1) !== i32At(yearOfQuarter, quarter)) {
    booked = 0;
    asked = 0;
  }
  setF64(seatState, state + STATE_BOOKED, booked);
  setF64(seatState, state + STATE_ASKED, asked);
}

/** What the last person in the seat booked of the quarter: of a month shared with a predecessor, by the time in it. */
function bookedBy(seat: i32, stay: i32, quarter: i32): number {
  const first = i32At(stayWords, stay * STAY_I + STAY_FIRST_MONTH);
  const from = f64At(stayNumbers, stay * STAY_F + STAY_FROM);
  let booked: number = 0;
  for (let month = first; month < i32At(quarterStart, quarter + 1); month++) {
    let share: number = 1;
    if (month === first && from > first) {
      let others: number = 0;
      for (let other = i32At(seatStateWords, seat * STATE_I + STATE_FIRST_STAY); other < stay; other++) {
        const begin = Math.max(f64At(stayNumbers, other * STAY_F + STAY_FROM), first);
        const stop = f64At(stayNumbers, other * STAY_F + STAY_TO);
        if (stop > begin) others += stop - begin;
      }
      const own: number = first + 1 - from;
      share = own / (own + others);
    }
    booked += f64At(monthBooked, month) * share;
  }
  return booked;
}

/** Adds a seat's trial, the block's `row`th, up by fiscal year: to its class, and to what is kept of the seat itself. */
export function settleSeat(seat: i32, row: i32): void {
  const role = i32At(seatWords, seat * SEAT_I + SEAT_ROLE);
  const classYear = i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * years;
  const index = i32At(seatWords, seat * SEAT_I + SEAT_INDEX) * years;
  const byQuarter = i32At(roleWords, role * ROLE_I + ROLE_PAID_BY_QUARTER) !== 0;
  const selling = sells(seat);
  let quarter = 0;
  for (let year = 0; year < years; year++) {
    const annual = f64At(seatQuotas, seat * years + year);
    let filled: number = 0;
    let carried: number = 0;
    let booked: number = 0;
    let guaranteed: number = 0;
    let cost: number = 0;
    for (; quarter < quarters && i32At(yearOfQuarter, quarter) === year; quarter++) {
      const cell = (seat * quarters + quarter) * QUARTER_F;
      filled += f64At(seatQuarters, cell + QUARTER_FILLED);
      carried += f64At(seatQuarters, cell + QUARTER_CARRIED);
      booked += f64At(seatQuarters, cell + QUARTER_BOOKED);
      guaranteed += f64At(seatQuarters, cell + QUARTER_GUARANTEED);
      cost += f64At(seatQuarters, cell + QUARTER_CHANGES);
      if (byQuarter)
        cost += variablePay(
          role,
          annual * f64At(seatQuarters, cell + QUARTER_CARRIED),
          f64At(seatQuarters, cell + QUARTER_BOOKED),
          f64At(seatQuarters, cell + QUARTER_FILLED),
          f64At(seatQuarters, cell + QUARTER_GUARANTEED),
        );
    }
    const quota: number = annual * carried;
    if (!byQuarter) cost += variablePay(role, quota, booked, filled, guaranteed);
    cost +=
      ((f64At(roleNumbers, role * ROLE_F + ROLE_BASE) + f64At(roleNumbers, role * ROLE_F + ROLE_OTHER)) *
        filled) /
      12;
    const cell = (classYear + year) * YEAR_F;
    addF64(classYears, cell + YEAR_COST, cost);
    const vacant: number = f64At(seatOpenMonths, seat * years + year) - filled;
    addF64(classYears, cell + YEAR_VACANCY, vacant > 0 ? vacant : 0);
    const sums = (index + year) * SEAT_SUMS;
    addF64(outSeatYears, sums, booked);
    addF64(outSeatYears, sums + 1, booked * booked);
    if (!selling) continue;
    const place = (index + year) * BLOCK_TRIALS + row;
    const floor = i32At(seatWords, seat * SEAT_I + SEAT_SKETCH_FLOOR);
    setU8(outSeatBookings, place, sketchBin(booked, floor));
    setU8(outSeatAttainment, place, NO_BIN);
    addF64(classYears, cell + YEAR_QUOTA, quota);
    if (quota < SMALLEST_QUOTA || filled < QUOTA_BEARING_MONTHS) continue;
    const attainment: number = booked / quota;
    addF64(outSeatYears, sums + 2, attainment);
    addF64(outSeatYears, sums + 3, attainment * attainment);
    addI32(outSeatCounts, 2 * (index + year), 1);
    addF64(classYears, cell + YEAR_WITH_QUOTA, 1);
    const attained = attainment >= 1 ? 1 : 0;
    addI32(outSeatCounts, 2 * (index + year) + 1, attained);
    addF64(classYears, cell + YEAR_AT_QUOTA, attained);
    setU8(outSeatAttainment, place, attainmentBin(attainment));
  }
}

/** Variable pay of a period: by its attainment, for the time filled; of those without a quota at 100 %; never below the guarantee. */
function variablePay(role: i32, quota: number, booked: number, filled: number, guaranteed: number): number {
  if (filled === 0) return 0;
  const variable = f64At(roleNumbers, role * ROLE_F + ROLE_VARIABLE);
  const earned: number = payout(role, quota >= SMALLEST_QUOTA ? booked / quota : 1) * filled;
  const floor: number = guaranteed * f64At(roleNumbers, role * ROLE_F + ROLE_GUARANTEE);
  return (variable * Math.max(earned, floor)) / 12;
}

function attainmentBin(attainment: number): i32 {
  if (attainment === 0) return 0;
  const bin: number = 1 + attainment * 32;
  return bin < ATTAINMENT_BINS - 1 ? toInt(bin) : ATTAINMENT_BINS - 1;
}
