/** People: what is drawn with each, and what they are worth in a seat. */
import { f64At } from './memory';
import { drawGamma, drawSpread, lookUp } from './draws';
import { roleNumber, roleWord, seatNumber, seatWord, setStateNumber, setStateWord } from './fields';
import * as image from './image';
import * as field from './records';
import { keepStream, nextWord, takeStream } from './stream';

/** Where one of a seat's streams waits. */
export function streamOf(seat: i32, which: i32): i32 {
  return image.seatStateWords + ((seat * field.STATE_I + which) << 2);
}

/** A new person in the seat, hired then and in it since then: what survives of hazard, skill, and the time to fill afterwards. */
export function drawPerson(seat: i32, hired: number, since: number): void {
  const role = seatWord(seat, field.SEAT_ROLE);
  setStateWord(seat, field.STATE, field.FILLED);
  setStateNumber(seat, field.STATE_HIRED, hired);
  setStateNumber(seat, field.STATE_RAMPED_FROM, hired);
  setStateNumber(seat, field.STATE_SINCE, since);
  setStateNumber(seat, field.STATE_NEED, lookUp(image.exponentialTable, nextWord()));
  const skillTable = roleWord(role, field.ROLE_SKILL);
  const skill = drawSpread(skillTable, 1, nextWord());
  drawFill(seat, role);
  setStateNumber(seat, field.STATE_BEHIND, 1);
  setStateNumber(seat, field.STATE_STRETCH, 1);
  setStateNumber(seat, field.STATE_BOOKED, 0);
  setStateNumber(seat, field.STATE_ASKED, 0);
  const own = seatWord(seat, field.SEAT_RECORD) !== 0 && hired <= 0 && since === 0;
  setStateWord(seat, field.STATE_OWN, own ? 1 : 0);
  if (own) {
    const rate = seatNumber(seat, field.SEAT_RECORD_SCALE) * drawRecord(seat);
    setStateNumber(seat, field.STATE_RATE, rate);
    const unit: number = seatNumber(seat, field.SEAT_UNIT);
    const relative = seatNumber(seat, field.SEAT_OWN_WORTH);
    setStateNumber(
      seat,
      field.STATE_SKILL,
      unit > 0 ? Math.min(field.MOST_SKILL, (rate / unit) * relative) : 1,
    );
  } else {
    setStateNumber(seat, field.STATE_SKILL, skill);
    setStateNumber(seat, field.STATE_RATE, rateOf(seat, role, skill));
  }
}

/** What the person's ramped month is worth in this seat. */
export function rateOf(seat: i32, role: i32, skill: number): number {
  const unit = seatNumber(seat, field.SEAT_UNIT) * skill;
  return unit * f64At(image.roleFactors, role * field.FACTOR_F + field.FACTOR_INTENSITY);
}

/** Of the first person's own record, from a stream of their own: how many words a gamma takes depends on its shape. */
export function drawRecord(seat: i32): number {
  const shape = seatNumber(seat, field.SEAT_RECORD_SHAPE);
  if (image.uncertain === 0) return shape;
  keepStream(streamOf(seat, field.STATE_PEOPLE));
  takeStream(streamOf(seat, field.STATE_OWN_DEALS));
  const drawn = drawGamma(shape);
  keepStream(streamOf(seat, field.STATE_OWN_DEALS));
  takeStream(streamOf(seat, field.STATE_PEOPLE));
  return drawn;
}

/** The time that the seat will stand empty after the person. */
export function drawFill(seat: i32, role: i32): void {
  const fixed = roleNumber(role, field.ROLE_FILL_FIXED);
  const fill = drawSpread(roleWord(role, field.ROLE_FILL), fixed, nextWord());
  setStateNumber(seat, field.STATE_FILL, fill);
}
