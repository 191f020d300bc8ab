/** What everybody shares in a trial: market, territories' shocks, inputs not known for certain, risk events. */
import { f64At, i32At, setF64, setI32, toInt } from './memory';
import { drawBeta, drawGamma, lookUp } from './draws';
import { exp } from './elementary';
import { classWord, roleNumber, roleWord } from './fields';
import * as image from './image';
import * as field from './records';
import { nextWord, seedStream, uniform } from './stream';
import { note } from './trace';

/** Draws all of it and lays out each class's factors by month, events included. `happened` is the trial's row of event bits. */
export function drawShared(trial: i32, happened: i32): void {
  drawMarket(trial);
  for (let role = 0; role < image.roles; role++) drawInputs(trial, role);
  if (image.shockTable !== 0)
    for (let place = 0; place < image.territories; place++) drawShocks(trial, place);
  for (let each = 0; each < image.classes; each++) layOutFactors(each);
  for (let event = 0; event < image.events; event++) drawEvent(trial, event, happened);
}

/** A log AR(1) by fiscal quarter that is stationary from the first on, of mean one after exponentiation. */
function drawMarket(trial: i32): void {
  const sd = f64At(image.settingsAt, field.MARKET_SD);
  const persistence = f64At(image.settingsAt, field.MARKET_PERSISTENCE);
  const innovation: number = sd * Math.sqrt(1 - persistence * persistence);
  seedStream(trial, image.marketHigh, image.marketLow, image.seed);
  let level: number = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    const z = lookUp(image.normalTable, nextWord());
    level = quarter === 0 ? sd * z : persistence * level + innovation * z;
    setF64(image.marketAt, quarter, sd === 0 ? 1 : exp(level - (sd * sd) / 2));
  }
  for (let month = 0; month < image.months; month++)
    setF64(
      image.demandAt,
      month,
      f64At(image.seasonAt, month) * f64At(image.marketAt, i32At(image.quarterOfMonth, month)),
    );
}

/** Each of a role's inputs as a factor of the stated one; a shape of Infinity (for the win rate, of zero) is known exactly. */
function drawInputs(trial: i32, role: i32): void {
  let intensity: number = 1;
  let size: number = 1;
  if (image.uncertain !== 0) {
    const shape = roleNumber(role, field.ROLE_SHAPE);
    const won = roleNumber(role, field.ROLE_WON);
    const sizeShape = roleNumber(role, field.ROLE_SIZE_SHAPE);
    if (shape !== Infinity || won > 0 || sizeShape !== Infinity)
      seedStream(trial, roleWord(role, field.ROLE_KEY_HIGH), roleWord(role, field.ROLE_KEY_LOW), image.seed);
    if (shape !== Infinity) intensity = drawGamma(shape) / shape;
    if (won > 0) {
      const lost = roleNumber(role, field.ROLE_LOST);
      intensity *= drawBeta(won, lost) / (won / (won + lost));
    }
    if (sizeShape !== Infinity) size = drawGamma(sizeShape) / sizeShape;
  }
  setF64(image.roleFactors, role * field.FACTOR_F + field.FACTOR_INTENSITY, intensity);
  setF64(image.roleFactors, role * field.FACTOR_F + field.FACTOR_SIZE, size);
}

function drawShocks(trial: i32, territory: i32): void {
  const words = territory * field.TERRITORY_I;
  seedStream(
    trial,
    i32At(image.territoryWords, words + field.TERRITORY_KEY_HIGH),
    i32At(image.territoryWords, words + field.TERRITORY_KEY_LOW),
    image.seed,
  );
  for (let quarter = 0; quarter < image.quarters; quarter++)
    setF64(image.shocksAt, territory * image.quarters + quarter, lookUp(image.shockTable, nextWord()));
}

/** A class's rows before events: deals closed of each created, sizes, and where needed creation, hazard and time to fill. */
function layOutFactors(each: i32): void {
  const row = each * image.months;
  const close = image.closeFactors + (row << 3);
  const sizes = image.sizeFactors + (row << 3);
  const demand = image.demandAt;
  const role = classWord(each, field.CLASS_ROLE);
  const territory = classWord(each, field.CLASS_TERRITORY);
  const growth = roleNumber(role, field.ROLE_GROWTH);
  let size = f64At(image.roleFactors, role * field.FACTOR_F + field.FACTOR_SIZE);
  const shocked = territory >= 0 && image.shockTable !== 0;
  let month = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    const shock: number = shocked ? f64At(image.shocksAt, territory * image.quarters + quarter) : 1;
    const end = i32At(image.quarterStart, quarter + 1);
    do {
      setF64(close, month, f64At(demand, month) * shock);
      setF64(sizes, month, size);
      size *= growth;
      month++;
    } while (month < end);
  }
  if (image.changingHazard !== 0)
    for (let month = 0; month < image.months; month++) {
      setF64(image.hazardFactors, row + month, 1);
      setF64(image.fillFactors, row + month, 1);
    }
  if (image.covered !== 0)
    for (let month = 0; month < image.months; month++) setF64(image.createFactors, row + month, 1);
}

/** Whether a risk event happens and when; if so, its effects on every class in its scope. */
function drawEvent(trial: i32, event: i32, happened: i32): void {
  const words = event * field.EVENT_I;
  const numbers = event * field.EVENT_F;
  seedStream(
    trial,
    i32At(image.eventRecords, words + field.EVENT_KEY_HIGH),
    i32At(image.eventRecords, words + field.EVENT_KEY_LOW),
    image.seed,
  );
  const occurs = uniform(nextWord()) < f64At(image.eventNumbers, numbers + field.EVENT_PROBABILITY);
  const start = uniform(nextWord());
  if (!occurs) return;
  const index = i32At(image.eventRecords, words + field.EVENT_INDEX);
  setI32(happened, index >> 5, i32At(happened, index >> 5) | (1 << (index & 31)));
  const first =
    i32At(image.eventRecords, words + field.EVENT_FIRST) +
    toInt(start * i32At(image.eventRecords, words + field.EVENT_STARTS));
  const end = first + i32At(image.eventRecords, words + field.EVENT_MONTHS);
  note(field.HAPPENED, index, first, end);
  const from = first > 0 ? first : 0;
  const to = end < image.months ? end : image.months;
  const intensity = f64At(image.eventNumbers, numbers + field.EVENT_INTENSITY);
  const size = f64At(image.eventNumbers, numbers + field.EVENT_SIZE);
  const hazard = f64At(image.eventNumbers, numbers + field.EVENT_HAZARD);
  const fill = f64At(image.eventNumbers, numbers + field.EVENT_FILL);
  const endClass = i32At(image.eventRecords, words + field.EVENT_END_CLASS);
  for (let place = i32At(image.eventRecords, words + field.EVENT_FIRST_CLASS); place < endClass; place++) {
    const row = i32At(image.eventClasses, place) * image.months;
    for (let month = from; month < to; month++) {
      multiply(image.closeFactors, row + month, intensity);
      multiply(image.sizeFactors, row + month, size);
      if (image.changingHazard !== 0) {
        multiply(image.hazardFactors, row + month, hazard);
        multiply(image.fillFactors, row + month, fill);
      }
    }
  }
}

function multiply(factors: i32, cell: i32, by: number): void {
  setF64(factors, cell, Math.min(field.LARGEST_FACTOR, f64At(factors, cell) * by));
}
