import type { TerritorySplit } from '../model/accountBook';
import { fixedAccounts } from '../model/editAccounts';
import { freshId } from '../model/ids';
import { matchRules, ruledAlone } from '../model/matchRules';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
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

/** Those of the ids that the plan has no territory of. */
export const newIds = (plan: Plan, ids: readonly TerritoryId[]): TerritoryId[] =>
  ids.filter((id) => !plan.territories.some((each) => each.id === id));

/** Why a search for that many territories cannot begin. */
export function whyNot(
  desk: SplitDesk,
  split: TerritorySplit,
  { order, map: territories, alone }: DesignOrder,
): Problem | undefined {
  const problem = (code: string, message: string): Problem => ({ code, path: '', message });
  const { count } = desk.accounts.map.units;
  if (territories < 2) return problem('too-few', `territories must be two or more, got ${territories}`);
  if (territories > count)
    return problem(
      'too-many',
      `territories must be at most the ${count} accounts with a place, got ${territories}`,
    );
  const held = heldIn(desk, split);
  const lost = order.slice(territories, order.length - alone).filter((id) => held.has(id)).length;
  if (lost > 0) {
    const all = order.slice(0, order.length - alone).filter((id) => held.has(id)).length;
    return problem(
      'locks',
      `territories must be at least the ${all} that hold locked accounts, got ${territories}; unlock some or design for more`,
    );
  }
  const fixed = fixedAccounts(split);
  const { accounts = [] } = desk.book ?? {};
  if (accounts.every(({ id }) => fixed.has(id)))
    return problem(
      'all-locked',
      `an account must be free to move, got ${accounts.length} that are all locked or placed by name; unlock some first`,
    );
  return undefined;
}

/** Territories that must stay: they hold what is locked or named, or a rule fills them beside the map. */
function heldIn(desk: SplitDesk, split: TerritorySplit): ReadonlySet<TerritoryId> {
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
