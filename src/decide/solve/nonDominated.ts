import type { TestedPlan } from './question';

/** Plans that no other one beats in cost and chance at the same time, the cheapest first. Cost n log n. */
export function nonDominated(plans: readonly TestedPlan[]): TestedPlan[] {
  const sorted = [...plans].sort(
    (a, b) => a.cost.mean - b.cost.mean || b.chance.value - a.chance.value || a.count - b.count,
  );
  let highest = -Infinity;
  return sorted.filter(({ chance }) => {
    const better = chance.value > highest;
    highest = Math.max(highest, chance.value);
    return better;
  });
}
