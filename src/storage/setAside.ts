import { parsePlan } from '../model/parsePlan';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { planId } from '../model/units';
import type { Tables } from './database';
import { keepParts } from './keepParts';
import { field, isText, parseHead, readVersion } from './records';
import type { HeadRecord } from './schema';
import { readWhole, withWholePlan } from './wholePlan';
import { nextRevision, writeRevision } from './writeRevision';

/** A head with the plan that it and its parts make. */
export interface WholeHead {
  readonly head: HeadRecord;
  readonly plan: Plan;
}

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
 * A plan's head, or undefined where there is none; its parts are left unread. One that cannot be read is set aside whole, and the newest
 * version that can be read takes its place as a new revision; one that an older app kept in one piece is taken apart. Needs a
 * transaction that writes.
 */
export async function mendHead(tables: Tables, id: string, now: string): Promise<HeadRecord | undefined> {
  const raw = await tables.get('plans', id);
  if (raw === undefined) return undefined;
  const head = parseHead(raw);
  if (!head.ok) return (await replaceHead(tables, id, raw, head.problems, now))?.head;
  if (!head.value.plan.accountBook) return head.value;
  const parted = { ...head.value, ...(await keepParts(tables, head.value.plan)) };
  await tables.put('plans', parted);
  return parted;
}

/** The same with its plan, put together in one go: one of which a part is missing or damaged is set aside, too. */
export async function mendWhole(tables: Tables, id: string, now: string): Promise<WholeHead | undefined> {
  const head = await mendHead(tables, id, now);
  if (!head) return undefined;
  const plan = parsePlan(await readWhole(tables, head));
  if (plan.ok) return { head, plan: plan.value };
  return replaceHead(tables, id, head, plan.problems, now);
}

async function replaceHead(
  tables: Tables,
  id: string,
  raw: unknown,
  problems: readonly Problem[],
  now: string,
): Promise<WholeHead | undefined> {
  await keepAside(tables, id, await withWholePlan(tables, raw), problems, now);
  await tables.delete('plans', id);
  const newestFirst = (await tables.all('versions', id)).map(readVersion).reverse();
  for (const { revision } of newestFirst) {
    const plan = parsePlan(await readWhole(tables, await tables.get('versionPlans', [id, revision])));
    if (!plan.ok || plan.value.id !== id) continue;
    const branchOf = field(raw, 'branchOf');
    const head: HeadRecord = {
      id: plan.value.id,
      ...(await keepParts(tables, plan.value)),
      revision: await nextRevision(tables, id, revision),
      savedAt: now,
      ...(isText(branchOf) && { branchOf: planId(branchOf) }),
      ...(field(raw, 'removed') === true && { removed: true as const }),
    };
    await writeRevision(tables, head, `Recover version ${revision}`);
    return { head, plan: plan.value };
  }
  return undefined;
}
