import type { Plan } from '../../model/plan';

/** The plan with everything taken from a newer import but what is its own: id, name and run settings. */
export function replacePlan(plan: Plan, imported: Plan): Plan {
  return { ...imported, id: plan.id, name: plan.name, run: plan.run };
}
