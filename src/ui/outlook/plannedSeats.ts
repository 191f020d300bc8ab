import { monthsFromStart } from '../../model/calendar';
import { occupantDate } from '../../model/occupantDate';
import type { Plan, Seat } from '../../model/plan';
import { DAYS_PER_MONTH } from '../../model/units';

/** When a seat is meant to be filled, in months from the plan's start, with the plan's delay of hires applied. */
function meantFrom(plan: Plan, seat: Seat): number {
  const { occupant } = seat;
  const delay = occupant.kind === 'planned' ? plan.levers.startDelay / DAYS_PER_MONTH : 0;
  return monthsFromStart(plan.calendar, occupantDate(occupant)) + delay;
}

/** Seats meant to be filled at each month's end if every hire came in time and nobody left. */
export function plannedSeats(plan: Plan): number[] {
  const starts = plan.seats.map((seat) => meantFrom(plan, seat));
  return Array.from(
    { length: plan.calendar.months },
    (_, month) => starts.filter((start) => start < month + 1).length,
  );
}

/** Seats filled when the plan begins: those of people already there. */
export function seatsAtStart(plan: Plan): number {
  return plan.seats.filter((seat) => seat.occupant.kind === 'incumbent' && meantFrom(plan, seat) <= 0).length;
}
