import { monthsFromStart } from '../model/calendar';
import { occupantDate } from '../model/occupantDate';
import type { Plan, Role, Seat } from '../model/plan';
import { DAYS_PER_MONTH } from '../model/units';
import { hazardBands } from './compileRole';
import { expectWithAbsences } from './expectAbsence';
import { convolve, convolveAt, gridWeights, renew, spreadTime } from './renewal';
import { stretchRamp } from './stretchRamp';
import { makeTenure, type Tenure } from './tenure';

/** What is expected of a seat by month: ramped months of its incumbent and of everybody later, and the chance to be filled at the month's end. */
export interface ExpectedSeat {
  readonly own: Float64Array;
  readonly later: Float64Array;
  readonly present: Float64Array;
}

/** What follows on the grid from somebody's start (or leaving) at time zero. */
interface Course {
  /** Ramped months up to then. */
  readonly capacity: Float64Array;
  /** Chance that the seat is filled then, less that somebody has started by then. */
  readonly vacancy: Float64Array;
}

/** A role's lives, over all of its seats. */
export interface RoleCourse {
  readonly perMonth: number;
  readonly ramp: readonly number[];
  readonly bands: Float64Array;
  /** From leaving to the successor's start. */
  readonly toFill: Float64Array;
  readonly filledAgain: Course;
  readonly leftVacant: Course;
  /** From a leaving on, where the seat is filled again. */
  readonly afterLeaving: Course;
}

/** Solves a role's renewal equations on a grid of so many points a month. Cost: points squared. */
export function makeCourse(plan: Plan, role: Role, perMonth: number): RoleCourse {
  const { levers } = plan;
  const h = 1 / perMonth;
  const points = plan.calendar.months * perMonth + 1;
  const ramp = stretchRamp(role.ramp, levers.ramp);
  const bands = hazardBands(role.annualAttrition, role.attritionByTenure, levers.attrition);
  const tenure = makeTenure(bands);
  const left = Float64Array.from({ length: points }, (_, j) => 1 - tenure.staying(j * h));
  const capacity = new Float64Array(points);
  for (let j = 1; j < points; j++) {
    const months = tenure.months(j * h) - tenure.months((j - 1) * h);
    capacity[j] = (capacity[j - 1] ?? 0) + (ramp[Math.floor((j - 1) * h)] ?? 1) * months;
  }
  const toFill = gridWeights(spreadTime(role.timeToFill, levers.timeToFill), points, h);
  const succession = convolve(gridWeights(leavingOf(tenure), points, h), toFill);
  const succeeded = convolve(toFill, left);
  const vacancy = left.map((share, j) => (succeeded[j] ?? 0) - share);
  const filledAgain = { capacity: renew(capacity, succession), vacancy: renew(vacancy, succession) };
  return {
    perMonth,
    ramp,
    bands,
    toFill,
    filledAgain,
    leftVacant: { capacity, vacancy: left.map((share) => -share) },
    afterLeaving: {
      capacity: convolve(toFill, filledAgain.capacity),
      vacancy: convolve(toFill, filledAgain.vacancy),
    },
  };
}

/** The time of leaving, as `gridWeights` takes it: ∫ P(gone by then). */
const leavingOf =
  ({ months }: Tenure) =>
  (x: number) =>
    x > 0 ? x - months(x) : 0;

/** A seat's expectations, its closing and its incumbent's leaves of absence included. Cost: months × points. */
export function expectSeat(plan: Plan, seat: Seat, role: Role, course: RoleCourse): ExpectedSeat {
  const { calendar } = plan;
  const closes = seat.closes === undefined ? Infinity : monthsFromStart(calendar, seat.closes);
  const result: ExpectedSeat = {
    own: new Float64Array(calendar.months),
    later: new Float64Array(calendar.months),
    present: new Float64Array(calendar.months),
  };
  if (seat.occupant.kind === 'incumbent') expectIncumbent(plan, seat, course, closes, result);
  else expectPlanned(plan, seat, role, course, closes, result);
  // somebody who is there until a month's end is there at it
  for (let month = 0; month < calendar.months; month++) if (closes < month + 1) result.present[month] = 0;
  return result;
}

function expectPlanned(
  plan: Plan,
  { occupant, backfill }: Seat,
  role: Role,
  course: RoleCourse,
  closes: number,
  { later, present }: ExpectedSeat,
): void {
  const { perMonth } = course;
  const target =
    monthsFromStart(plan.calendar, occupantDate(occupant)) + plan.levers.startDelay / DAYS_PER_MONTH;
  const slip = spreadTime(role.startSlip, 1);
  const { capacity, vacancy } = backfill ? course.filledAgain : course.leftVacant;
  const starts = gridWeights((x) => slip(x - target), capacity.length, 1 / perMonth);
  addSteps(later, perMonth, closes, (point) => convolveAt(starts, capacity, point));
  for (let month = 0; month < present.length; month++)
    present[month] =
      startedBefore(slip, month + 1 - target) + convolveAt(starts, vacancy, (month + 1) * perMonth);
}

function expectIncumbent(
  plan: Plan,
  { occupant, backfill, leaves = [] }: Seat,
  course: RoleCourse,
  closes: number,
  { own, later, present }: ExpectedSeat,
): void {
  const { perMonth, ramp, toFill, afterLeaving } = course;
  const { months } = plan.calendar;
  const hired = monthsFromStart(plan.calendar, occupantDate(occupant));
  const tenure = makeTenure(course.bands, -hired);
  const absences = leaves.map(({ from, to, share }) => ({
    from: monthsFromStart(plan.calendar, from),
    to: monthsFromStart(plan.calendar, to),
    share,
  }));
  const rampAt = (time: number) => ramp[Math.floor(time - hired)] ?? 1;
  for (let month = 0; month < months && month < closes; month++) {
    const end = Math.min(month + 1, closes);
    const turn = Math.min(end, Math.max(month, hired + Math.floor(month - hired) + 1));
    own[month] =
      absences.length > 0
        ? expectWithAbsences(month, end, tenure, rampAt, absences, [turn])
        : rampAt((month + turn) / 2) * (tenure.months(turn) - tenure.months(month)) +
          (turn < end ? rampAt((turn + end) / 2) * (tenure.months(end) - tenure.months(turn)) : 0);
  }
  for (let month = 0; month < months; month++) present[month] = tenure.staying(month + 1);
  if (!backfill) return;
  const points = toFill.length;
  const leaving = gridWeights(leavingOf(tenure), points, 1 / perMonth);
  const left = Float64Array.from({ length: points }, (_, j) => 1 - tenure.staying(j / perMonth));
  addSteps(later, perMonth, closes, (point) => convolveAt(leaving, afterLeaving.capacity, point));
  for (let month = 0; month < months; month++) {
    const end = (month + 1) * perMonth;
    present[month] =
      (present[month] ?? 0) + convolveAt(toFill, left, end) + convolveAt(leaving, afterLeaving.vacancy, end);
  }
}

/** What each month adds to something that is summed up on the grid, until the seat closes (between two points, linearly). */
function addSteps(
  byMonth: Float64Array,
  perMonth: number,
  closes: number,
  sumAt: (point: number) => number,
): void {
  let before = sumAt(0);
  for (let month = 0; month < byMonth.length && month < closes; month++) {
    const end = Math.min(month + 1, closes) * perMonth;
    const point = Math.floor(end);
    let sum = sumAt(point);
    if (end > point) sum += (sumAt(point + 1) - sum) * (end - point);
    byMonth[month] = sum - before;
    before = sum;
  }
}

/** P(X < x) as the slope of its integral; a step too small to be seen in months, too large to be lost in rounding. */
function startedBefore(time: (x: number) => number, x: number): number {
  const step = 1e-6;
  return (time(x) - time(x - step)) / step;
}
