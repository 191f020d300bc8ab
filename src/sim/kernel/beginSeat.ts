import { setF64 } from './memory';
import { drawSpread } from './draws';
import {
  quarterCell,
  roleNumber,
  roleWord,
  seatNumber,
  seatWord,
  setStateNumber,
  setStateWord,
} from './fields';
import * as image from './image';
import { drawPerson, streamOf } from './people';
import * as field from './records';
import { keepStream, nextWord, seedStream, splitStream } from './stream';

/** Begins a seat's trial: its streams, and who is in it at the start. */
export function beginSeat(trial: i32, seat: i32): void {
  seedStream(trial, seatWord(seat, field.SEAT_KEY_HIGH), seatWord(seat, field.SEAT_KEY_LOW), image.seed);
  splitStream(streamOf(seat, field.STATE_DEALS));
  if (seatWord(seat, field.SEAT_RECORD) !== 0) splitStream(streamOf(seat, field.STATE_OWN_DEALS));
  let cell = quarterCell(seat, 0);
  for (const end = quarterCell(seat, image.quarters); cell < end; cell += field.QUARTER_F << 3) {
    // one by one: a loop over so few costs more than what it does
    setF64(cell, field.QUARTER_FILLED, 0);
    setF64(cell, field.QUARTER_CARRIED, 0);
    setF64(cell, field.QUARTER_BOOKED, 0);
    setF64(cell, field.QUARTER_GUARANTEED, 0);
    setF64(cell, field.QUARTER_CHANGES, 0);
  }
  setStateWord(seat, field.STATE_TRANSFER, seatWord(seat, field.SEAT_FIRST_TRANSFER));
  setStateWord(seat, field.STATE_FIRST, 1);
  setStateNumber(seat, field.STATE_FIRST_LEFT, Infinity);
  const start = seatNumber(seat, field.SEAT_START);
  const kind = seatWord(seat, field.SEAT_START_KIND);
  if (kind === field.INCUMBENT) {
    drawPerson(seat, start, 0);
  } else if (kind === field.PLANNED) {
    const role = seatWord(seat, field.SEAT_ROLE);
    const slip = drawSpread(
      roleWord(role, field.ROLE_SLIP),
      roleNumber(role, field.ROLE_SLIP_FIXED),
      nextWord(),
    );
    setStateWord(seat, field.STATE, field.VACANT);
    setStateNumber(seat, field.STATE_NEXT, Math.max(0, start + slip));
  } else {
    setStateWord(seat, field.STATE, field.AWAITING);
  }
  if (image.keepsStreams !== 0) keepStream(streamOf(seat, field.STATE_PEOPLE));
}
