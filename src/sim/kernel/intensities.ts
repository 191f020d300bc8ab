/** From efforts to what a seat may close by month: in the direct form as they are made, in the pipeline form after the lag. */
import { addF64, f64At, setF64 } from './memory';
import { roleNumber, roleWord, seatWord, stateWord, stayNumber, stayWord } from './fields';
import * as image from './image';
import * as field from './records';

/** The direct form in a plan of coupled seats: each stay's efforts, weighed, go to the month they are made in. */
export function addStays(seat: i32, row: i32, ownRow: i32, own: boolean, from: i32, to: i32): void {
  const create = image.createFactors + ((seatWord(seat, field.SEAT_CLASS) * image.months) << 3);
  for (let month = from; month < to; month++) setF64(row, month, 0);
  if (own) for (let month = from; month < to; month++) setF64(ownRow, month, 0);
  const end = stateWord(seat, field.STATE_END_STAY);
  for (let stay = stateWord(seat, field.STATE_FIRST_STAY); stay < end; stay++) {
    const first = stayWord(stay, field.STAY_FIRST_MONTH);
    const last = stayWord(stay, field.STAY_END_MONTH);
    const laid = image.effortsAt + ((stayWord(stay, field.STAY_EFFORT) - first) << 3);
    const at = stayWord(stay, field.STAY_OWN) !== 0 ? ownRow : row;
    for (let month = first; month < last; month++)
      addF64(at, month, f64At(laid, month) * f64At(create, month));
  }
}

/** What closes from before the start: of the first person a steady past's, by month of one unit of intensity. */
export function openPipeline(seat: i32, row: i32, ownRow: i32): void {
  for (let month = 0; month < image.months; month++) {
    setF64(row, month, 0);
    setF64(ownRow, month, 0);
  }
  const opening = seatWord(seat, field.SEAT_OPENING);
  if (opening === 0 || stateWord(seat, field.STATE_FIRST_STAY) === stateWord(seat, field.STATE_END_STAY))
    return;
  const stay = stateWord(seat, field.STATE_FIRST_STAY);
  const at = stayWord(stay, field.STAY_OWN) !== 0 ? ownRow : row;
  const create: number =
    image.coupled !== 0 ? f64At(image.createFactors, seatWord(seat, field.SEAT_CLASS) * image.months) : 1;
  const rate = stayNumber(stay, field.STAY_RATE);
  for (let month = 0; month < image.months; month++) setF64(at, month, f64At(opening, month) * rate * create);
}

/** The pipeline form: efforts create opportunities, won after the lag; at each leaving a share of the seat's open pipeline is lost. */
export function carryPipeline(seat: i32, role: i32, row: i32, ownRow: i32): void {
  const create = image.createFactors + ((seatWord(seat, field.SEAT_CLASS) * image.months) << 3);
  const lag = roleWord(role, field.ROLE_LAG);
  const lagMonths = roleWord(role, field.ROLE_LAG_MONTHS);
  const kept = roleNumber(role, field.ROLE_KEPT);
  const end = stateWord(seat, field.STATE_END_STAY);
  for (let stay = stateWord(seat, field.STATE_FIRST_STAY); stay < end; stay++) {
    const first = stayWord(stay, field.STAY_FIRST_MONTH);
    const last = stayWord(stay, field.STAY_END_MONTH);
    const laid = image.effortsAt + ((stayWord(stay, field.STAY_EFFORT) - first) << 3);
    const at = stayWord(stay, field.STAY_OWN) !== 0 ? ownRow : row;
    for (let month = first; month < last; month++) {
      let created = f64At(laid, month);
      if (image.coupled !== 0) created *= f64At(create, month);
      const until = month + lagMonths < image.months ? month + lagMonths : image.months;
      for (let closing = month; closing < until; closing++)
        addF64(at, closing, created * f64At(lag, closing - month));
    }
    if (stayWord(stay, field.STAY_ENDS) !== 0)
      for (let month = last; month < image.months; month++) {
        setF64(row, month, f64At(row, month) * kept);
        setF64(ownRow, month, f64At(ownRow, month) * kept);
      }
  }
}
