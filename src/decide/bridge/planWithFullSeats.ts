import { monthsFromStart, planMonth, type Period } from '../../model/calendar';
import { occupantDate } from '../../model/occupantDate';
import type { Plan, Seat } from '../../model/plan';
import { isoDate } from '../../model/units';

/**
 * The plan with every seat of a fiscal year there from the year's first day to its last: hires and transfers dated within
 * the year start with it, closings within it are taken back. Seats of later years stay later.
 */
export function planWithFullSeats(plan: Plan, { firstMonth, endMonth }: Period): Plan {
  const { calendar } = plan;
  const start = isoDate(`${planMonth(calendar, firstMonth)}-01`);
  const within = (month: number) => month > firstMonth && month < endMonth;
  const edit = (seat: Seat): Seat => {
    const { closes, ...open } = seat;
    const full = closes !== undefined && within(monthsFromStart(calendar, closes)) ? open : seat;
    const { occupant } = seat;
    if (occupant.kind === 'incumbent' || !within(monthsFromStart(calendar, occupantDate(occupant))))
      return full;
    return { ...full, occupant: { kind: 'planned', start } };
  };
  const seats = plan.seats.map(edit);
  return seats.every((seat, index) => seat === plan.seats[index]) ? plan : { ...plan, seats };
}
