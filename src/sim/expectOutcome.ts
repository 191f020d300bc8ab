import { monthsFromStart } from '../model/calendar';
import { isSelling } from '../model/isSelling';
import { occupantDate } from '../model/occupantDate';
import type { Plan, Role, Seat } from '../model/plan';
import { lagOf } from './compileRole';
import { expectFactors } from './expectFactors';
import { expectRate } from './expectRate';
import { expectSeat, makeCourse, type RoleCourse } from './expectSeat';
import { steadyPast } from './steadyPast';

/** Means by month, over all trials that could be. */
export interface ExpectedOutcome {
  readonly bookings: Float64Array;
  /** Of sellers. */
  readonly rampedEquivalents: Float64Array;
  /** People at the month's end. */
  readonly headcount: Float64Array;
}

/**
 * The exact means of the run of a plan that has them (see `hasExactMean`), by the renewal equation of a seat's lives
 * instead of by trials: every factor of chance (market, shock, skill, uncertainty, deal size) has mean one, and events
 * happen apart from each other. Relative error below 1e-4 (two grids of 1/32 and 1/16 month, extrapolated). Cost: some
 * 30 ms a role at 60 months. Source: design/performance.md, an oracle for the product.
 */
export function expectOutcome(plan: Plan, perMonth = 32): ExpectedOutcome {
  const fine = expectOnGrid(plan, perMonth);
  const coarse = expectOnGrid(plan, perMonth / 2);
  const extrapolate = (key: keyof ExpectedOutcome) =>
    fine[key].map((value, month) => value + (value - (coarse[key][month] ?? 0)) / 3);
  return {
    bookings: extrapolate('bookings'),
    rampedEquivalents: extrapolate('rampedEquivalents'),
    headcount: extrapolate('headcount'),
  };
}

interface Prepared {
  readonly role: Role;
  readonly course: RoleCourse;
  readonly lag: Float64Array | undefined;
}

function expectOnGrid(plan: Plan, perMonth: number): ExpectedOutcome {
  const { months } = plan.calendar;
  const used = new Set(plan.seats.map(({ roleId }) => roleId));
  const roles = new Map<Role['id'], Prepared>();
  for (const role of plan.roles) {
    if (!used.has(role.id)) continue;
    const lag = role.pipeline && lagOf(role.pipeline, months);
    roles.set(role.id, { role, course: makeCourse(plan, role, perMonth), lag });
  }
  const outcome: ExpectedOutcome = {
    bookings: new Float64Array(months),
    rampedEquivalents: new Float64Array(months),
    headcount: new Float64Array(months),
  };
  const factorsOf = expectFactors(plan);
  for (const seat of plan.seats) {
    const prepared = roles.get(seat.roleId);
    if (!prepared) continue;
    const { role, course } = prepared;
    const { own, later, present } = expectSeat(plan, seat, role, course);
    add(outcome.headcount, present);
    if (!isSelling(role)) continue;
    add(outcome.rampedEquivalents, own);
    add(outcome.rampedEquivalents, later);
    const rate = expectRate(plan, seat, role);
    const created = own.map((share, month) => share * rate.own + (later[month] ?? 0) * rate.later);
    const closed = closeExpected(plan, seat, prepared, created, rate.own);
    const factors = factorsOf(seat, role);
    add(
      outcome.bookings,
      closed.map((booked, month) => booked * (factors[month] ?? 1)),
    );
  }
  return outcome;
}

function add(sums: Float64Array, more: Float64Array): void {
  more.forEach((value, month) => (sums[month] = (sums[month] ?? 0) + value));
}

/** From what is created to what is won by month: at once, or after the lag, with a steady past's before. */
function closeExpected(
  { calendar }: Plan,
  { occupant }: Seat,
  { role, course, lag }: Prepared,
  created: Float64Array,
  ownRate: number,
): Float64Array {
  if (!lag || !role.pipeline) return created;
  const closed = created.map((_, month) => {
    let sum = 0;
    for (let at = 0; at <= month; at++) sum += (created[at] ?? 0) * (lag[month - at] ?? 0);
    return sum;
  });
  if (role.pipeline.opening === 'steady' && occupant.kind === 'incumbent') {
    const tenure = -monthsFromStart(calendar, occupantDate(occupant));
    const past = steadyPast(course.ramp, lag, tenure, calendar.months);
    add(
      closed,
      past.map((share) => share * ownRate),
    );
  }
  return closed;
}
