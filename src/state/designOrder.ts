import type { TerritorySplit } from '../model/accountBook';
import { freshId } from '../model/ids';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { territoryId, type TerritoryId } from '../model/units';
import { numbersOf } from '../territory/splitFigures';
import type { SplitDesk } from './splitDesk.svelte';

/**
 * The territories of a design, those to be kept first: those that hold what is fixed, then by what they hold; and as many new
 * ones as there are to be more. Where there are to be fewer, those at the end are given up.
 */
export function designOrder(desk: SplitDesk, split: TerritorySplit, territories: number): TerritoryId[] {
  const { order, accounts } = desk;
  const { loads } = accounts.figuresOf(split).measures;
  const held = fixedIn(desk, split);
  const rank = (id: TerritoryId) => (held.has(id) ? 1 : 0);
  const kept = order
    .map((id, place) => ({ id, load: loads[place] ?? 0 }))
    .sort((a, b) => rank(b.id) - rank(a.id) || b.load - a.load)
    .map(({ id }) => id);
  const taken: string[] = [...accounts.territoryIds];
  while (kept.length < territories) {
    // A territory of the plan that the split leaves out comes before a new one.
    const idle = accounts.territoryIds.find((id) => !kept.includes(id));
    const id = idle ?? territoryId(freshId('territory', taken));
    taken.push(id);
    kept.push(id);
  }
  return kept;
}

/** Those of the ids that the plan has no territory of. */
export const newIds = (plan: Plan, ids: readonly TerritoryId[]): TerritoryId[] =>
  ids.filter((id) => !plan.territories.some((each) => each.id === id));

/** Why a search for that many territories cannot begin. */
export function whyNot(
  desk: SplitDesk,
  split: TerritorySplit,
  order: readonly TerritoryId[],
  territories: number,
): Problem | undefined {
  const problem = (code: string, message: string): Problem => ({ code, path: '', message });
  const { count } = desk.accounts.map.units;
  if (territories < 2) return problem('too-few', `territories must be two or more, got ${territories}`);
  if (territories > count)
    return problem(
      'too-many',
      `territories must be at most the ${count} accounts with a place, got ${territories}`,
    );
  const held = fixedIn(desk, split);
  const lost = order.slice(territories).filter((id) => held.has(id)).length;
  if (lost > 0)
    return problem(
      'locks',
      `territories must be at least the ${held.size} that hold locked accounts, got ${territories}; unlock some or design for more`,
    );
  return undefined;
}

function fixedIn(desk: SplitDesk, split: TerritorySplit): ReadonlySet<TerritoryId> {
  const numbers = numbersOf(split.territoryOf, desk.order);
  const held = new Set<TerritoryId>();
  desk.book?.accounts.forEach(({ id }, place) => {
    const territory = desk.order[numbers[place] ?? -1];
    if (territory !== undefined && desk.fixed.has(id)) held.add(territory);
  });
  return held;
}
