/** What people put into their months: ramp by skill by time there, stay by stay. */
import { addF64, f64At, i32At, setF64, toInt } from './memory';
import {
  classWord,
  quarterCell,
  roleNumber,
  roleWord,
  seatWord,
  setStateNumber,
  setStayNumber,
  setStayWord,
  stateWord,
  stayNumber,
  stayWord,
} from './fields';
import * as image from './image';
import * as field from './records';

/** Efforts laid down so far in the segment at hand. */
let efforts: i32 = 0;

/** Forgets the efforts of the segment (or seat) before. */
export function forgetEfforts(): void {
  efforts = 0;
}

/** Lays down the efforts of a seat's stays by month, with what they add to filled time, quota, ramped equivalents and coverage. */
export function layDownEfforts(seat: i32): void {
  const end = stateWord(seat, field.STATE_END_STAY);
  for (let stay = stateWord(seat, field.STATE_FIRST_STAY); stay < end; stay++) {
    if (image.managerStrain !== 0 && stayWord(stay, field.STAY_HIRES) !== 0) stretchRamp(seat, stay);
    layDownStay(seat, stay);
  }
}

/** Who starts under a vacant or over-stretched manager ramps slower from the first day on. */
function stretchRamp(seat: i32, stay: i32): void {
  const manager = i32At(
    image.classWords,
    seatWord(seat, field.SEAT_CLASS) * field.CLASS_I + field.CLASS_MANAGER,
  );
  if (manager < 0) return;
  const month = stayWord(stay, field.STAY_FIRST_MONTH);
  if (month >= image.months) return;
  const strain = f64At(image.managerStrain, manager * image.months + month);
  const stretch: number = 1 + (f64At(image.settingsAt, field.RAMP_FACTOR) - 1) * strain;
  setStayNumber(stay, field.STAY_STRETCH, stretch);
  // a person who is still there at the segment's end goes on so
  if (stay === stateWord(seat, field.STATE_END_STAY) - 1) setStateNumber(seat, field.STATE_STRETCH, stretch);
}

/** Months of full productivity that tenure up to `tenure` is worth: ∫ ramp. */
function rampedMonths(ramp: i32, rampMonths: i32, tenure: number): number {
  if (tenure >= rampMonths) return f64At(ramp, rampMonths) + (tenure - rampMonths);
  const month = toInt(tenure);
  const before = f64At(ramp, month);
  return before + (f64At(ramp, month + 1) - before) * (tenure - month);
}

/** Where a stay's efforts go: in a plan of coupled seats to be weighed first, else straight to the seat's intensities. */
function placeOf(stay: i32, first: i32, count: i32): i32 {
  if (image.coupled === 0) return stayWord(stay, field.STAY_OWN) !== 0 ? image.ownRowAt : image.rowAt;
  const laid = efforts;
  efforts += count;
  setStayWord(stay, field.STAY_EFFORT, laid);
  const at = image.effortsAt + (laid << 3);
  for (let each = 0; each < count; each++) setF64(at, each, 0);
  return at - (first << 3);
}

/** The first month that begins then or later; the horizon where there is none in it. */
function firstWhole(time: number): i32 {
  if (time >= image.months) return image.months;
  const month = toInt(time);
  return month < time ? month + 1 : month;
}

function layDownStay(seat: i32, stay: i32): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  const each = seatWord(seat, field.SEAT_CLASS);
  const from = stayNumber(stay, field.STAY_FROM);
  const to = stayNumber(stay, field.STAY_TO);
  const rampedFrom = stayNumber(stay, field.STAY_RAMPED_FROM);
  const rate = stayNumber(stay, field.STAY_RATE);
  const stretch = stayNumber(stay, field.STAY_STRETCH);
  const ramp = roleWord(role, field.ROLE_RAMP);
  const rampMonths = roleWord(role, field.ROLE_RAMP_MONTHS);
  const pace: number = 1 / stretch;
  const rampEnd: number = rampedFrom + rampMonths * stretch;
  const first = stayWord(stay, field.STAY_FIRST_MONTH);
  const lastWhole = toInt(to);
  const end = to > lastWhole && to > from ? lastWhole + 1 : lastWhole;
  setStayWord(stay, field.STAY_END_MONTH, end > first ? end : first);
  if (end <= first) return;
  const row = placeOf(stay, first, end - first);
  const absent =
    stayWord(stay, field.STAY_FIRST) !== 0 &&
    seatWord(seat, field.SEAT_END_LEAVE) > seatWord(seat, field.SEAT_FIRST_LEAVE);
  const relief = image.rampRelief !== 0;
  const season = image.seasonAt;
  const ramped = image.rampedAt + ((each * image.months) << 3);
  const rampedFirst = absent ? image.months : firstWhole(from > rampEnd ? from : rampEnd);
  let carriedByStay: number = 0;
  let rampedBefore: number = -1;
  let month = first;
  let quarter = i32At(image.quarterOfMonth, first);
  let quarterEnd = i32At(image.quarterStart, quarter);
  let cell = quarterCell(seat, quarter);
  do {
    const quarterBegin = quarterEnd;
    quarterEnd = i32At(image.quarterStart, quarter + 1);
    let filled: number = 0;
    let carried: number = 0;
    if (month >= rampedFirst && month === quarterBegin && quarterEnd <= lastWhole) {
      // a whole quarter of somebody ramped, as most are
      filled = quarterEnd - month;
      carried = f64At(image.quarterSeason, quarter);
      do {
        // nobody else has any of these months
        setF64(row, month, rate);
        addF64(ramped, month, 1);
        month++;
      } while (month < quarterEnd);
    }
    for (const until = quarterEnd < end ? quarterEnd : end; month < until; month++) {
      const begin: number = from > month ? from : month;
      const stop: number = to < month + 1 ? to : month + 1;
      const worked: number = stop - begin;
      let share: number = worked;
      if (begin < rampEnd) {
        if (rampedBefore < 0) rampedBefore = rampedMonths(ramp, rampMonths, (begin - rampedFrom) * pace);
        const upTo = rampedMonths(ramp, rampMonths, (stop - rampedFrom) * pace);
        share = (upTo - rampedBefore) * stretch;
        rampedBefore = upTo;
      }
      // a relief is of the ramp: who is absent carries the quota all the same
      filled += worked;
      carried += (relief ? share : worked) * f64At(season, month);
      if (absent) share = worked > 0 ? (share * (worked - lostTo(seat, begin, stop))) / worked : 0;
      addF64(row, month, share * rate);
      addF64(ramped, month, share);
    }
    carried /= 12;
    addF64(cell, field.QUARTER_FILLED, filled);
    addF64(cell, field.QUARTER_CARRIED, carried);
    carriedByStay += carried;
    cell += field.QUARTER_F << 3;
    quarter++;
  } while (month < end);
  setStayNumber(stay, field.STAY_CARRIED, carriedByStay);
  if (roleNumber(role, field.ROLE_GUARANTEE_MONTHS) > 0) addGuaranteed(seat, role, stay);
  if (image.covered !== 0) cover(each, role, row, first, end);
}

/** Months lost to the first person's leaves of absence between two times. */
function lostTo(seat: i32, from: number, to: number): number {
  let lost: number = 0;
  const end = seatWord(seat, field.SEAT_END_LEAVE);
  for (let leave = seatWord(seat, field.SEAT_FIRST_LEAVE); leave < end; leave++) {
    const begin = Math.max(from, f64At(image.leavesAt, leave * field.LEAVE_F));
    const stop = Math.min(to, f64At(image.leavesAt, leave * field.LEAVE_F + 1));
    if (stop > begin) lost += (stop - begin) * f64At(image.leavesAt, leave * field.LEAVE_F + 2);
  }
  return Math.min(lost, to - from);
}

/** Filled time within the guarantee of somebody new, by quarter. */
function addGuaranteed(seat: i32, role: i32, stay: i32): void {
  const hired = stayNumber(stay, field.STAY_HIRED);
  const from = stayNumber(stay, field.STAY_FROM);
  const guaranteed: number = hired + roleNumber(role, field.ROLE_GUARANTEE_MONTHS);
  const to = Math.min(stayNumber(stay, field.STAY_TO), guaranteed);
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    const begin = Math.max(from, i32At(image.quarterStart, quarter));
    const stop = Math.min(to, i32At(image.quarterStart, quarter + 1));
    if (stop > begin)
      addF64(
        image.seatQuarters,
        (seat * image.quarters + quarter) * field.QUARTER_F + field.QUARTER_GUARANTEED,
        stop - begin,
      );
  }
}

/** Adds a stay's efforts to its territory's, if that is worked by its potential. */
function cover(each: i32, role: i32, row: i32, first: i32, end: i32): void {
  const territory = classWord(each, field.CLASS_TERRITORY);
  if (
    territory < 0 ||
    i32At(image.territoryWords, territory * field.TERRITORY_I + field.TERRITORY_COVERED) === 0
  )
    return;
  const curvature = roleNumber(role, field.ROLE_CURVATURE);
  for (let month = first; month < end; month++) {
    const effort = f64At(row, month);
    addF64(image.territoryEffort, territory * image.months + month, effort);
    addF64(image.territoryCurvature, territory * image.months + month, effort * curvature);
  }
}
