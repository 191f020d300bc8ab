/** Pure edits of a split's rules: each returns a new plan that shares what it did not touch. */
import type { SplitRule } from './accountBook';
import { updateSplit } from './editAccounts';
import type { Plan } from './plan';
import type { SplitId } from './units';

const rulesOf = (plan: Plan, id: SplitId): readonly SplitRule[] =>
  plan.accountBook?.splits.find((each) => each.id === id)?.rules ?? [];

const setRules = (plan: Plan, id: SplitId, rules: readonly SplitRule[]): Plan =>
  updateSplit(plan, id, { rules: rules.length === 0 ? undefined : rules });

/** The plan with one more rule of that split, after the others. */
export const addRule = (plan: Plan, id: SplitId, rule: SplitRule): Plan =>
  setRules(plan, id, [...rulesOf(plan, id), rule]);

/** The plan without the split's rule at that place. */
export const removeRule = (plan: Plan, id: SplitId, place: number): Plan =>
  setRules(
    plan,
    id,
    rulesOf(plan, id).filter((_, each) => each !== place),
  );

/** The plan with the split's rule at that place before the one that was before it. */
export function raiseRule(plan: Plan, id: SplitId, place: number): Plan {
  const rules = [...rulesOf(plan, id)];
  const [before, rule] = [rules[place - 1], rules[place]];
  if (!before || !rule) return plan;
  rules.splice(place - 1, 2, rule, before);
  return setRules(plan, id, rules);
}

/** The plan with that rule's territory sharing the map, or not. */
export const shareMap = (plan: Plan, id: SplitId, place: number, sharesMap: boolean): Plan =>
  setRules(
    plan,
    id,
    rulesOf(plan, id).map((rule, each) => {
      const { sharesMap: _before, ...rest } = rule;
      return each !== place ? rule : sharesMap ? { ...rest, sharesMap } : rest;
    }),
  );
