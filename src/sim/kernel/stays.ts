/** Stays: one person in one seat, within the segment at hand. */
import { addF64, toInt } from './memory';
import { seatWord, setStayNumber, setStayWord, stateNumber, stateWord } from './fields';
import * as image from './image';
import * as field from './records';

/** Stays noted so far. */
export let stays: i32 = 0;

/** Forgets the stays of the segment (or seat) before. */
export function forgetStays(): void {
  stays = 0;
}

/** Notes the stay of the person in the seat, with who is present by it. */
export function noteStay(seat: i32, from: number, to: number, hires: i32, ends: i32): void {
  const stay = stays;
  setStayNumber(stay, field.STAY_FROM, from);
  setStayNumber(stay, field.STAY_TO, to);
  setStayNumber(stay, field.STAY_RAMPED_FROM, stateNumber(seat, field.STATE_RAMPED_FROM));
  setStayNumber(stay, field.STAY_RATE, stateNumber(seat, field.STATE_RATE));
  setStayNumber(stay, field.STAY_SINCE, stateNumber(seat, field.STATE_SINCE));
  setStayNumber(stay, field.STAY_STRETCH, stateNumber(seat, field.STATE_STRETCH));
  setStayNumber(stay, field.STAY_HIRED, stateNumber(seat, field.STATE_HIRED));
  setStayWord(stay, field.STAY_FIRST_MONTH, toInt(from));
  setStayWord(stay, field.STAY_OWN, stateWord(seat, field.STATE_OWN));
  setStayWord(stay, field.STAY_FIRST, stateWord(seat, field.STATE_FIRST));
  setStayWord(stay, field.STAY_ENDS, ends);
  setStayWord(stay, field.STAY_HIRES, hires);
  stays++;
  const each = seatWord(seat, field.SEAT_CLASS);
  const row = each * (image.months + 1);
  addF64(image.headcountChange, row + toInt(from), 1);
  addF64(image.headcountChange, row + toInt(to), -1);
  if (image.needsPresence === 0) return;
  const manages = seatWord(seat, field.SEAT_MANAGES);
  for (let month = toInt(from); month < to; month++) {
    const worked: number = Math.min(to, month + 1) - Math.max(from, month);
    addF64(image.classPresence, each * image.months + month, worked);
    if (manages >= 0 && image.managers > 0)
      addF64(image.managerPresence, manages * image.months + month, worked);
  }
}
