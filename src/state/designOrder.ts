import type { TerritorySplit } from '../model/accountBook';
import { fixedAccounts } from '../model/editAccounts';
import { addTerritory } from '../model/editTerritories';
import { freshId } from '../model/ids';
import { matchRules, ruledAlone } from '../model/matchRules';
import { newTerritory } from '../model/newTerritory';
import type { Plan } from '../model/plan';
import { territoryId, type TerritoryId } from '../model/units';
import { numbersOf } from '../territory/splitFigures';
import type { SplitDesk } from './splitDesk.svelte';

/** The territories of a design: `map` of them share the map, those between are given up, and the last `alone` are filled by rules alone. */
export interface DesignOrder {
  readonly order: readonly TerritoryId[];
  readonly map: number;
  readonly alone: number;
}

/**
 * The territories of a design. Of the map first those that hold what is fixed, then by what they hold, `last` at the end of
 * them; and as many new ones as there are to be more. Where there are to be fewer, those at the end are given up.
 */
export function designOrder(
  desk: SplitDesk,
  split: TerritorySplit,
  territories: number,
  last?: TerritoryId,
): DesignOrder {
  const { accounts } = desk;
  const { order, measures } = accounts.figuresOf(split);
  const apart = ruledAlone(split.rules ?? []);
  const held = heldIn(desk, split);
  const rank = (id: TerritoryId) => (held.has(id) ? 2 : id === last ? 0 : 1);
  const kept = order
    .map((id, place) => ({ id, load: measures.loads[place] ?? 0 }))
    .filter(({ id }) => !apart.has(id))
    .sort((a, b) => rank(b.id) - rank(a.id) || b.load - a.load)
    .map(({ id }) => id);
  const taken: string[] = [...accounts.territoryIds];
  while (kept.length < territories) {
    // A territory of the plan that the split leaves out comes before a new one.
    const idle = accounts.territoryIds.find((id) => !kept.includes(id) && !apart.has(id));
    const id = idle ?? territoryId(freshId('territory', taken));
    taken.push(id);
    kept.push(id);
  }
  return { order: [...kept, ...apart], map: territories, alone: apart.size };
}

/** The territories of the split on the map as they are. */
export function orderAsIs({ order, orderOnMap }: Pick<SplitDesk, 'order' | 'orderOnMap'>): DesignOrder {
  const apart = order.filter((id) => !orderOnMap.includes(id));
  return { order: [...orderOnMap, ...apart], map: orderOnMap.length, alone: apart.length };
}

/** The plan with those territories among its own. */
export const withTerritories = (plan: Plan, ids: readonly TerritoryId[]): Plan =>
  ids
    .filter((id) => !plan.territories.some((each) => each.id === id))
    .reduce((next, id) => addTerritory(next, { ...newTerritory(next), id }), plan);

/** Territories that must stay: they hold what is locked or named, or a rule fills them beside the map. */
export function heldIn(desk: SplitDesk, split: TerritorySplit): ReadonlySet<TerritoryId> {
  const order = desk.accounts.territoryIds;
  const numbers = numbersOf(split.territoryOf, order);
  const fixed = fixedAccounts(split);
  const held = new Set<TerritoryId>();
  desk.book?.accounts.forEach(({ id }, place) => {
    const territory = order[numbers[place] ?? -1];
    if (territory !== undefined && fixed.has(id)) held.add(territory);
  });
  const rules = split.rules ?? [];
  if (desk.book && rules.length > 0)
    for (const met of new Set(matchRules(desk.book, rules))) {
      const rule = rules[met];
      if (rule) held.add(rule.territoryId);
    }
  return held;
}
