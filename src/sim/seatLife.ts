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

/** Who is there in a trial, added up over its seats: changes by month, so that a stay costs two entries whatever its length. */
export interface Presence {
  /** People at a month's end, as the change from the month before. */
  readonly headcountChange: Int32Array;
  /** Fully ramped people who work the whole month, likewise. */
  readonly rampedChange: Int32Array;
  /** Ramped equivalents of everybody else, by month. */
  readonly ramping: Float64Array;
}

export function makePresence(months: number): Presence {
  return {
    headcountChange: new Int32Array(months + 1),
    rampedChange: new Int32Array(months + 1),
    ramping: new Float64Array(months + 1),
  };
}

/** Season weights summed up to each month's start, and where each fiscal year begins and ends, in months. */
export interface YearFrame {
  readonly seasonBefore: Float64Array;
  readonly firstMonth: Uint8Array;
  readonly endMonth: Uint8Array;
  /** Share of a year's quota that its months inside the horizon carry. */
  readonly share: Float64Array;
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
  presence: Presence,
  life: SeatLife,
): void {
  const { months } = input;
  clearLife(life, seat.history !== undefined);
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
      addPerson(input, role, start, end, drawn * history.scale, life.ownIntensity, frame, presence, life);
      history = undefined;
    } else {
      const skill = role.skill ? lookUp(role.skill, skillWord) : 1;
      const rate = role.dealsPerMonth * seat.potential * roleFactor * skill;
      addPerson(input, role, start, end, rate, life.roleIntensity, frame, presence, life);
    }
    if (end >= months) return;
    life.leavers++;
    if (!seat.backfill) return;
    start = end + drawSpread(role.timeToFill, fillWord);
    noteStart(input, start, life);
  }
}

/** By hand: on arrays this short a call of `fill` costs more than the loop. */
function clearLife(life: SeatLife, own: boolean): void {
  const { roleIntensity, ownIntensity, filled, quotaShare, started } = life;
  const months = roleIntensity.length;
  for (let month = 0; month < months; month++) roleIntensity[month] = 0;
  if (own) for (let month = 0; month < months; month++) ownIntensity[month] = 0;
  for (let year = 0; year < filled.length; year++) {
    filled[year] = 0;
    quotaShare[year] = 0;
    started[year] = 0;
  }
  life.leavers = 0;
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
  presence: Presence,
  life: SeatLife,
): void {
  const { months, season } = input;
  const { ramp, rampMonths } = role;
  const { headcountChange, rampedChange, ramping } = presence;
  let first = Math.floor(start);
  let late = start - first;
  if (first < -rampMonths - 1) {
    first = -rampMonths - 1;
    late = 0;
  }
  const stop = end < months ? end : months;
  const lastWhole = Math.floor(stop);
  let month = first > 0 ? first : 0;
  headcountChange[month] = (headcountChange[month] ?? 0) + 1;
  headcountChange[lastWhole] = (headcountChange[lastWhole] ?? 0) - 1;
  // a calendar month spans two months of tenure: `late` of it the earlier one, the rest the later one
  const ramped = Math.min(lastWhole, first + rampMonths + 1);
  for (; month < ramped; month++) {
    const tenure = month - first;
    const share = late * (ramp[tenure] ?? 0) + (1 - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (season[month] ?? 0) * share;
    ramping[month] = (ramping[month] ?? 0) + share;
  }
  if (month < lastWhole) {
    rampedChange[month] = (rampedChange[month] ?? 0) + 1;
    rampedChange[lastWhole] = (rampedChange[lastWhole] ?? 0) - 1;
    for (; month < lastWhole; month++)
      intensity[month] = (intensity[month] ?? 0) + rate * (season[month] ?? 0);
  }
  if (month < stop) {
    const worked = stop - month;
    const tenure = month - first;
    const share =
      Math.min(worked, late) * (ramp[tenure] ?? 0) + Math.max(0, worked - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (season[month] ?? 0) * share;
    ramping[month] = (ramping[month] ?? 0) + share;
  }
  for (let year = 0; year < input.years; year++) {
    const from = Math.max(start, frame.firstMonth[year] ?? 0);
    const to = Math.min(stop, frame.endMonth[year] ?? 0);
    if (to <= from) continue;
    life.filled[year] = (life.filled[year] ?? 0) + to - from;
    if (from === frame.firstMonth[year] && to === frame.endMonth[year]) {
      life.quotaShare[year] = frame.share[year] ?? 0;
      continue;
    }
    life.quotaShare[year] =
      (life.quotaShare[year] ?? 0) + (seasonUpTo(input, frame, to) - seasonUpTo(input, frame, from)) / 12;
  }
}

function seasonUpTo(input: RunInput, frame: YearFrame, time: number): number {
  const month = Math.floor(time);
  const before = frame.seasonBefore[month] ?? 0;
  return time === month ? before : before + (time - month) * (input.season[month] ?? 0);
}
