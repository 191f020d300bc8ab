import { monthsFromStart, type Period } from './calendar';
import { isSelling } from './isSelling';
import { occupantDate } from './occupantDate';
import type { Plan, Seat } from './plan';
import { DAYS_PER_MONTH } from './units';

type Staffing = Pick<Plan, 'calendar' | 'levers' | 'roles' | 'seats'>;

/** The plan's selling seats that there are at some time of a fiscal year inside the horizon, the delay of hires applied. */
export function seatsOfYear(plan: Staffing, year: Period): readonly Seat[] {
  const selling = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  const delay = plan.levers.startDelay / DAYS_PER_MONTH;
  return plan.seats.filter(({ roleId, occupant, closes }) => {
    const start =
      monthsFromStart(plan.calendar, occupantDate(occupant)) + (occupant.kind === 'planned' ? delay : 0);
    const end = closes === undefined ? Infinity : monthsFromStart(plan.calendar, closes);
    return selling.has(roleId) && start < year.endMonth && end > year.firstMonth;
  });
}
