import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { ATTAINMENT_BINS, BLOCK_TRIALS, type BlockOutcome } from '../sim/outcome';

/**
 * The outcomes of a contiguous prefix of blocks, as plain typed arrays that can be cloned between threads. Rows are
 * trials in order; only the first `trials` rows hold anything.
 */
export interface RunTotals {
  /** Trials so far. */
  trials: number;
  /** The block that comes next. */
  nextBlock: number;
  readonly months: number;
  readonly years: number;
  readonly bookings: Float64Array<ArrayBuffer>;
  readonly headcount: Uint16Array<ArrayBuffer>;
  readonly rampedEquivalents: Float64Array<ArrayBuffer>;
  readonly cost: Float64Array<ArrayBuffer>;
  readonly leavers: Uint32Array<ArrayBuffer>;
  readonly starters: Uint32Array<ArrayBuffer>;
  readonly seatBookings: Float64Array<ArrayBuffer>;
  readonly seatAttainment: Float64Array<ArrayBuffer>;
  readonly seatTrials: Uint32Array<ArrayBuffer>;
  readonly seatAttained: Uint32Array<ArrayBuffer>;
  readonly seatHistogram: Uint32Array<ArrayBuffer>;
}

/** Room for that many trials of the plan: about 20 bytes a trial and month, and 512 a seat and year. */
export function makeRunTotals(plan: Plan, trials: number): RunTotals {
  const months = plan.calendar.months;
  const years = planPeriods(plan.calendar).filter((period) => period.kind === 'year').length;
  const seatYears = plan.seats.length * years;
  return {
    trials: 0,
    nextBlock: 0,
    months,
    years,
    bookings: new Float64Array(trials * months),
    headcount: new Uint16Array(trials * months),
    rampedEquivalents: new Float64Array(trials * months),
    cost: new Float64Array(trials * years),
    leavers: new Uint32Array(trials),
    starters: new Uint32Array(trials),
    seatBookings: new Float64Array(seatYears),
    seatAttainment: new Float64Array(seatYears),
    seatTrials: new Uint32Array(seatYears),
    seatAttained: new Uint32Array(seatYears),
    seatHistogram: new Uint32Array(seatYears * ATTAINMENT_BINS),
  };
}

/**
 * Adds the next block. Blocks come in block order, whatever order they were run in: sums of floating-point numbers
 * depend on it. Throws when another block is given.
 */
export function addOutcome(totals: RunTotals, outcome: BlockOutcome): void {
  if (outcome.block !== totals.nextBlock)
    throw new Error(`block must be ${totals.nextBlock}, the next in order, got ${outcome.block}`);
  const first = outcome.block * BLOCK_TRIALS;
  totals.bookings.set(outcome.bookings, first * totals.months);
  totals.headcount.set(outcome.headcount, first * totals.months);
  totals.rampedEquivalents.set(outcome.rampedEquivalents, first * totals.months);
  totals.cost.set(outcome.cost, first * totals.years);
  totals.leavers.set(outcome.leavers, first);
  totals.starters.set(outcome.starters, first);
  addTo(totals.seatBookings, outcome.seatBookings);
  addTo(totals.seatAttainment, outcome.seatAttainment);
  addTo(totals.seatTrials, outcome.seatTrials);
  addTo(totals.seatAttained, outcome.seatAttained);
  addTo(totals.seatHistogram, outcome.seatHistogram);
  totals.trials = first + outcome.trials;
  totals.nextBlock = outcome.block + 1;
}

function addTo(sum: Float64Array | Uint32Array, part: Float64Array | Uint16Array | Uint8Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
}
