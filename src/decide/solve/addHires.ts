import type { Plan } from '../../model/plan';
import { hireSeat } from './hireSeat';
import type { HireStep } from './hires';

/** The plan with these people hired, each in the seat that `hireSeat` makes; nothing else is changed. */
export function addHires(plan: Plan, steps: readonly HireStep[]): Plan {
  const added = steps.flatMap((step) =>
    Array.from({ length: step.count }, (_, index) => hireSeat(plan, step, index)),
  );
  return added.length === 0 ? plan : { ...plan, seats: [...plan.seats, ...added] };
}
