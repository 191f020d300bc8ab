import type { HireStep } from '../../decide/solve/hires';
import { planMonth } from '../../model/calendar';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan } from '../../model/plan';
import { countWords } from '../team/seatWords';

/** `2 new people`, `1 new person`. */
export const peopleWords = (count: number): string => countWords(count, 'new person', 'new people');

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Who is hired when, a line for each role: `Account executive: 2 in Jan 2027, 1 in Mar 2027`. */
export function hireLines(plan: Pick<Plan, 'roles' | 'calendar'>, hires: readonly HireStep[]): string[] {
  return plan.roles.flatMap(({ id, name }) => {
    const own = hires.filter(({ roleId }) => roleId === id).sort((a, b) => a.month - b.month);
    if (own.length === 0) return [];
    const parts = own.map(
      ({ month, count }) => `${count} in ${formatMonth(planMonth(plan.calendar, month))}`,
    );
    return [`${name}: ${joined(parts)}`];
  });
}

/** The same in one line; `nobody new` where there is nobody. */
export const hiresInLine = (plan: Pick<Plan, 'roles' | 'calendar'>, hires: readonly HireStep[]): string =>
  hireLines(plan, hires).join('; ') || 'Nobody new';
