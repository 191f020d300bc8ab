import { atOnce } from '../model/inSteps';
import type { Plan } from '../model/plan';
import type { Tables } from './database';
import type { KeptPlan } from './keptPlan';
import { splitPlan, type PartedPlan } from './planParts';

/** Writes those of a plan's parts that are not kept yet. Needs a transaction that writes the plan too. */
export async function writeParts(tables: Tables, { texts }: PartedPlan): Promise<void> {
  const found = await Promise.all(
    [...texts].map(async ([key, write]) => ({ key, write, kept: await tables.has('parts', key) })),
  );
  for (const { key, write, kept } of found) if (!kept) await tables.put('parts', { key, text: write() });
}

/** Takes a plan apart and writes its parts, where the transaction must not be left. */
export async function keepParts(tables: Tables, plan: Plan): Promise<KeptPlan> {
  const parted = atOnce(splitPlan(plan));
  await writeParts(tables, parted);
  return parted.kept;
}

/** Deletes those parts that no plan and no version names any more. */
export async function dropParts(tables: Tables, keys: Iterable<string>): Promise<void> {
  for (const key of new Set(keys)) if (!(await tables.isPartNamed(key))) await tables.delete('parts', key);
}
