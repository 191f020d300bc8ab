import { monthNumber, monthsFromStart, planMonth } from './calendar';
import { isSelling } from './isSelling';
import { occupantDate } from './occupantDate';
import type { Plan, Role, Seat } from './plan';
import { DAYS_PER_MONTH, money, type Money } from './units';

type Staffing = Pick<Plan, 'calendar' | 'seasonality' | 'roles' | 'seats'>;

/** Ramp share averaged over the part of a month that a person with that tenure at its start is there for. */
function rampShare(role: Role, tenureAtStart: number): number {
  const from = Math.max(0, -tenureAtStart);
  if (from >= 1) return 0;
  const step = (tenure: number): number => (tenure < 0 ? 0 : (role.ramp[Math.floor(tenure)] ?? 1));
  const early = Math.floor(tenureAtStart) + 1 - tenureAtStart;
  return early * step(tenureAtStart) + (1 - early) * step(Math.floor(tenureAtStart) + 1);
}

/** Share of a filled seat that vacancies and new ramps take by the middle of that month, to first order. */
function lossToLeaving(role: Role, seat: Seat, month: number): number {
  const hazard = 1 - (1 - role.annualAttrition) ** (1 / 12);
  const rampLoss = role.ramp.reduce((sum, each) => sum + (1 - each), 0);
  const gone = seat.backfill ? role.timeToFill.p50 / DAYS_PER_MONTH + rampLoss : Infinity;
  return Math.min(1, hazard * Math.min(month + 0.5, gone));
}

/** Tenure of the seat's first person at that month's start, in months; negative before the start. */
function tenureAt(plan: Staffing, role: Role, { occupant }: Seat, month: number): number {
  const slip = occupant.kind === 'planned' ? role.startSlip.p50 / DAYS_PER_MONTH : 0;
  const tenure = month - monthsFromStart(plan.calendar, occupantDate(occupant)) - slip;
  // Who is not there yet has no tenure from elsewhere.
  return occupant.kind === 'transfer' && tenure >= 0 ? tenure + occupant.rampKept * role.ramp.length : tenure;
}

/** Share of a month before the seat closes. */
const openShare = (plan: Staffing, seat: Seat, month: number): number =>
  seat.closes === undefined
    ? 1
    : Math.min(1, Math.max(0, monthsFromStart(plan.calendar, seat.closes) - month));

/**
 * What the plan books by month, by hand: ramped rep equivalents × productivity × season, less what leaving
 * costs to first order. Chance, levers, territories and absences are left out; it is for setting targets, not for
 * forecasting.
 */
export function expectedBookings(plan: Staffing): Money[] {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  return Array.from({ length: plan.calendar.months }, (_, month) => {
    const season = plan.seasonality[monthNumber(planMonth(plan.calendar, month)) % 12] ?? 1;
    let sum = 0;
    for (const seat of plan.seats) {
      const role = roles.get(seat.roleId);
      if (role === undefined || !isSelling(role)) continue;
      const open = openShare(plan, seat, month);
      const tenure = tenureAt(plan, role, seat, month);
      const effort = open * rampShare(role, tenure) * (1 - lossToLeaving(role, seat, month));
      sum += effort * role.productivity.perMonth * (seat.potential ?? 1);
    }
    return money(sum * season);
  });
}
