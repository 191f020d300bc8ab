import type { PayPlan } from '../model/plan';
import { closeDeals, type BookingsRow } from './closeDeals';
import type { RoleInput, RunInput, SeatInput } from './compilePlan';
import { entityKey } from './entityKey';
import { drawGamma } from './gammaDraw';
import { drawMarket } from './market';
import { ATTAINMENT_BINS, ATTAINMENT_BIN_WIDTH, BLOCK_TRIALS, type BlockOutcome } from './outcome';
import { payout } from './payout';
import { liveSeat } from './liveSeat';
import { makeStream, seedStream, splitStream } from './sfc32';
import { makeTrial, type Presence, type SeatLife, type Trial } from './trial';

const MARKET_KEY = entityKey('market', '');

/** Quotas below a cent are none: bookings ÷ quota must stay a number. */
const SMALLEST_QUOTA = 0.01;
/** Filled months a seat needs in a fiscal year for its attainment to mean something. */
const QUOTA_BEARING_MONTHS = 1;

/**
 * Runs one fixed block of trials: trials block × 64 to block × 64 + trials − 1. A pure function of the plan, its seed
 * and the block's number. Cost: some 30 ns a seat-month.
 */
export function runBlock(input: RunInput, block: number, trials: number): BlockOutcome {
  const outcome = makeOutcome(input, block, trials);
  const trial = makeTrial(input);
  const { life } = trial;
  const bookings: BookingsRow = { plan: outcome.bookings, offset: 0, seat: new Float64Array(input.years) };
  for (let row = 0; row < trials; row++) {
    const number = block * BLOCK_TRIALS + row;
    drawShared(trial, number);
    bookings.offset = row * input.months;
    for (const seat of input.seats) {
      const role = input.roles[seat.role];
      if (!role) continue;
      workSeat(trial, number, seat, role, bookings);
      settleSeat(input, seat, role.pay, life, bookings.seat, row, outcome);
    }
    settlePresence(trial.presence, bookings.offset, outcome);
  }
  return outcome;
}

function makeOutcome(input: RunInput, block: number, trials: number): BlockOutcome {
  const cells = trials * input.months;
  const seatYears = input.seats.length * input.years;
  return {
    block,
    trials,
    bookings: new Float64Array(cells),
    headcount: new Uint16Array(cells),
    rampedEquivalents: new Float64Array(cells),
    cost: new Float64Array(trials * input.years),
    leavers: new Uint32Array(trials),
    starters: new Uint32Array(trials),
    seatBookings: new Float64Array(seatYears),
    seatAttainment: new Float64Array(seatYears),
    seatTrials: new Uint16Array(seatYears),
    seatAttained: new Uint16Array(seatYears),
    seatHistogram: new Uint8Array(seatYears * ATTAINMENT_BINS),
  };
}

/** What everyone shares in a trial: the market, and with the season the demand by month; each role's productivity. */
export function drawShared({ input, demand, roleFactors }: Trial, number: number): void {
  const stream = makeStream();
  const market = new Float64Array(input.quarters);
  seedStream(stream, number, MARKET_KEY.high, MARKET_KEY.low, input.seed);
  drawMarket(input.market, stream, market);
  for (let month = 0; month < input.months; month++)
    demand[month] = (input.season[month] ?? 0) * (market[input.quarterOfMonth[month] ?? 0] ?? 1);
  input.roles.forEach((role, index) => {
    const uncertain = input.parameterUncertainty && role.uncertaintyShape !== Infinity;
    if (uncertain) seedStream(stream, number, role.key.high, role.key.low, input.seed);
    roleFactors[index] = uncertain ? drawGamma(role.uncertaintyShape, stream) / role.uncertaintyShape : 1;
  });
}

/** Lives a seat's trial: who is in it, then what they close, added to `bookings` with the seat's own begun anew. */
export function workSeat(
  trial: Trial,
  number: number,
  seat: SeatInput,
  role: RoleInput,
  bookings: BookingsRow,
): void {
  const { input, frame, life, peopleStream, dealStream, ownStream } = trial;
  seedStream(peopleStream, number, seat.key.high, seat.key.low, input.seed);
  splitStream(dealStream, peopleStream);
  if (seat.history) splitStream(ownStream, dealStream);
  liveSeat(trial, seat, role);
  for (let year = 0; year < input.years; year++) bookings.seat[year] = 0;
  if (seat.history) closeDeals(frame, life.ownIntensity, seat.history.sizes, ownStream, bookings);
  closeDeals(frame, life.roleIntensity, role.sizes, dealStream, bookings);
}

/** Turns a trial's changes into its rows of headcount and ramped equivalents, and clears them for the next trial. */
function settlePresence(presence: Presence, offset: number, outcome: BlockOutcome): void {
  const { headcountChange, rampedChange, ramping } = presence;
  const months = ramping.length - 1;
  let people = 0;
  let ramped = 0;
  for (let month = 0; month < months; month++) {
    people += headcountChange[month] ?? 0;
    ramped += rampedChange[month] ?? 0;
    outcome.headcount[offset + month] = people;
    outcome.rampedEquivalents[offset + month] = ramped + (ramping[month] ?? 0);
  }
  headcountChange.fill(0);
  rampedChange.fill(0);
  ramping.fill(0);
}

/** Attainment, pay and other cost of one seat in one trial. */
function settleSeat(
  input: RunInput,
  seat: SeatInput,
  pay: PayPlan,
  life: SeatLife,
  bookings: Float64Array,
  row: number,
  outcome: BlockOutcome,
): void {
  outcome.leavers[row] = (outcome.leavers[row] ?? 0) + life.leavers;
  for (let year = 0; year < input.years; year++) {
    const cell = row * input.years + year;
    const started = life.started[year] ?? 0;
    outcome.starters[row] = (outcome.starters[row] ?? 0) + started;
    const filled = life.filled[year] ?? 0;
    if (filled === 0) continue;
    const booked = bookings[year] ?? 0;
    const quota = seat.annualQuota * (life.quotaShare[year] ?? 0);
    const attainment = quota >= SMALLEST_QUOTA ? booked / quota : 1;
    const salary = pay.base * (1 + pay.benefits) + pay.variable * payout(pay, attainment);
    outcome.cost[cell] = (outcome.cost[cell] ?? 0) + (salary * filled) / 12 + pay.recruiting * started;
    const place = seat.index * input.years + year;
    outcome.seatBookings[place] = (outcome.seatBookings[place] ?? 0) + booked;
    if (quota < SMALLEST_QUOTA || filled < QUOTA_BEARING_MONTHS) continue;
    outcome.seatAttainment[place] = (outcome.seatAttainment[place] ?? 0) + attainment;
    outcome.seatTrials[place] = (outcome.seatTrials[place] ?? 0) + 1;
    if (attainment >= 1) outcome.seatAttained[place] = (outcome.seatAttained[place] ?? 0) + 1;
    const bin = place * ATTAINMENT_BINS + attainmentBin(attainment);
    outcome.seatHistogram[bin] = (outcome.seatHistogram[bin] ?? 0) + 1;
  }
}

const attainmentBin = (attainment: number): number =>
  attainment === 0 ? 0 : Math.min(ATTAINMENT_BINS - 1, 1 + Math.floor(attainment / ATTAINMENT_BIN_WIDTH));
