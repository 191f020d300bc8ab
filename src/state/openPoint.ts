import { MOST_SPLITS, type TerritoryOrNone, type TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId } from '../model/editAccounts';
import type { SplitId } from '../model/units';
import type { SplitDesk } from './splitDesk.svelte';

/** Takes a made split into the plan, in one step of undo; undefined where that cannot be, and says why. */
export function openPoint(
  { accounts, session, splits }: SplitDesk,
  split: TerritorySplit,
  from: string,
): SplitId | undefined {
  const known = new Set<TerritoryOrNone>(['', ...accounts.territoryIds]);
  if (splits.length >= MOST_SPLITS)
    session.notices.say(`A plan must have at most ${MOST_SPLITS} splits. Remove one first.`);
  else if (!split.territoryOf.every((at) => known.has(at)))
    session.notices.say('Territories were removed since. Explore once more.');
  else {
    const before = session.plan;
    const id = freshSplitId(before);
    const name = freeName(`${split.name}, from ${from}`, splits);
    session.change(`Open ${name}`, (plan) => addSplit(plan, { ...split, id, name }));
    return session.plan === before ? undefined : id;
  }
  return undefined;
}

/** That name, numbered where some split has it. */
function freeName(base: string, splits: readonly TerritorySplit[]): string {
  const taken = new Set(splits.map(({ name }) => name));
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base} (${count})`;
  return name;
}
