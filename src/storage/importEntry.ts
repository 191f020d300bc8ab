import { atOnce } from '../model/inSteps';
import type { Plan } from '../model/plan';
import type { PlanId } from '../model/units';
import type { Tables } from './database';
import { keepParts } from './keepParts';
import { keptOf, type KeptPlan } from './keptPlan';
import type { LibraryEntry } from './parseLibrary';
import { splitPlan } from './planParts';
import { parseHead } from './records';
import { sameValue } from './sameValue';
import type { HeadRecord } from './schema';
import { mendHead } from './setAside';
import { writeRevision } from './writeRevision';

/**
 * Brings one plan of an exported library in, inside one transaction. Returns the head it has now, or undefined where it
 * was here already. A plan whose id is taken by other content comes in as a branch of that one, once.
 */
export async function importEntry(
  tables: Tables,
  entry: LibraryEntry,
  newId: () => PlanId,
  now: string,
): Promise<HeadRecord | undefined> {
  const { head } = entry;
  const present = await mendHead(tables, head.id, now);
  if (!present && (await tables.all('versions', head.id)).length === 0) {
    await writeEntry(tables, entry);
    return head;
  }
  if (present && sameValue(keptOf(present), apart(head.plan))) {
    if (!present.removed || head.removed) return undefined;
    const { removed: _, ...restored } = present;
    await tables.put('plans', restored);
    return restored;
  }
  if (await isBranchHere(tables, head)) return undefined;
  const id = newId();
  const { removed: _, ...kept } = head;
  const plan: Plan = { ...head.plan, id, name: `${head.plan.name} (imported)` };
  const branch: HeadRecord = {
    ...kept,
    id,
    ...(await keepParts(tables, plan)),
    branchOf: head.id,
    revision: head.revision + 1,
    savedAt: now,
  };
  await writeEntry(tables, {
    ...entry,
    head: { ...kept, id, plan: { ...head.plan, id }, branchOf: head.id },
    versions: entry.versions.map(({ version, plan: older }) => ({ version, plan: { ...older, id } })),
  });
  await writeRevision(tables, branch, 'Imported');
  return branch;
}

async function writeEntry(tables: Tables, { head, versions, answer }: LibraryEntry): Promise<void> {
  await tables.put('plans', { ...head, ...(await keepParts(tables, head.plan)) });
  if (answer) await tables.put('answers', { id: head.id, answer });
  const { id: planId, revision, savedAt, plan } = head;
  const complete = versions.some(({ version }) => version.revision === revision)
    ? versions
    : [...versions, { version: { revision, savedAt, label: 'Imported' }, plan }];
  for (const version of complete) {
    await tables.put('versions', { planId, ...version.version });
    const kept = await keepParts(tables, version.plan);
    await tables.put('versionPlans', { planId, revision: version.version.revision, ...kept });
  }
}

const apart = (plan: Plan): KeptPlan => atOnce(splitPlan(plan)).kept;

/** Whether an earlier import of the same file made the branch already. */
async function isBranchHere(tables: Tables, head: HeadRecord): Promise<boolean> {
  for (const raw of await tables.all('plans')) {
    const other = parseHead(raw);
    if (!other.ok || other.value.branchOf !== head.id || other.value.removed) continue;
    const { plan } = other.value;
    const kept = plan.accountBook ? apart(plan) : keptOf(other.value);
    if (sameValue(kept, apart({ ...head.plan, id: plan.id, name: plan.name }))) return true;
  }
  return false;
}
