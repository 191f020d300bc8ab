/** Opportunities that were open at the start: each is won or lost, and closes in a month of what is left of its cycle. */
import { addF64, f64At, i32At } from './memory';
import { countDeal } from './deals';
import { roleNumber, seatWord, stateNumber } from './fields';
import * as image from './image';
import * as field from './records';
import { monthsOf } from './seatMonths';
import { nextWord, seedStream, uniform } from './stream';
import { note } from './trace';

const SIGN_BIT: i32 = -2147483648;

/** Closes the seat's open opportunities of the months from `from` to before `to`. Its first person's leaving loses a share of those still open. */
export function closeOpen(trial: i32, seat: i32, from: i32, to: i32): void {
  const end = seatWord(seat, field.SEAT_END_OPPORTUNITY);
  const row = seatWord(seat, field.SEAT_CLASS) * image.months;
  const role = seatWord(seat, field.SEAT_ROLE);
  const kept = roleNumber(role, field.ROLE_KEPT);
  const territory = i32At(
    image.classWords,
    seatWord(seat, field.SEAT_CLASS) * field.CLASS_I + field.CLASS_TERRITORY,
  );
  const left = stateNumber(seat, field.STATE_FIRST_LEFT);
  for (let each = seatWord(seat, field.SEAT_FIRST_OPPORTUNITY); each < end; each++) {
    const record = each * field.OPPORTUNITY_I;
    seedStream(
      trial,
      i32At(image.opportunityWords, record + field.OPPORTUNITY_KEY_HIGH),
      i32At(image.opportunityWords, record + field.OPPORTUNITY_KEY_LOW),
      image.seed,
    );
    const won = uniform(nextWord());
    const level = nextWord() ^ SIGN_BIT;
    const survives = uniform(nextWord());
    const levels = i32At(image.opportunityWords, record + field.OPPORTUNITY_MONTHS);
    let month = 0;
    while (month < image.months && level > i32At(levels, month)) month++;
    if (month < from || month >= to || (month >= left && survives >= kept)) continue;
    // events and a missing manager move its chance: season, market and the territory's luck move how many are created
    const demand: number = f64At(image.demandAt, month) * shockOf(territory, month);
    const chance: number = demand > 0 ? f64At(image.closeFactors, row + month) / demand : 1;
    if (
      won >=
      f64At(image.opportunityNumbers, each * field.OPPORTUNITY_F + field.OPPORTUNITY_PROBABILITY) * chance
    )
      continue;
    // its amount is known: events alone change it
    const amount: number =
      f64At(image.opportunityNumbers, each * field.OPPORTUNITY_F + field.OPPORTUNITY_AMOUNT) *
      eventsOnSize(role, row, month);
    addF64(image.classBookings, row + month, amount);
    addF64(monthsOf(seat), month, amount);
    addF64(
      image.seatQuarters,
      (seat * image.quarters + i32At(image.quarterOfMonth, month)) * field.QUARTER_F + field.QUARTER_BOOKED,
      amount,
    );
    countDeal(amount);
    note(field.WON_OPEN, seat, month, amount);
  }
}

/** The factor of a territory's quarter; one where there is none. */
function shockOf(territory: i32, month: i32): number {
  if (territory < 0 || image.shockTable === 0) return 1;
  return f64At(image.shocksAt, territory * image.quarters + i32At(image.quarterOfMonth, month));
}

/** What events do to a month's sizes: its factor without the role's own and the growth up to then. */
function eventsOnSize(role: i32, row: i32, month: i32): number {
  let plain = f64At(image.roleFactors, role * field.FACTOR_F + field.FACTOR_SIZE);
  const growth = roleNumber(role, field.ROLE_GROWTH);
  for (let grown = 0; grown < month; grown++) plain *= growth;
  return plain > 0 ? f64At(image.sizeFactors, row + month) / plain : 1;
}
