import { planPeriods, targetOf } from '../model/calendar';
import type { Plan } from '../model/plan';
import { planQuotas } from './planQuotas';

/**
 * What each group's bookings are counted against: a row for the plan (its targets), then one for each region, manager,
 * territory and role (their quotas), of the quarters and then the years. Infinity where there is none. A part of a
 * period has the plan's whole target, but the quota of its months. `quotas` are the plan's own, for whoever has them
 * already. Cost: seats × periods.
 */
export function groupTargets(plan: Plan, quotas = planQuotas(plan)): Float64Array {
  const periods = planPeriods(plan.calendar);
  const groups = 1 + plan.regions.length + plan.managers.length + plan.territories.length + plan.roles.length;
  const targets = new Float64Array(groups * periods.length).fill(Infinity);
  periods.forEach((period, at) => {
    targets[at] = targetOf(plan, period) ?? Infinity;
    quotas.groupQuotas(period).forEach((amount, below) => {
      if (amount > 0) targets[(below + 1) * periods.length + at] = amount;
    });
  });
  return targets;
}
