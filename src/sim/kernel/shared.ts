/** What everybody shares in a trial: market, territories' shocks, inputs not known for certain, risk events. */
import { f64At, i32At, setF64, setI32, toInt } from './memory';
import {
  changingHazard,
  classWords,
  classes,
  closeFactors,
  covered,
  createFactors,
  demandAt,
  eventClasses,
  eventNumbers,
  eventRecords,
  events,
  fillFactors,
  hazardFactors,
  marketAt,
  marketHigh,
  marketLow,
  months,
  normalTable,
  quarterOfMonth,
  quarterStart,
  quarters,
  roleFactors,
  roleNumbers,
  roleWords,
  roles,
  seasonAt,
  seed,
  settingsAt,
  shockTable,
  shocksAt,
  sizeFactors,
  territories,
  territoryWords,
  uncertain,
} from './image';
import { drawBeta, drawGamma, lookUp } from './draws';
import { exp } from './elementary';
import {
  CLASS_I,
  CLASS_ROLE,
  CLASS_TERRITORY,
  EVENT_END_CLASS,
  EVENT_F,
  EVENT_FILL,
  EVENT_FIRST,
  EVENT_FIRST_CLASS,
  EVENT_HAZARD,
  EVENT_I,
  EVENT_INDEX,
  EVENT_INTENSITY,
  EVENT_KEY_HIGH,
  EVENT_KEY_LOW,
  EVENT_MONTHS,
  EVENT_PROBABILITY,
  EVENT_SIZE,
  EVENT_STARTS,
  FACTOR_F,
  FACTOR_INTENSITY,
  FACTOR_SIZE,
  HAPPENED,
  MARKET_PERSISTENCE,
  MARKET_SD,
  ROLE_F,
  ROLE_GROWTH,
  ROLE_I,
  ROLE_KEY_HIGH,
  ROLE_KEY_LOW,
  ROLE_LOST,
  ROLE_SHAPE,
  ROLE_SIZE_SHAPE,
  ROLE_WON,
  TERRITORY_I,
  TERRITORY_KEY_HIGH,
  TERRITORY_KEY_LOW,
} from './records';
import { nextWord, seedStream, uniform } from './stream';
import { note } from './trace';

/** What events together may multiply anything by: a thousand of them could leave the numbers. */
export const LARGEST_FACTOR: number = 1000000;

/** Draws all of it and lays out each class's factors by month, events included. `happened` is the trial's row of event bits. */
export function drawShared(trial: i32, happened: i32): void {
  drawMarket(trial);
  for (let role = 0; role < roles; role++) drawInputs(trial, role);
  if (shockTable !== 0) for (let place = 0; place < territories; place++) drawShocks(trial, place);
  for (let each = 0; each < classes; each++) layOutFactors(each);
  for (let event = 0; event < events; event++) drawEvent(trial, event, happened);
}

/** A log AR(1) by fiscal quarter that is stationary from the first on, of mean one after exponentiation. */
function drawMarket(trial: i32): void {
  const sd = f64At(settingsAt, MARKET_SD);
  const persistence = f64At(settingsAt, MARKET_PERSISTENCE);
  const innovation: number = sd * Math.sqrt(1 - persistence * persistence);
  seedStream(trial, marketHigh, marketLow, seed);
  let level: number = 0;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const z = lookUp(normalTable, nextWord());
    level = quarter === 0 ? sd * z : persistence * level + innovation * z;
    setF64(marketAt, quarter, sd === 0 ? 1 : exp(level - (sd * sd) / 2));
  }
  for (let month = 0; month < months; month++)
    setF64(demandAt, month, f64At(seasonAt, month) * f64At(marketAt, i32At(quarterOfMonth, month)));
}

/** Each of a role's inputs as a factor of the stated one; a shape of Infinity (for the win rate, of zero) is known exactly. */
function drawInputs(trial: i32, role: i32): void {
  const words = role * ROLE_I;
  const numbers = role * ROLE_F;
  let intensity: number = 1;
  let size: number = 1;
  if (uncertain !== 0) {
    const shape = f64At(roleNumbers, numbers + ROLE_SHAPE);
    const won = f64At(roleNumbers, numbers + ROLE_WON);
    const sizeShape = f64At(roleNumbers, numbers + ROLE_SIZE_SHAPE);
    if (shape !== Infinity || won > 0 || sizeShape !== Infinity)
      seedStream(
        trial,
        i32At(roleWords, words + ROLE_KEY_HIGH),
        i32At(roleWords, words + ROLE_KEY_LOW),
        seed,
      );
    if (shape !== Infinity) intensity = drawGamma(shape) / shape;
    if (won > 0) {
      const lost = f64At(roleNumbers, numbers + ROLE_LOST);
      intensity *= drawBeta(won, lost) / (won / (won + lost));
    }
    if (sizeShape !== Infinity) size = drawGamma(sizeShape) / sizeShape;
  }
  setF64(roleFactors, role * FACTOR_F + FACTOR_INTENSITY, intensity);
  setF64(roleFactors, role * FACTOR_F + FACTOR_SIZE, size);
}

function drawShocks(trial: i32, territory: i32): void {
  const words = territory * TERRITORY_I;
  seedStream(
    trial,
    i32At(territoryWords, words + TERRITORY_KEY_HIGH),
    i32At(territoryWords, words + TERRITORY_KEY_LOW),
    seed,
  );
  for (let quarter = 0; quarter < quarters; quarter++)
    setF64(shocksAt, territory * quarters + quarter, lookUp(shockTable, nextWord()));
}

/** A class's rows before events: deals closed of each created, sizes, and where needed creation, hazard and time to fill. */
function layOutFactors(each: i32): void {
  const row = each * months;
  const role = i32At(classWords, each * CLASS_I + CLASS_ROLE);
  const territory = i32At(classWords, each * CLASS_I + CLASS_TERRITORY);
  const growth = f64At(roleNumbers, role * ROLE_F + ROLE_GROWTH);
  let size = f64At(roleFactors, role * FACTOR_F + FACTOR_SIZE);
  const shocked = territory >= 0 && shockTable !== 0;
  let month = 0;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const shock: number = shocked ? f64At(shocksAt, territory * quarters + quarter) : 1;
    for (const end = i32At(quarterStart, quarter + 1); month < end; month++) {
      setF64(closeFactors, row + month, f64At(demandAt, month) * shock);
      setF64(sizeFactors, row + month, size);
      size *= growth;
    }
  }
  if (changingHazard !== 0)
    for (let month = 0; month < months; month++) {
      setF64(hazardFactors, row + month, 1);
      setF64(fillFactors, row + month, 1);
    }
  if (covered !== 0) for (let month = 0; month < months; month++) setF64(createFactors, row + month, 1);
}

/** Whether a risk event happens and when; if so, its effects on every class in its scope. */
function drawEvent(trial: i32, event: i32, happened: i32): void {
  const words = event * EVENT_I;
  const numbers = event * EVENT_F;
  seedStream(
    trial,
    i32At(eventRecords, words + EVENT_KEY_HIGH),
    i32At(eventRecords, words + EVENT_KEY_LOW),
    seed,
  );
  const occurs = uniform(nextWord()) < f64At(eventNumbers, numbers + EVENT_PROBABILITY);
  const start = uniform(nextWord());
  if (!occurs) return;
  const index = i32At(eventRecords, words + EVENT_INDEX);
  setI32(happened, index >> 5, i32At(happened, index >> 5) | (1 << (index & 31)));
  const first =
    i32At(eventRecords, words + EVENT_FIRST) + toInt(start * i32At(eventRecords, words + EVENT_STARTS));
  const end = first + i32At(eventRecords, words + EVENT_MONTHS);
  note(HAPPENED, index, first, end);
  const from = first > 0 ? first : 0;
  const to = end < months ? end : months;
  const intensity = f64At(eventNumbers, numbers + EVENT_INTENSITY);
  const size = f64At(eventNumbers, numbers + EVENT_SIZE);
  const hazard = f64At(eventNumbers, numbers + EVENT_HAZARD);
  const fill = f64At(eventNumbers, numbers + EVENT_FILL);
  const endClass = i32At(eventRecords, words + EVENT_END_CLASS);
  for (let place = i32At(eventRecords, words + EVENT_FIRST_CLASS); place < endClass; place++) {
    const row = i32At(eventClasses, place) * months;
    for (let month = from; month < to; month++) {
      multiply(closeFactors, row + month, intensity);
      multiply(sizeFactors, row + month, size);
      if (changingHazard !== 0) {
        multiply(hazardFactors, row + month, hazard);
        multiply(fillFactors, row + month, fill);
      }
    }
  }
}

function multiply(factors: i32, cell: i32, by: number): void {
  setF64(factors, cell, Math.min(LARGEST_FACTOR, f64At(factors, cell) * by));
}
