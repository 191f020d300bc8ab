import type { PlanId } from '../model/units';
import type { Tables } from './database';
import { dropParts, writeParts } from './keepParts';
import { keptOf } from './keptPlan';
import type { PartedPlan } from './planParts';
import type { SaveOptions, SaveOutcome } from './planStore';
import { sameValue } from './sameValue';
import type { HeadRecord } from './schema';
import { mendHead } from './setAside';
import { partsOf } from './wholePlan';
import { nextRevision, writeRevision } from './writeRevision';

type Saved = Extract<SaveOutcome, { readonly kind: 'saved' }>;

/**
 * Compare and swap on the revision, inside one transaction; undefined where somebody else saved since. What the store has already, plan
 * or part, is not written again. A plan that was removed comes back: whoever still edits it must not lose the edit.
 */
export async function savePlan(
  tables: Tables,
  id: PlanId,
  plan: PartedPlan,
  options: SaveOptions,
  now: string,
): Promise<Saved | undefined> {
  const head = await mendHead(tables, id, now);
  const unchanged = head !== undefined && sameValue(keptOf(head), plan.kept);
  if (head && unchanged && !head.removed)
    return { kind: 'saved', revision: head.revision, savedAt: head.savedAt };
  if (head && !unchanged && head.revision !== options.baseRevision) return undefined;
  const branchOf = options.branchOf ?? head?.branchOf;
  const revision = await nextRevision(tables, id, Math.max(options.baseRevision, head?.revision ?? 0));
  const next: HeadRecord = { id, ...plan.kept, revision, savedAt: now, ...(branchOf && { branchOf }) };
  await writeParts(tables, plan);
  await writeRevision(tables, next, options.label);
  // Of those that the former head alone named: nobody does now.
  if (head) await dropParts(tables, partsOf(head));
  return { kind: 'saved', revision, savedAt: now };
}
