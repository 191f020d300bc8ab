/** Opportunities that were open at the start: each is won or lost, and closes in a month of what is left of its cycle. */
import { addF64, f64At, i32At } from './memory';
import {
  classBookings,
  classWords,
  closeFactors,
  demandAt,
  months,
  opportunityNumbers,
  opportunityWords,
  quarterOfMonth,
  quarters,
  roleFactors,
  roleNumbers,
  seatQuarters,
  seatState,
  seatWords,
  seed,
  shockTable,
  shocksAt,
  sizeFactors,
} from './image';
import { countDeal, monthsOf } from './deals';
import {
  CLASS_I,
  CLASS_TERRITORY,
  FACTOR_F,
  FACTOR_SIZE,
  OPPORTUNITY_AMOUNT,
  OPPORTUNITY_F,
  OPPORTUNITY_I,
  OPPORTUNITY_KEY_HIGH,
  OPPORTUNITY_KEY_LOW,
  OPPORTUNITY_MONTHS,
  OPPORTUNITY_PROBABILITY,
  QUARTER_BOOKED,
  QUARTER_F,
  ROLE_F,
  ROLE_GROWTH,
  ROLE_KEPT,
  SEAT_CLASS,
  SEAT_END_OPPORTUNITY,
  SEAT_FIRST_OPPORTUNITY,
  SEAT_I,
  SEAT_ROLE,
  STATE_F,
  STATE_FIRST_LEFT,
  WON_OPEN,
} from './records';
import { nextWord, seedStream, uniform } from './stream';
import { note } from './trace';

const SIGN_BIT: i32 = -2147483648;

/** Closes the seat's open opportunities of the months from `from` to before `to`. Its first person's leaving loses a share of those still open. */
export function closeOpen(trial: i32, seat: i32, from: i32, to: i32): void {
  const words = seat * SEAT_I;
  const end = i32At(seatWords, words + SEAT_END_OPPORTUNITY);
  const row = i32At(seatWords, words + SEAT_CLASS) * months;
  const role = i32At(seatWords, words + SEAT_ROLE);
  const kept = f64At(roleNumbers, role * ROLE_F + ROLE_KEPT);
  const territory = i32At(classWords, i32At(seatWords, words + SEAT_CLASS) * CLASS_I + CLASS_TERRITORY);
  const left = f64At(seatState, seat * STATE_F + STATE_FIRST_LEFT);
  for (let each = i32At(seatWords, words + SEAT_FIRST_OPPORTUNITY); each < end; each++) {
    const record = each * OPPORTUNITY_I;
    seedStream(
      trial,
      i32At(opportunityWords, record + OPPORTUNITY_KEY_HIGH),
      i32At(opportunityWords, record + OPPORTUNITY_KEY_LOW),
      seed,
    );
    const won = uniform(nextWord());
    const level = nextWord() ^ SIGN_BIT;
    const survives = uniform(nextWord());
    const levels = i32At(opportunityWords, record + OPPORTUNITY_MONTHS);
    let month = 0;
    while (month < months && level > i32At(levels, month)) month++;
    if (month < from || month >= to || (month >= left && survives >= kept)) continue;
    // events and a missing manager move its chance: season, market and the territory's luck move how many are created
    const demand: number = f64At(demandAt, month) * shockOf(territory, month);
    const chance: number = demand > 0 ? f64At(closeFactors, row + month) / demand : 1;
    if (won >= f64At(opportunityNumbers, each * OPPORTUNITY_F + OPPORTUNITY_PROBABILITY) * chance) continue;
    // its amount is known: events alone change it
    const amount: number =
      f64At(opportunityNumbers, each * OPPORTUNITY_F + OPPORTUNITY_AMOUNT) * eventsOnSize(role, row, month);
    addF64(classBookings, row + month, amount);
    addF64(monthsOf(seat), month, amount);
    addF64(
      seatQuarters,
      (seat * quarters + i32At(quarterOfMonth, month)) * QUARTER_F + QUARTER_BOOKED,
      amount,
    );
    countDeal(amount);
    note(WON_OPEN, seat, month, amount);
  }
}

/** The factor of a territory's quarter; one where there is none. */
function shockOf(territory: i32, month: i32): number {
  if (territory < 0 || shockTable === 0) return 1;
  return f64At(shocksAt, territory * quarters + i32At(quarterOfMonth, month));
}

/** What events do to a month's sizes: its factor without the role's own and the growth up to then. */
function eventsOnSize(role: i32, row: i32, month: i32): number {
  let plain = f64At(roleFactors, role * FACTOR_F + FACTOR_SIZE);
  const growth = f64At(roleNumbers, role * ROLE_F + ROLE_GROWTH);
  for (let grown = 0; grown < month; grown++) plain *= growth;
  return plain > 0 ? f64At(sizeFactors, row + month) / plain : 1;
}
