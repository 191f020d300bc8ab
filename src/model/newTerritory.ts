import { freshId } from './ids';
import type { Plan, Territory } from './plan';
import { territoryId } from './units';
import { USUAL_SELLING_HOURS } from './usualSellingHours';

/** A territory of one person's hours, without a potential of its own, under a name that no other has. */
export function newTerritory(plan: Plan): Territory {
  const ids = plan.territories.map(({ id }) => id);
  const names = new Set(plan.territories.map(({ name }) => name));
  let count = plan.territories.length + 1;
  while (names.has(`Territory ${count}`)) count++;
  return {
    id: territoryId(freshId('territory', ids)),
    name: `Territory ${count}`,
    workload: 12 * USUAL_SELLING_HOURS,
  };
}
