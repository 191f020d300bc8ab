import type { Plan } from '../../model/plan';
import type { Problem } from '../../model/problem';
import { sharedPeriods } from './sharedPeriods';

/** Why plans cannot be compared at all: they count in different currencies, or share no month. Undefined where they can. */
export function whyNotCompared(plans: readonly Plan[]): Problem | undefined {
  const currencies = [...new Set(plans.map(({ currency }) => currency))];
  if (currencies.length > 1)
    return {
      code: 'currencies',
      path: 'currency',
      message: `The currency must be the same in all plans compared, got ${currencies.join(' and ')}.`,
    };
  const calendars = plans.map(({ calendar }) => calendar);
  if (plans.length === 0 || sharedPeriods(calendars).length > 0) return undefined;
  const times = calendars.map(({ start, months }) => `${months} months from ${start}`);
  return {
    code: 'horizons',
    path: 'calendar',
    message: `The plans compared must have months in common, got ${times.join(' and ')}.`,
  };
}
