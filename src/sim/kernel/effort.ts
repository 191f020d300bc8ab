/** What people put into their months: ramp by skill by time there, stay by stay. */
import { addF64, f64At, i32At, setF64, setI32, toInt } from './memory';
import {
  classWords,
  coupled,
  covered,
  effortsAt,
  leavesAt,
  managerStrain,
  months,
  ownRowAt,
  quarterOfMonth,
  quarterSeason,
  quarterStart,
  quarters,
  rampRelief,
  rampedAt,
  roleNumbers,
  roleWords,
  rowAt,
  seasonAt,
  seatQuarters,
  seatState,
  seatStateWords,
  seatWords,
  settingsAt,
  stayNumbers,
  stayWords,
  territoryCurvature,
  territoryEffort,
  territoryWords,
} from './image';
import {
  CLASS_I,
  CLASS_MANAGER,
  CLASS_TERRITORY,
  LEAVE_F,
  QUARTER_CARRIED,
  QUARTER_F,
  QUARTER_FILLED,
  QUARTER_GUARANTEED,
  RAMP_FACTOR,
  ROLE_CURVATURE,
  ROLE_F,
  ROLE_GUARANTEE_MONTHS,
  ROLE_I,
  ROLE_RAMP,
  ROLE_RAMP_MONTHS,
  SEAT_CLASS,
  SEAT_END_LEAVE,
  SEAT_FIRST_LEAVE,
  SEAT_I,
  SEAT_ROLE,
  STATE_END_STAY,
  STATE_F,
  STATE_FIRST_STAY,
  STATE_I,
  STATE_STRETCH,
  STAY_CARRIED,
  STAY_EFFORT,
  STAY_END_MONTH,
  STAY_F,
  STAY_FIRST,
  STAY_FIRST_MONTH,
  STAY_FROM,
  STAY_HIRED,
  STAY_HIRES,
  STAY_I,
  STAY_OWN,
  STAY_RAMPED_FROM,
  STAY_RATE,
  STAY_STRETCH,
  STAY_TO,
  TERRITORY_COVERED,
  TERRITORY_I,
} from './records';

/** Efforts laid down so far in the segment at hand. */
let efforts: i32 = 0;

/** Forgets the efforts of the segment (or seat) before. */
export function forgetEfforts(): void {
  efforts = 0;
}

/** Lays down the efforts of a seat's stays by month, with what they add to filled time, quota, ramped equivalents and coverage. */
export function layDownEfforts(seat: i32): void {
  const stateWords = seat * STATE_I;
  const end = i32At(seatStateWords, stateWords + STATE_END_STAY);
  for (let stay = i32At(seatStateWords, stateWords + STATE_FIRST_STAY); stay < end; stay++) {
    if (managerStrain !== 0 && i32At(stayWords, stay * STAY_I + STAY_HIRES) !== 0) stretchRamp(seat, stay);
    layDownStay(seat, stay);
  }
}

/** Who starts under a vacant or over-stretched manager ramps slower from the first day on. */
function stretchRamp(seat: i32, stay: i32): void {
  const manager = i32At(classWords, i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * CLASS_I + CLASS_MANAGER);
  if (manager < 0) return;
  const month = i32At(stayWords, stay * STAY_I + STAY_FIRST_MONTH);
  if (month >= months) return;
  const strain = f64At(managerStrain, manager * months + month);
  const stretch: number = 1 + (f64At(settingsAt, RAMP_FACTOR) - 1) * strain;
  setF64(stayNumbers, stay * STAY_F + STAY_STRETCH, stretch);
  // a person who is still there at the segment's end goes on so
  if (stay === i32At(seatStateWords, seat * STATE_I + STATE_END_STAY) - 1)
    setF64(seatState, seat * STATE_F + STATE_STRETCH, stretch);
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
  if (coupled === 0) return i32At(stayWords, stay * STAY_I + STAY_OWN) !== 0 ? ownRowAt : rowAt;
  const laid = efforts;
  efforts += count;
  setI32(stayWords, stay * STAY_I + STAY_EFFORT, laid);
  const at = effortsAt + (laid << 3);
  for (let each = 0; each < count; each++) setF64(at, each, 0);
  return at - (first << 3);
}

function layDownStay(seat: i32, stay: i32): void {
  const words = seat * SEAT_I;
  const role = i32At(seatWords, words + SEAT_ROLE);
  const each = i32At(seatWords, words + SEAT_CLASS);
  const numbers = stay * STAY_F;
  const from = f64At(stayNumbers, numbers + STAY_FROM);
  const to = f64At(stayNumbers, numbers + STAY_TO);
  const rampedFrom = f64At(stayNumbers, numbers + STAY_RAMPED_FROM);
  const rate = f64At(stayNumbers, numbers + STAY_RATE);
  const stretch = f64At(stayNumbers, numbers + STAY_STRETCH);
  const ramp = i32At(roleWords, role * ROLE_I + ROLE_RAMP);
  const rampMonths = i32At(roleWords, role * ROLE_I + ROLE_RAMP_MONTHS);
  const pace: number = 1 / stretch;
  const rampEnd: number = rampedFrom + rampMonths * stretch;
  const first = i32At(stayWords, stay * STAY_I + STAY_FIRST_MONTH);
  const lastWhole = toInt(to);
  const end = to > lastWhole && to > from ? lastWhole + 1 : lastWhole;
  setI32(stayWords, stay * STAY_I + STAY_END_MONTH, end > first ? end : first);
  if (end <= first) return;
  const row = placeOf(stay, first, end - first);
  const absent =
    i32At(stayWords, stay * STAY_I + STAY_FIRST) !== 0 &&
    i32At(seatWords, words + SEAT_END_LEAVE) > i32At(seatWords, words + SEAT_FIRST_LEAVE);
  const relief = rampRelief !== 0;
  const season = seasonAt;
  const ramped = rampedAt + ((each * months) << 3);
  const seatRow = seatQuarters + ((seat * quarters * QUARTER_F) << 3);
  let carriedByStay: number = 0;
  let rampedBefore: number = -1;
  let month = first;
  while (month < end) {
    const quarter = i32At(quarterOfMonth, month);
    const quarterEnd = i32At(quarterStart, quarter + 1);
    const until = quarterEnd < end ? quarterEnd : end;
    let filled: number = 0;
    let carried: number = 0;
    if (
      !absent &&
      month >= rampEnd &&
      until === quarterEnd &&
      until <= to &&
      month >= from &&
      month === i32At(quarterStart, quarter)
    ) {
      // a whole quarter of somebody ramped, as most are
      filled = until - month;
      carried = f64At(quarterSeason, quarter);
      for (; month < until; month++) {
        addF64(row, month, rate);
        addF64(ramped, month, 1);
      }
    }
    for (; month < until; month++) {
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
    const cell = quarter * QUARTER_F;
    addF64(seatRow, cell + QUARTER_FILLED, filled);
    addF64(seatRow, cell + QUARTER_CARRIED, carried / 12);
    carriedByStay += carried / 12;
  }
  setF64(stayNumbers, numbers + STAY_CARRIED, carriedByStay);
  if (f64At(roleNumbers, role * ROLE_F + ROLE_GUARANTEE_MONTHS) > 0) addGuaranteed(seat, role, stay);
  if (covered !== 0) cover(each, role, row, first, end);
}

/** Months lost to the first person's leaves of absence between two times. */
function lostTo(seat: i32, from: number, to: number): number {
  let lost: number = 0;
  const end = i32At(seatWords, seat * SEAT_I + SEAT_END_LEAVE);
  for (let leave = i32At(seatWords, seat * SEAT_I + SEAT_FIRST_LEAVE); leave < end; leave++) {
    const begin = Math.max(from, f64At(leavesAt, leave * LEAVE_F));
    const stop = Math.min(to, f64At(leavesAt, leave * LEAVE_F + 1));
    if (stop > begin) lost += (stop - begin) * f64At(leavesAt, leave * LEAVE_F + 2);
  }
  return Math.min(lost, to - from);
}

/** Filled time within the guarantee of somebody new, by quarter. */
function addGuaranteed(seat: i32, role: i32, stay: i32): void {
  const numbers = stay * STAY_F;
  const hired = f64At(stayNumbers, numbers + STAY_HIRED);
  const from = f64At(stayNumbers, numbers + STAY_FROM);
  const guaranteed: number = hired + f64At(roleNumbers, role * ROLE_F + ROLE_GUARANTEE_MONTHS);
  const to = Math.min(f64At(stayNumbers, numbers + STAY_TO), guaranteed);
  for (let quarter = 0; quarter < quarters; quarter++) {
    const begin = Math.max(from, i32At(quarterStart, quarter));
    const stop = Math.min(to, i32At(quarterStart, quarter + 1));
    if (stop > begin)
      addF64(seatQuarters, (seat * quarters + quarter) * QUARTER_F + QUARTER_GUARANTEED, stop - begin);
  }
}

/** Adds a stay's efforts to its territory's, if that is worked by its potential. */
function cover(each: i32, role: i32, row: i32, first: i32, end: i32): void {
  const territory = i32At(classWords, each * CLASS_I + CLASS_TERRITORY);
  if (territory < 0 || i32At(territoryWords, territory * TERRITORY_I + TERRITORY_COVERED) === 0) return;
  const curvature = f64At(roleNumbers, role * ROLE_F + ROLE_CURVATURE);
  for (let month = first; month < end; month++) {
    const effort = f64At(row, month);
    addF64(territoryEffort, territory * months + month, effort);
    addF64(territoryCurvature, territory * months + month, effort * curvature);
  }
}
