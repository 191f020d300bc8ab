import { planMonth } from '../../model/calendar';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan } from '../../model/plan';
import type { SolveSettings } from '../../state/solveSettings.svelte';

/** The bounds in a line: `Up to 12 of Mid-market seller, 12 of SMB seller; 3 of a role a month, from Jan 2027`. */
export function boundsWords(plan: Plan, settings: SolveSettings): string {
  const roles = settings.roles(plan).flatMap(({ id, name }) => {
    const most = settings.most(plan, id);
    return most > 0 ? [`${most} of ${name}`] : [];
  });
  if (roles.length === 0) return 'Nobody: allow a role that sells';
  const from = formatMonth(planMonth(plan.calendar, Math.min(settings.firstMonth, plan.calendar.months - 1)));
  return `Up to ${roles.join(', ')}; ${settings.perMonth} of a role a month, from ${from}`;
}
