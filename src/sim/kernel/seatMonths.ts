/** A seat's bookings by month. */
import { addF64, f64At, setF64 } from './memory';
import { seatWord } from './fields';
import * as image from './image';
import * as field from './records';

/** Where a seat's bookings by month are added up: what the block leaves behind, unless leaving answers to the trial's own or nothing is kept of the seat. */
export function monthsOf(seat: i32): i32 {
  if (image.performance !== 0 || image.planAlone !== 0) return image.monthBooked;
  return image.outSeatMonths + ((seatWord(seat, field.SEAT_INDEX) * image.months) << 3);
}

/** Where leaving answers to the trial's own months: begins them, and hands them on to what the block leaves behind. */
export function beginMonths(from: i32, to: i32): void {
  if (image.performance !== 0 || image.planAlone !== 0)
    for (let month = from; month < to; month++) setF64(image.monthBooked, month, 0);
}

export function handOnMonths(seat: i32, from: i32, to: i32): void {
  if (image.performance === 0 || image.planAlone !== 0) return;
  const row = image.outSeatMonths + ((seatWord(seat, field.SEAT_INDEX) * image.months) << 3);
  for (let month = from; month < to; month++) addF64(row, month, f64At(image.monthBooked, month));
}
