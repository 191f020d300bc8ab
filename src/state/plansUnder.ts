import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';
import { planUnder, type Seating } from './planUnder';

/** Copies of the plan under its splits (see `planUnder`), the last of each split kept: accounts are many, and much is asked of the same copy. */
export class PlansUnder {
  readonly #kept = new WeakMap<TerritorySplit, Map<Seating, { readonly of: Plan; readonly under: Plan }>>();

  of(plan: Plan, split: TerritorySplit, seating: Seating): Plan {
    const seated = this.#kept.get(split) ?? new Map<Seating, { of: Plan; under: Plan }>();
    this.#kept.set(split, seated);
    const known = seated.get(seating);
    if (known?.of === plan) return known.under;
    const under = planUnder(plan, split, seating);
    seated.set(seating, { of: plan, under });
    return under;
  }
}
