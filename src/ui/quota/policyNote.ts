import type { YearQuotas } from '../../model/allocateQuota';
import { formatPeriod } from '../../model/format/formatPeriod';
import type { Plan } from '../../model/plan';

/** What the year's quotas rest on, and what is left aside, in words. */
export function policyNote(plan: Plan, quotas: YearQuotas): string {
  const own = plan.seats.filter((seat) => seat.annualQuota !== undefined).length;
  const overridden = own === 0 ? '' : own === 1 ? ' 1 seat has its own.' : ` ${own} seats have their own.`;
  if (plan.quota.source === 'stated')
    return `Each seat carries its role’s quota, or its own where it has one.${overridden} Both are edited in Team.`;
  if (quotas.source === 'stated')
    return `${formatPeriod(quotas.year)} has no target to hand down, so its seats carry their stated quotas. Set a target for the year, or for each of its quarters.`;
  return `The target is handed down layer by layer; stated quotas rest meanwhile.${overridden} Managers’ and regions’ quotas answer for the same bookings as the seats beneath, and are never added to them.`;
}
