import type { RoleInput, SeatInput } from './compilePlan';
import { log } from './elementary';
import { drawGamma } from './gammaDraw';
import { lookUp, makeQuantileTable, type QuantileTable } from './quantileTable';
import { nextWord } from './sfc32';
import type { SpreadSource } from './spread';
import type { SeatLife, Trial } from './trial';
import { quotaShare } from './yearFrame';

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
export function liveSeat(trial: Trial, seat: SeatInput, role: RoleInput): void {
  const { input, life, peopleStream } = trial;
  const { months } = input;
  clearLife(life, seat.history !== undefined);
  let history = seat.history;
  let start = seat.start;
  if (seat.planned) {
    start = Math.max(0, start + drawSpread(role.startSlip, nextWord(peopleStream)));
    noteStart(trial, start);
  }
  while (start < months) {
    const threshold = leavingThreshold(nextWord(peopleStream));
    const skillWord = nextWord(peopleStream);
    const fillWord = nextWord(peopleStream);
    const end = role.leavingForce > 0 ? Math.max(0, start) + threshold / role.leavingForce : Infinity;
    stay.start = start;
    stay.end = end;
    if (history) {
      stay.rate =
        history.scale *
        (input.parameterUncertainty ? drawGamma(history.shape, trial.ownStream) : history.shape);
      addStay(trial, role, life.ownIntensity);
      history = undefined;
    } else {
      const skill = role.skill ? lookUp(role.skill, skillWord) : 1;
      stay.rate = role.dealsPerMonth * seat.potential * skill * (trial.roleFactors[seat.role] ?? 1);
      addStay(trial, role, life.roleIntensity);
    }
    if (end >= months) return;
    life.leavers++;
    if (!seat.backfill) return;
    start = end + drawSpread(role.timeToFill, fillWord);
    noteStart(trial, start);
  }
}

/** By hand: on arrays this short a call of `fill` costs more than the loop. */
function clearLife(life: SeatLife, own: boolean): void {
  const { roleIntensity, ownIntensity, filled, quotaShare: shares, started } = life;
  const months = roleIntensity.length;
  for (let month = 0; month < months; month++) roleIntensity[month] = 0;
  if (own) for (let month = 0; month < months; month++) ownIntensity[month] = 0;
  for (let year = 0; year < filled.length; year++) {
    filled[year] = 0;
    shares[year] = 0;
    started[year] = 0;
  }
  life.leavers = 0;
}

function noteStart({ input, life }: Trial, start: number): void {
  if (start >= input.months) return;
  const year = input.yearOfMonth[Math.floor(start)] ?? 0;
  life.started[year] = (life.started[year] ?? 0) + 1;
}

/** One person's time in the seat at hand, and the deals a month of a ramped one; kept here since engines box numbers that are passed. */
const stay = { start: 0.5, end: 0.5, rate: 0.5 };

/** Adds the stay: what the person could close goes to `intensity`, presence and filled time to the trial. */
function addStay(trial: Trial, role: RoleInput, intensity: Float64Array): void {
  const { demand } = trial;
  const months = demand.length;
  const { ramp, rampMonths } = role;
  const { headcountChange, rampedChange, ramping } = trial.presence;
  const { start, rate } = stay;
  let first = Math.floor(start);
  let late = start - first;
  if (first < -rampMonths - 1) {
    first = -rampMonths - 1;
    late = 0;
  }
  const stop = Math.min(stay.end, months);
  const lastWhole = Math.floor(stop);
  let month = first > 0 ? first : 0;
  headcountChange[month] = (headcountChange[month] ?? 0) + 1;
  headcountChange[lastWhole] = (headcountChange[lastWhole] ?? 0) - 1;
  // a calendar month spans two months of tenure: `late` of it the earlier one, the rest the later one
  const ramped = Math.min(lastWhole, first + rampMonths + 1);
  for (; month < ramped; month++) {
    const tenure = month - first;
    const share = late * (ramp[tenure] ?? 0) + (1 - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (demand[month] ?? 0) * share;
    ramping[month] = (ramping[month] ?? 0) + share;
  }
  if (month < lastWhole) {
    rampedChange[month] = (rampedChange[month] ?? 0) + 1;
    rampedChange[lastWhole] = (rampedChange[lastWhole] ?? 0) - 1;
    for (; month < lastWhole; month++)
      intensity[month] = (intensity[month] ?? 0) + rate * (demand[month] ?? 0);
  }
  if (month < stop) {
    const worked = stop - month;
    const tenure = month - first;
    const share =
      Math.min(worked, late) * (ramp[tenure] ?? 0) + Math.max(0, worked - late) * (ramp[tenure + 1] ?? 0);
    intensity[month] = (intensity[month] ?? 0) + rate * (demand[month] ?? 0) * share;
    ramping[month] = (ramping[month] ?? 0) + share;
  }
  addFilledTime(trial, stop);
}

function addFilledTime({ input, frame, life }: Trial, stop: number): void {
  const { start } = stay;
  for (let year = 0; year < input.years; year++) {
    const from = Math.max(start, frame.firstMonth[year] ?? 0);
    const to = Math.min(stop, frame.endMonth[year] ?? 0);
    if (to <= from) continue;
    life.filled[year] = (life.filled[year] ?? 0) + to - from;
    const whole = from === frame.firstMonth[year] && to === frame.endMonth[year];
    const carried = whole ? (frame.share[year] ?? 0) : quotaShare(frame, input.season, from, to);
    life.quotaShare[year] = (life.quotaShare[year] ?? 0) + carried;
  }
}
