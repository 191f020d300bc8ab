import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';

/** What a designed split is called: by what was asked for, under a name that no other has. */
export function nameOfDesign(
  plan: Plan,
  from: TerritorySplit,
  kind: 'design' | 'rebalance',
  territories: number,
): string {
  const base = kind === 'design' ? `Designed for ${territories}` : `${from.name}, rebalanced`;
  const taken = new Set(plan.accountBook?.splits.map(({ name }) => name));
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base} (${count})`;
  return name;
}
