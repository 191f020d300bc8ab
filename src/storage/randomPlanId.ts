import { planId, type PlanId } from '../model/units';

/** An id that nobody else has: 128 random bits. `randomUUID` is missing on pages without https. */
export function randomPlanId(): PlanId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return planId(`plan-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}
