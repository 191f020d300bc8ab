import type { Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { BRIDGE_CAUSES, type BridgeCause } from './bridgeCause';
import { planWithoutCause } from './planWithoutCause';

/** A plan on the way of a bridge: the cause is in it, those after it in `BRIDGE_CAUSES` are not. */
export interface BridgePlan {
  readonly plan: Plan;
  /** Absent for full capacity, where none is. */
  readonly cause?: BridgeCause;
}

/**
 * The plans of a bridge for a fiscal year, from full capacity to the plan itself, one for each cause that the plan has
 * anything of. The last one is the plan as given.
 */
export function bridgePlans(plan: Plan, year: Period): BridgePlan[] {
  const way: BridgePlan[] = [];
  let at = plan;
  for (const cause of BRIDGE_CAUSES.toReversed()) {
    const without = planWithoutCause(at, cause, year);
    if (without === at) continue;
    way.unshift({ plan: at, cause });
    at = without;
  }
  return [{ plan: at }, ...way];
}
