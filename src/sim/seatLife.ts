import type { RoleInput, RunInput, SeatInput } from './compilePlan';
import { log } from './elementary';
import { drawGamma } from './gammaDraw';
import { lookUp, makeQuantileTable, type QuantileTable } from './quantileTable';
import { nextWord, type Stream } from './sfc32';
import type { SpreadSource } from './spread';

/** What one seat's life in one trial leaves behind; reused from seat to seat. */
export interface SeatLife {
  /** Mean deals by month, before the market, of sizes as the role's. */
  readonly roleIntensity: Float64Array;
  /** The same of the incumbent's own sizes. */
  readonly ownIntensity: Float64Array;
  /** Months filled, by fiscal year. */
  readonly filled: Float64Array;
  /** Share of a year's quota that the filled time carries by the season's weights, by fiscal year. */
  readonly quotaShare: Float64Array;
  /** People who started (planned hires and backfills), by fiscal year. */
  readonly started: Float64Array;
  leavers: number;
}

export function makeSeatLife(input: RunInput): SeatLife {
  return {
    roleIntensity: new Float64Array(input.months),
    ownIntensity: new Float64Array(input.months),
    filled: new Float64Array(input.years),
    quotaShare: new Float64Array(input.years),
    started: new Float64Array(input.years),
    leavers: 0,
  };
}

/** Where a trial's headcount and ramped equivalents are added up: rows of the block's outcome. */
export interface PresenceRow {
  readonly headcount: Uint16Array;
  readonly rampedEquivalents: Float64Array;
  offset: number;
}

/** Season weights summed up to each month's start, and where each fiscal year begins and ends, in months. */
export interface YearFrame {
  readonly seasonBefore: Float64Array;
  readonly firstMonth: Uint8Array;
  readonly endMonth: Uint8Array;
}

let exponential: QuantileTable | undefined;

/** Exp(1): the accumulated hazard at which a person leaves. */
function leavingThreshold(word: number): number {
  exponential ??= makeQuantileTable((p, upper) => (upper ? -log(p) : -log(1 - p)), 1);
  return lookUp(exponential, word);
}

const drawSpread = (source: SpreadSource, word: number): number =>
  typeof source === 'number' ? source : lookUp(source, word);

/**
 * Lives one seat through one trial: who fills it when, and what they could close. Every person takes three words of
 * the stream (leaving, skill, time to fill), so one person's draws never move another's.
 */
export function liveSeat(
  input: RunInput,
  seat: SeatInput,
  role: RoleInput,
  roleFactor: number,
  stream: Stream,
  ownStream: Stream,
  frame: YearFrame,
  row: PresenceRow,
  life: SeatLife,
): void {
  const { months } = input;
  life.roleIntensity.fill(0);
  if (seat.history) life.ownIntensity.fill(0);
  life.filled.fill(0);
  life.quotaShare.fill(0);
  life.started.fill(0);
  life.leavers = 0;
  let history = seat.history;
  let start = seat.start;
  if (seat.planned) {
    start = Math.max(0, start + drawSpread(role.startSlip, nextWord(stream)));
    noteStart(input, start, life);
  }
  while (start < months) {
    const threshold = leavingThreshold(nextWord(stream));
    const skillWord = nextWord(stream);
    const fillWord = nextWord(stream);
    const end = role.leavingForce > 0 ? Math.max(0, start) + threshold / role.leavingForce : Infinity;
    if (history) {
      const drawn = input.parameterUncertainty ? drawGamma(history.shape, ownStream) : history.shape;
      addPerson(input, role, start, end, drawn * history.scale, life.ownIntensity, frame, row, life);
      history = undefined;
    } else {
      const skill = role.skill ? lookUp(role.skill, skillWord) : 1;
      const rate = role.dealsPerMonth * seat.potential * roleFactor * skill;
      addPerson(input, role, start, end, rate, life.roleIntensity, frame, row, life);
    }
    if (end >= months) return;
    life.leavers++;
    if (!seat.backfill) return;
    start = end + drawSpread(role.timeToFill, fillWord);
    noteStart(input, start, life);
  }
}

function noteStart(input: RunInput, start: number, life: SeatLife): void {
  if (start >= input.months) return;
  const year = input.yearOfMonth[Math.floor(start)] ?? 0;
  life.started[year] = (life.started[year] ?? 0) + 1;
}

/** Adds one person's time in the seat, from `start` (negative: before the plan) to `end`, closing `rate` deals a month when ramped. */
function addPerson(
  input: RunInput,
  role: RoleInput,
  start: number,
  end: number,
  rate: number,
  intensity: Float64Array,
  frame: YearFrame,
  row: PresenceRow,
  life: SeatLife,
): void {
  const { months, season } = input;
  const { ramp } = role;
  const { headcount, rampedEquivalents, offset } = row;
  let first = Math.floor(start);
  let late = start - first;
  if (first < -role.rampMonths - 1) {
    first = -role.rampMonths - 1;
    late = 0;
  }
  const stop = end < months ? end : months;
  const lastWhole = Math.floor(stop);
  let month = first > 0 ? first : 0;
  // a calendar month spans two months of tenure: `late` of it the earlier one, the rest the later one
  for (; month < lastWhole; month++) {
    const tenure = month - first;
    const share = late * (ramp[tenure] ?? 0) + (1 - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (season[month] ?? 0) * share;
    rampedEquivalents[offset + month] = (rampedEquivalents[offset + month] ?? 0) + share;
    headcount[offset + month] = (headcount[offset + month] ?? 0) + 1;
  }
  if (month < stop) {
    const worked = stop - month;
    const tenure = month - first;
    const share =
      Math.min(worked, late) * (ramp[tenure] ?? 0) + Math.max(0, worked - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (season[month] ?? 0) * share;
    rampedEquivalents[offset + month] = (rampedEquivalents[offset + month] ?? 0) + share;
  }
  for (let year = 0; year < input.years; year++) {
    const from = Math.max(start, frame.firstMonth[year] ?? 0);
    const to = Math.min(stop, frame.endMonth[year] ?? 0);
    if (to <= from) continue;
    life.filled[year] = (life.filled[year] ?? 0) + to - from;
    life.quotaShare[year] =
      (life.quotaShare[year] ?? 0) + (seasonUpTo(input, frame, to) - seasonUpTo(input, frame, from)) / 12;
  }
}

function seasonUpTo(input: RunInput, frame: YearFrame, time: number): number {
  const month = Math.floor(time);
  const before = frame.seasonBefore[month] ?? 0;
  return time === month ? before : before + (time - month) * (input.season[month] ?? 0);
}
