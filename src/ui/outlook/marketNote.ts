import type { Plan } from '../../model/plan';

/** What to know of the ranges where a plan has no market swings; undefined where it has. */
export function marketNote(plan: Pick<Plan, 'market'>): string | undefined {
  if (plan.market.sd > 0) return undefined;
  return 'This plan has no market swings, so real years end further apart than these ranges. Raise “Market swings” in the levers to allow for them.';
}
