import type { Plan } from '../model/plan';
import type { Tables } from './database';
import type { SaveOptions, SaveOutcome, StoredPlan } from './planStore';
import { sameValue } from './sameValue';
import type { HeadRecord } from './schema';
import { mendHead } from './setAside';
import { nextRevision, writeRevision } from './writeRevision';

/**
 * Compare and swap on the revision, inside one transaction. What the store has already is not written again. A plan that
 * was removed comes back: whoever still edits it must not lose the edit.
 */
export async function savePlan(
  tables: Tables,
  plan: Plan,
  options: SaveOptions,
  now: string,
): Promise<SaveOutcome> {
  const head = await mendHead(tables, plan.id, now);
  const unchanged = head !== undefined && sameValue(head.plan, plan);
  if (head && unchanged && !head.removed)
    return { kind: 'saved', revision: head.revision, savedAt: head.savedAt };
  if (head && !unchanged && head.revision !== options.baseRevision)
    return { kind: 'conflict', latest: storedPlan(head) };
  const branchOf = options.branchOf ?? head?.branchOf;
  const revision = await nextRevision(tables, plan.id, Math.max(options.baseRevision, head?.revision ?? 0));
  const next: HeadRecord = { id: plan.id, plan, revision, savedAt: now, ...(branchOf && { branchOf }) };
  await writeRevision(tables, next, options.label);
  return { kind: 'saved', revision, savedAt: now };
}

export function storedPlan({ plan, revision, savedAt, branchOf }: HeadRecord): StoredPlan {
  return { plan, revision, savedAt, ...(branchOf && { branchOf }) };
}
