/**
 * Lives of seats: who fills which when. A person takes three words of the seat's stream (leaving, skill, time to
 * fill), so one person's draws never move another's.
 */
import { addF64, f64At, i32At, setF64, setI32, toInt } from './memory';
import { drawGamma, drawSpread, lookUp } from './draws';
import { accumulatedHazard, changingLeavingTime, hazardChanges, leavingTime, needLeft } from './hazard';
import {
  changingHazard,
  classPresence,
  classYears,
  exponentialTable,
  fillFactors,
  headcountChange,
  keepsStreams,
  managerPresence,
  managers,
  months,
  mostStays,
  needsPresence,
  quarterOfMonth,
  quarters,
  roleFactors,
  roleNumbers,
  roleWords,
  seatNumbers,
  seatQuarters,
  seatState,
  seatStateWords,
  seatWords,
  seats,
  seed,
  stayNumbers,
  stayWords,
  transferDates,
  transfersAt,
  uncertain,
  yearOfQuarter,
  years,
} from './image';
import {
  AWAITING,
  CLOSED,
  FACTOR_F,
  FACTOR_INTENSITY,
  FILLED,
  INCUMBENT,
  LEFT,
  MOVED,
  PLANNED,
  QUARTER_BOOKED,
  QUARTER_CARRIED,
  QUARTER_CHANGES,
  QUARTER_F,
  QUARTER_FILLED,
  QUARTER_GUARANTEED,
  REDUCED,
  ROLE_F,
  ROLE_FILL,
  ROLE_FILL_FIXED,
  ROLE_I,
  ROLE_RAMP_MONTHS,
  ROLE_RECRUITING,
  ROLE_SEVERANCE,
  ROLE_SKILL,
  ROLE_SLIP,
  ROLE_SLIP_FIXED,
  SEAT_BACKFILL,
  SEAT_CLASS,
  SEAT_CLOSES,
  SEAT_END_TRANSFER,
  SEAT_F,
  SEAT_FIRST_TRANSFER,
  SEAT_I,
  SEAT_KEY_HIGH,
  SEAT_KEY_LOW,
  SEAT_MANAGES,
  SEAT_RECORD,
  SEAT_RECORD_SCALE,
  SEAT_RECORD_SHAPE,
  SEAT_ROLE,
  SEAT_START,
  SEAT_START_KIND,
  SEAT_UNIT,
  STARTED,
  STATE,
  STATE_ASKED,
  STATE_BEHIND,
  STATE_BOOKED,
  STATE_DEALS,
  STATE_END_STAY,
  STATE_F,
  STATE_FILL,
  STATE_FIRST,
  STATE_FIRST_LEFT,
  STATE_FIRST_STAY,
  STATE_HIRED,
  STATE_I,
  STATE_NEED,
  STATE_NEXT,
  STATE_OWN,
  STATE_OWN_DEALS,
  STATE_PEOPLE,
  STATE_RAMPED_FROM,
  STATE_RATE,
  STATE_SINCE,
  STATE_SKILL,
  STATE_STRETCH,
  STATE_TRANSFER,
  STAY_ENDS,
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
  STAY_SINCE,
  STAY_STRETCH,
  STAY_TO,
  TRANSFER_F,
  VACANT,
  YEAR_F,
  YEAR_LEAVERS,
  YEAR_STARTERS,
} from './records';
import { keepStream, nextWord, seedStream, splitStream, takeStream } from './stream';
import { note } from './trace';

/** Stays noted so far in the segment at hand. */
let stays: i32 = 0;

/** Forgets the stays of the segment (or seat) before. */
export function forgetStays(): void {
  stays = 0;
}

function streamOf(seat: i32, which: i32): i32 {
  return seatStateWords + ((seat * STATE_I + which) << 2);
}

/** Begins a seat's trial: its streams, and who is in it at the start. */
export function beginSeat(trial: i32, seat: i32): void {
  const words = seat * SEAT_I;
  const numbers = seat * SEAT_F;
  const stateWords = seat * STATE_I;
  const state = seat * STATE_F;
  seedStream(trial, i32At(seatWords, words + SEAT_KEY_HIGH), i32At(seatWords, words + SEAT_KEY_LOW), seed);
  splitStream(streamOf(seat, STATE_DEALS));
  if (i32At(seatWords, words + SEAT_RECORD) !== 0) splitStream(streamOf(seat, STATE_OWN_DEALS));
  for (let quarter = 0; quarter < quarters; quarter++) {
    // one by one: a loop over so few costs more than what it does
    const cell = (seat * quarters + quarter) * QUARTER_F;
    setF64(seatQuarters, cell + QUARTER_FILLED, 0);
    setF64(seatQuarters, cell + QUARTER_CARRIED, 0);
    setF64(seatQuarters, cell + QUARTER_BOOKED, 0);
    setF64(seatQuarters, cell + QUARTER_GUARANTEED, 0);
    setF64(seatQuarters, cell + QUARTER_CHANGES, 0);
  }
  setI32(seatStateWords, stateWords + STATE_TRANSFER, i32At(seatWords, words + SEAT_FIRST_TRANSFER));
  setI32(seatStateWords, stateWords + STATE_FIRST, 1);
  setF64(seatState, state + STATE_FIRST_LEFT, Infinity);
  const start = f64At(seatNumbers, numbers + SEAT_START);
  const kind = i32At(seatWords, words + SEAT_START_KIND);
  if (kind === INCUMBENT) {
    drawPerson(seat, start, 0);
  } else if (kind === PLANNED) {
    const role = i32At(seatWords, words + SEAT_ROLE);
    const slip = drawSpread(
      i32At(roleWords, role * ROLE_I + ROLE_SLIP),
      f64At(roleNumbers, role * ROLE_F + ROLE_SLIP_FIXED),
      nextWord(),
    );
    setI32(seatStateWords, stateWords + STATE, VACANT);
    setF64(seatState, state + STATE_NEXT, Math.max(0, start + slip));
  } else {
    setI32(seatStateWords, stateWords + STATE, AWAITING);
  }
  if (keepsStreams !== 0) keepStream(streamOf(seat, STATE_PEOPLE));
}

/** A new person in the seat, hired then and in it since then: what survives of hazard, skill, and the time to fill afterwards. */
function drawPerson(seat: i32, hired: number, since: number): void {
  const words = seat * SEAT_I;
  const numbers = seat * SEAT_F;
  const state = seat * STATE_F;
  const role = i32At(seatWords, words + SEAT_ROLE);
  setI32(seatStateWords, seat * STATE_I + STATE, FILLED);
  setF64(seatState, state + STATE_HIRED, hired);
  setF64(seatState, state + STATE_RAMPED_FROM, hired);
  setF64(seatState, state + STATE_SINCE, since);
  setF64(seatState, state + STATE_NEED, lookUp(exponentialTable, nextWord()));
  const skillTable = i32At(roleWords, role * ROLE_I + ROLE_SKILL);
  const skill = drawSpread(skillTable, 1, nextWord());
  drawFill(seat, role);
  setF64(seatState, state + STATE_BEHIND, 1);
  setF64(seatState, state + STATE_STRETCH, 1);
  setF64(seatState, state + STATE_BOOKED, 0);
  setF64(seatState, state + STATE_ASKED, 0);
  const own = i32At(seatWords, words + SEAT_RECORD) !== 0 && hired <= 0 && since === 0;
  setI32(seatStateWords, seat * STATE_I + STATE_OWN, own ? 1 : 0);
  if (own) {
    const rate = f64At(seatNumbers, numbers + SEAT_RECORD_SCALE) * drawRecord(seat);
    setF64(seatState, state + STATE_RATE, rate);
    const unit: number = f64At(seatNumbers, numbers + SEAT_UNIT);
    setF64(seatState, state + STATE_SKILL, unit > 0 ? rate / unit : 1);
  } else {
    setF64(seatState, state + STATE_SKILL, skill);
    setF64(seatState, state + STATE_RATE, rateOf(seat, role, skill));
  }
}

/** What the person's ramped month is worth in this seat. */
function rateOf(seat: i32, role: i32, skill: number): number {
  const unit = f64At(seatNumbers, seat * SEAT_F + SEAT_UNIT) * skill;
  return unit * f64At(roleFactors, role * FACTOR_F + FACTOR_INTENSITY);
}

/** Of the first person's own record, from a stream of their own: how many words a gamma takes depends on its shape. */
function drawRecord(seat: i32): number {
  const shape = f64At(seatNumbers, seat * SEAT_F + SEAT_RECORD_SHAPE);
  if (uncertain === 0) return shape;
  keepStream(streamOf(seat, STATE_PEOPLE));
  takeStream(streamOf(seat, STATE_OWN_DEALS));
  const drawn = drawGamma(shape);
  keepStream(streamOf(seat, STATE_OWN_DEALS));
  takeStream(streamOf(seat, STATE_PEOPLE));
  return drawn;
}

function drawFill(seat: i32, role: i32): void {
  const fixed = f64At(roleNumbers, role * ROLE_F + ROLE_FILL_FIXED);
  const fill = drawSpread(i32At(roleWords, role * ROLE_I + ROLE_FILL), fixed, nextWord());
  setF64(seatState, seat * STATE_F + STATE_FILL, fill);
}

/** Lives the seat from one time to another, both whole months, and notes its stays. Seats that others transfer to come after those they transfer from. */
export function liveSeat(seat: i32, from: i32, to: i32): void {
  const words = seat * SEAT_I;
  const stateWords = seat * STATE_I;
  const state = seat * STATE_F;
  const role = i32At(seatWords, words + SEAT_ROLE);
  const closes = f64At(seatNumbers, seat * SEAT_F + SEAT_CLOSES);
  if (keepsStreams !== 0) takeStream(streamOf(seat, STATE_PEOPLE));
  setI32(seatStateWords, stateWords + STATE_FIRST_STAY, stays);
  let hires = 0;
  for (;;) {
    const status = i32At(seatStateWords, stateWords + STATE);
    if (status === FILLED) {
      const since = f64At(seatState, state + STATE_SINCE);
      const begin: number = since > from ? since : from;
      const moves = nextTransfer(seat);
      let stop: number = to;
      if (moves < stop) stop = moves;
      if (closes < stop) stop = closes > begin ? closes : begin;
      const leaves = leavingOf(seat, role, begin, stop);
      if (leaves < stop) stop = leaves;
      const gone = stop < to || closes <= stop;
      noteStay(seat, begin, stop, hires, gone ? 1 : 0);
      hires = 0;
      if (!gone) break;
      endStay(seat, stop);
      if (closes <= stop) reduce(seat, role, stop);
      else if (moves <= stop) transfer(seat, role, stop);
      else leave(seat, stop);
    } else if (status === VACANT) {
      const next = f64At(seatState, state + STATE_NEXT);
      if (!(next < to) || next >= closes) break;
      drawPerson(seat, next, next);
      noteStart(seat, role, next);
      hires = 1;
    } else if (status === AWAITING) {
      const date: number = Math.max(0, f64At(seatNumbers, seat * SEAT_F + SEAT_START));
      if (date >= to) break;
      // whoever was to come has left before, so the search begins
      drawFill(seat, role);
      leaveVacant(seat, date);
    } else break;
  }
  setI32(seatStateWords, stateWords + STATE_END_STAY, stays);
  if (keepsStreams !== 0) keepStream(streamOf(seat, STATE_PEOPLE));
}

/** Up to `to` at least; where hazards change, what is left of the person's hazard there is kept. */
function leavingOf(seat: i32, role: i32, begin: number, to: number): number {
  const state = seat * STATE_F;
  // where there is no more room for stays, nobody leaves: rates of a thousand a month must end
  if (stays >= mostStays - 2 * seats) return Infinity;
  const hired = f64At(seatState, state + STATE_HIRED);
  const need = f64At(seatState, state + STATE_NEED);
  if (!hazardChanges()) {
    return leavingTime(role, hired, Math.max(begin, f64At(seatState, state + STATE_SINCE)), need);
  }
  const each = i32At(seatWords, seat * SEAT_I + SEAT_CLASS);
  const leaves = changingLeavingTime(
    role,
    each,
    hired,
    begin,
    to,
    need,
    f64At(seatState, state + STATE_BEHIND),
  );
  if (leaves === Infinity) setF64(seatState, state + STATE_NEED, needLeft);
  return leaves;
}

function nextTransfer(seat: i32): number {
  const next = i32At(seatStateWords, seat * STATE_I + STATE_TRANSFER);
  if (next >= i32At(seatWords, seat * SEAT_I + SEAT_END_TRANSFER)) return Infinity;
  return f64At(transferDates, next * TRANSFER_F);
}

function noteStay(seat: i32, from: number, to: number, hires: i32, ends: i32): void {
  const stateWords = seat * STATE_I;
  const state = seat * STATE_F;
  const words = stays * STAY_I;
  const numbers = stays * STAY_F;
  setF64(stayNumbers, numbers + STAY_FROM, from);
  setF64(stayNumbers, numbers + STAY_TO, to);
  setF64(stayNumbers, numbers + STAY_RAMPED_FROM, f64At(seatState, state + STATE_RAMPED_FROM));
  setF64(stayNumbers, numbers + STAY_RATE, f64At(seatState, state + STATE_RATE));
  setF64(stayNumbers, numbers + STAY_SINCE, f64At(seatState, state + STATE_SINCE));
  setF64(stayNumbers, numbers + STAY_STRETCH, f64At(seatState, state + STATE_STRETCH));
  setF64(stayNumbers, numbers + STAY_HIRED, f64At(seatState, state + STATE_HIRED));
  setI32(stayWords, words + STAY_FIRST_MONTH, toInt(from));
  setI32(stayWords, words + STAY_OWN, i32At(seatStateWords, stateWords + STATE_OWN));
  setI32(stayWords, words + STAY_FIRST, i32At(seatStateWords, stateWords + STATE_FIRST));
  setI32(stayWords, words + STAY_ENDS, ends);
  setI32(stayWords, words + STAY_HIRES, hires);
  stays++;
  const each = i32At(seatWords, seat * SEAT_I + SEAT_CLASS);
  const row = each * (months + 1);
  addF64(headcountChange, row + toInt(from), 1);
  addF64(headcountChange, row + toInt(to), -1);
  if (needsPresence === 0) return;
  const manages = i32At(seatWords, seat * SEAT_I + SEAT_MANAGES);
  for (let month = toInt(from); month < to; month++) {
    const worked: number = Math.min(to, month + 1) - Math.max(from, month);
    addF64(classPresence, each * months + month, worked);
    if (manages >= 0 && managers > 0) addF64(managerPresence, manages * months + month, worked);
  }
}

function quarterAt(time: number): i32 {
  return i32At(quarterOfMonth, toInt(time));
}

/** The place of a seat's class in the fiscal year of that time. */
function yearCell(seat: i32, time: number): i32 {
  const each = i32At(seatWords, seat * SEAT_I + SEAT_CLASS);
  return (each * years + i32At(yearOfQuarter, quarterAt(time))) * YEAR_F;
}

/** The first person's leaving of the seat, in any way, ends what was theirs alone. */
function endStay(seat: i32, time: number): void {
  if (i32At(seatStateWords, seat * STATE_I + STATE_FIRST) !== 0)
    setF64(seatState, seat * STATE_F + STATE_FIRST_LEFT, time);
  setI32(seatStateWords, seat * STATE_I + STATE_FIRST, 0);
}

function leave(seat: i32, time: number): void {
  addF64(classYears, yearCell(seat, time) + YEAR_LEAVERS, 1);
  note(LEFT, seat, time, 0);
  leaveVacant(seat, time);
}

/** From then on the seat is empty until a successor starts, if there is to be one. */
function leaveVacant(seat: i32, time: number): void {
  let next: number = Infinity;
  if (i32At(seatWords, seat * SEAT_I + SEAT_BACKFILL) !== 0) {
    let fill = f64At(seatState, seat * STATE_F + STATE_FILL);
    if (changingHazard !== 0)
      fill *= f64At(fillFactors, i32At(seatWords, seat * SEAT_I + SEAT_CLASS) * months + toInt(time));
    next = time + fill;
  }
  setI32(seatStateWords, seat * STATE_I + STATE, VACANT);
  setF64(seatState, seat * STATE_F + STATE_NEXT, next);
}

function reduce(seat: i32, role: i32, time: number): void {
  setI32(seatStateWords, seat * STATE_I + STATE, CLOSED);
  if (time >= months) return;
  addToQuarter(seat, time, f64At(roleNumbers, role * ROLE_F + ROLE_SEVERANCE));
  note(REDUCED, seat, time, 0);
}

function noteStart(seat: i32, role: i32, time: number): void {
  addF64(classYears, yearCell(seat, time) + YEAR_STARTERS, 1);
  addToQuarter(seat, time, f64At(roleNumbers, role * ROLE_F + ROLE_RECRUITING));
  note(STARTED, seat, time, 0);
}

function addToQuarter(seat: i32, time: number, cost: number): void {
  addF64(seatQuarters, (seat * quarters + quarterAt(time)) * QUARTER_F + QUARTER_CHANGES, cost);
}

/** The person goes to the seat that the transfer names; skill, tenure and what is left of the hazard go along. */
function transfer(seat: i32, role: i32, time: number): void {
  const next = i32At(seatStateWords, seat * STATE_I + STATE_TRANSFER);
  setI32(seatStateWords, seat * STATE_I + STATE_TRANSFER, next + 1);
  const target = i32At(transfersAt, next);
  const from = seat * STATE_F;
  const to = target * STATE_F;
  const targetRole = i32At(seatWords, target * SEAT_I + SEAT_ROLE);
  const hired = f64At(seatState, from + STATE_HIRED);
  let need = f64At(seatState, from + STATE_NEED);
  // where hazards change, what was used up has been taken off on the way
  if (!hazardChanges()) {
    const since = f64At(seatState, from + STATE_SINCE);
    need -= accumulatedHazard(role, time - hired) - accumulatedHazard(role, since - hired);
  }
  const kept = f64At(transferDates, next * TRANSFER_F + 1);
  const skill = f64At(seatState, from + STATE_SKILL);
  setI32(seatStateWords, target * STATE_I + STATE, FILLED);
  setI32(seatStateWords, target * STATE_I + STATE_OWN, 0);
  setF64(seatState, to + STATE_HIRED, hired);
  setF64(
    seatState,
    to + STATE_RAMPED_FROM,
    time - kept * i32At(roleWords, targetRole * ROLE_I + ROLE_RAMP_MONTHS),
  );
  setF64(seatState, to + STATE_SINCE, time);
  setF64(seatState, to + STATE_NEED, Math.max(0, need));
  setF64(seatState, to + STATE_SKILL, skill);
  setF64(seatState, to + STATE_RATE, rateOf(target, targetRole, skill));
  setF64(seatState, to + STATE_BEHIND, 1);
  setF64(seatState, to + STATE_STRETCH, 1);
  setF64(seatState, to + STATE_BOOKED, 0);
  setF64(seatState, to + STATE_ASKED, 0);
  // how long the seat stays empty after this person is the seat's own affair
  keepStream(streamOf(seat, STATE_PEOPLE));
  takeStream(streamOf(target, STATE_PEOPLE));
  drawFill(target, targetRole);
  keepStream(streamOf(target, STATE_PEOPLE));
  takeStream(streamOf(seat, STATE_PEOPLE));
  note(MOVED, target, time, seat);
  leaveVacant(seat, time);
}
