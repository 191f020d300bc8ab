/**
 * Lives of seats: who fills which when. A person takes three words of the seat's stream (leaving, skill, time to
 * fill), so one person's draws never move another's.
 */
import { addF64, f64At, i32At, toInt } from './memory';
import {
  roleNumber,
  roleWord,
  seatNumber,
  seatWord,
  setStateNumber,
  setStateWord,
  stateNumber,
  stateWord,
} from './fields';
import { accumulatedHazard, changingLeavingTime, hazardChanges, leavingTime, needLeft } from './hazard';
import * as image from './image';
import { drawFill, drawPerson, rateOf, streamOf } from './people';
import * as field from './records';
import { noteStay, stays } from './stays';
import { keepStream, takeStream } from './stream';
import { note } from './trace';

/** Lives the seat from one time to another, both whole months, and notes its stays. Seats that others transfer to come after those they transfer from. */
export function liveSeat(seat: i32, from: i32, to: i32): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  const closes = seatNumber(seat, field.SEAT_CLOSES);
  if (image.keepsStreams !== 0) takeStream(streamOf(seat, field.STATE_PEOPLE));
  setStateWord(seat, field.STATE_FIRST_STAY, stays);
  let hires = 0;
  for (;;) {
    const status = stateWord(seat, field.STATE);
    if (status === field.FILLED) {
      const since = stateNumber(seat, field.STATE_SINCE);
      const begin: number = since > from ? since : from;
      const moves = nextTransfer(seat, since);
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
    } else if (status === field.VACANT) {
      const next = stateNumber(seat, field.STATE_NEXT);
      if (!(next < to) || next >= closes) break;
      drawPerson(seat, next, next);
      noteStart(seat, role, next);
      hires = 1;
    } else if (status === field.AWAITING) {
      const date: number = Math.max(0, seatNumber(seat, field.SEAT_START));
      if (date >= to) break;
      // nobody was there to come, so the search begins; nobody has left, so it does whether leavers are replaced or not
      drawFill(seat, role);
      search(seat, date);
    } else break;
  }
  setStateWord(seat, field.STATE_END_STAY, stays);
  if (image.keepsStreams !== 0) keepStream(streamOf(seat, field.STATE_PEOPLE));
}

/** Up to `to` at least; where hazards change, what is left of the person's hazard there is kept. */
function leavingOf(seat: i32, role: i32, begin: number, to: number): number {
  // where there is no more room for stays, nobody leaves: rates of a thousand a month must end
  if (stays >= image.mostStays - 2 * image.seats) return Infinity;
  const hired = stateNumber(seat, field.STATE_HIRED);
  const need = stateNumber(seat, field.STATE_NEED);
  if (!hazardChanges()) {
    return leavingTime(role, hired, Math.max(begin, stateNumber(seat, field.STATE_SINCE)), need);
  }
  const each = seatWord(seat, field.SEAT_CLASS);
  const leaves = changingLeavingTime(
    role,
    each,
    hired,
    begin,
    to,
    need,
    stateNumber(seat, field.STATE_BEHIND),
  );
  // somebody who leaves at that very moment has used all of it up
  if (leaves >= to) setStateNumber(seat, field.STATE_NEED, leaves === Infinity ? needLeft : 0);
  return leaves;
}

/** When the person who is there since then moves on; transfers of days on which nobody was there have found nobody. */
function nextTransfer(seat: i32, since: number): number {
  const end = seatWord(seat, field.SEAT_END_TRANSFER);
  let next = stateWord(seat, field.STATE_TRANSFER);
  while (next < end && f64At(image.transferDates, next * field.TRANSFER_F) < since) next++;
  setStateWord(seat, field.STATE_TRANSFER, next);
  return next < end ? f64At(image.transferDates, next * field.TRANSFER_F) : Infinity;
}

function quarterAt(time: number): i32 {
  return i32At(image.quarterOfMonth, toInt(time));
}

/** The place of a seat's class in the fiscal year of that time. */
function yearCell(seat: i32, time: number): i32 {
  const each = seatWord(seat, field.SEAT_CLASS);
  return (each * image.years + i32At(image.yearOfQuarter, quarterAt(time))) * field.YEAR_F;
}

/** The first person's leaving of the seat, in any way, ends what was theirs alone. */
function endStay(seat: i32, time: number): void {
  if (stateWord(seat, field.STATE_FIRST) !== 0) setStateNumber(seat, field.STATE_FIRST_LEFT, time);
  setStateWord(seat, field.STATE_FIRST, 0);
}

function leave(seat: i32, time: number): void {
  addF64(image.classYears, yearCell(seat, time) + field.YEAR_LEAVERS, 1);
  note(field.LEFT, seat, time, 0);
  leaveVacant(seat, time);
}

/** From then on the seat is empty until a successor starts, if there is to be one. */
function leaveVacant(seat: i32, time: number): void {
  if (seatWord(seat, field.SEAT_BACKFILL) !== 0) search(seat, time);
  else {
    setStateWord(seat, field.STATE, field.VACANT);
    setStateNumber(seat, field.STATE_NEXT, Infinity);
  }
}

/** From then on somebody is looked for, who starts after the time to fill. */
function search(seat: i32, time: number): void {
  let fill = stateNumber(seat, field.STATE_FILL);
  if (image.changingHazard !== 0)
    fill *= f64At(image.fillFactors, seatWord(seat, field.SEAT_CLASS) * image.months + toInt(time));
  setStateWord(seat, field.STATE, field.VACANT);
  setStateNumber(seat, field.STATE_NEXT, time + fill);
}

function reduce(seat: i32, role: i32, time: number): void {
  setStateWord(seat, field.STATE, field.CLOSED);
  // what closed before the start was paid for then
  if (time >= image.months || seatNumber(seat, field.SEAT_CLOSES) < 0) return;
  addToQuarter(seat, time, roleNumber(role, field.ROLE_SEVERANCE));
  note(field.REDUCED, seat, time, 0);
}

function noteStart(seat: i32, role: i32, time: number): void {
  addF64(image.classYears, yearCell(seat, time) + field.YEAR_STARTERS, 1);
  addToQuarter(seat, time, roleNumber(role, field.ROLE_RECRUITING));
  note(field.STARTED, seat, time, 0);
}

function addToQuarter(seat: i32, time: number, cost: number): void {
  addF64(
    image.seatQuarters,
    (seat * image.quarters + quarterAt(time)) * field.QUARTER_F + field.QUARTER_CHANGES,
    cost,
  );
}

/** The person goes to the seat that the transfer names; skill, tenure and what is left of the hazard go along. */
function transfer(seat: i32, role: i32, time: number): void {
  const next = stateWord(seat, field.STATE_TRANSFER);
  setStateWord(seat, field.STATE_TRANSFER, next + 1);
  const target = i32At(image.transfersAt, next);
  const targetRole = seatWord(target, field.SEAT_ROLE);
  const hired = stateNumber(seat, field.STATE_HIRED);
  let need = stateNumber(seat, field.STATE_NEED);
  // where hazards change, what was used up has been taken off on the way
  if (!hazardChanges()) {
    const since = stateNumber(seat, field.STATE_SINCE);
    need -= accumulatedHazard(role, time - hired) - accumulatedHazard(role, since - hired);
  }
  const kept = f64At(image.transferDates, next * field.TRANSFER_F + 1);
  const skill = stateNumber(seat, field.STATE_SKILL);
  setStateWord(target, field.STATE, field.FILLED);
  setStateWord(target, field.STATE_OWN, 0);
  setStateNumber(target, field.STATE_HIRED, hired);
  setStateNumber(target, field.STATE_RAMPED_FROM, time - kept * roleWord(targetRole, field.ROLE_RAMP_MONTHS));
  setStateNumber(target, field.STATE_SINCE, time);
  setStateNumber(target, field.STATE_NEED, Math.max(0, need));
  setStateNumber(target, field.STATE_SKILL, skill);
  setStateNumber(target, field.STATE_RATE, rateOf(target, targetRole, skill));
  setStateNumber(target, field.STATE_BEHIND, 1);
  setStateNumber(target, field.STATE_STRETCH, 1);
  setStateNumber(target, field.STATE_BOOKED, 0);
  setStateNumber(target, field.STATE_ASKED, 0);
  // how long the seat stays empty after this person is the seat's own affair
  keepStream(streamOf(seat, field.STATE_PEOPLE));
  takeStream(streamOf(target, field.STATE_PEOPLE));
  drawFill(target, targetRole);
  keepStream(streamOf(target, field.STATE_PEOPLE));
  takeStream(streamOf(seat, field.STATE_PEOPLE));
  note(field.MOVED, target, time, seat);
  leaveVacant(seat, time);
}
