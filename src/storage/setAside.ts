import type { Problem } from '../model/problem';
import { parsePlan } from '../model/parsePlan';
import { planId } from '../model/units';
import type { Tables } from './database';
import { field, isText, parseHead, readVersion } from './records';
import type { HeadRecord } from './schema';
import { nextRevision, writeRevision } from './writeRevision';

/** Keeps what could not be read as it was found, under a key that is free. */
export async function keepAside(
  tables: Tables,
  name: string,
  raw: unknown,
  problems: readonly Problem[],
  now: string,
): Promise<void> {
  let key = name;
  for (let count = 2; (await tables.get('setAside', key)) !== undefined; count++) key = `${name} (${count})`;
  const reason = problems[0]?.message ?? 'it could not be read';
  await tables.put('setAside', { key, foundAt: now, reason, raw });
}

/**
 * A plan's head, or undefined where there is none. One that cannot be read is set aside whole, and the newest version
 * that can be read takes its place as a new revision. Needs a transaction that writes.
 */
export async function mendHead(tables: Tables, id: string, now: string): Promise<HeadRecord | undefined> {
  const raw = await tables.get('plans', id);
  if (raw === undefined) return undefined;
  const head = parseHead(raw);
  if (head.ok) return head.value;
  await keepAside(tables, id, raw, head.problems, now);
  await tables.delete('plans', id);
  const newestFirst = (await tables.all('versions', id)).map(readVersion).reverse();
  for (const { revision } of newestFirst) {
    const plan = parsePlan(field(await tables.get('versionPlans', [id, revision]), 'plan'));
    if (!plan.ok || plan.value.id !== id) continue;
    const branchOf = field(raw, 'branchOf');
    const recovered: HeadRecord = {
      id: plan.value.id,
      plan: plan.value,
      revision: await nextRevision(tables, id, revision),
      savedAt: now,
      ...(isText(branchOf) && { branchOf: planId(branchOf) }),
      ...(field(raw, 'removed') === true && { removed: true as const }),
    };
    await writeRevision(tables, recovered, `Recover version ${revision}`);
    return recovered;
  }
  return undefined;
}
