/**
 * Fields of a record, by its number: see `records.ts`. A record's address comes first and the field's number last, which
 * the compiler then makes part of the instruction.
 */
import { f64At, i32At, setF64, setI32 } from './memory';
import * as image from './image';
import {
  CLASS_I,
  QUARTER_F,
  ROLE_F,
  ROLE_I,
  SEAT_F,
  SEAT_I,
  STATE_F,
  STATE_I,
  STAY_F,
  STAY_I,
} from './records';

export function seatWord(seat: i32, field: i32): i32 {
  return i32At(image.seatWords + ((seat * SEAT_I) << 2), field);
}
export function seatNumber(seat: i32, field: i32): number {
  return f64At(image.seatNumbers + ((seat * SEAT_F) << 3), field);
}
export function roleWord(role: i32, field: i32): i32 {
  return i32At(image.roleWords + ((role * ROLE_I) << 2), field);
}
export function roleNumber(role: i32, field: i32): number {
  return f64At(image.roleNumbers + ((role * ROLE_F) << 3), field);
}
export function classWord(each: i32, field: i32): i32 {
  return i32At(image.classWords + ((each * CLASS_I) << 2), field);
}
/** What the trial at hand knows of a seat. */
export function stateWord(seat: i32, field: i32): i32 {
  return i32At(image.seatStateWords + ((seat * STATE_I) << 2), field);
}
export function setStateWord(seat: i32, field: i32, value: i32): void {
  setI32(image.seatStateWords + ((seat * STATE_I) << 2), field, value);
}
export function stateNumber(seat: i32, field: i32): number {
  return f64At(image.seatState + ((seat * STATE_F) << 3), field);
}
export function setStateNumber(seat: i32, field: i32, value: number): void {
  setF64(image.seatState + ((seat * STATE_F) << 3), field, value);
}
export function stayWord(stay: i32, field: i32): i32 {
  return i32At(image.stayWords + ((stay * STAY_I) << 2), field);
}
export function setStayWord(stay: i32, field: i32, value: i32): void {
  setI32(image.stayWords + ((stay * STAY_I) << 2), field, value);
}
export function stayNumber(stay: i32, field: i32): number {
  return f64At(image.stayNumbers + ((stay * STAY_F) << 3), field);
}
export function setStayNumber(stay: i32, field: i32, value: number): void {
  setF64(image.stayNumbers + ((stay * STAY_F) << 3), field, value);
}
/** The address of what a seat's quarter comes to. */
export function quarterCell(seat: i32, quarter: i32): i32 {
  return image.seatQuarters + (((seat * image.quarters + quarter) * QUARTER_F) << 3);
}
