import type { Tables } from './database';
import { dropParts } from './keepParts';
import { keptOf } from './keptPlan';
import { readVersion } from './records';
import type { HeadRecord } from './schema';
import { thinVersions } from './thinVersions';
import { partsOf } from './wholePlan';

/** Writes a plan's new head with the version beside it, and thins its history; parts that nobody names any more go with it. */
export async function writeRevision(tables: Tables, head: HeadRecord, label: string): Promise<void> {
  const { id, revision, savedAt } = head;
  await tables.put('plans', head);
  await tables.put('versions', { planId: id, revision, savedAt, label });
  await tables.put('versionPlans', { planId: id, revision, ...keptOf(head) });
  const versions = (await tables.all('versions', id)).map(readVersion);
  const kept = new Set(thinVersions(versions, revision, savedAt));
  const loose: string[] = [];
  for (const version of versions) {
    if (kept.has(version)) continue;
    loose.push(...partsOf(await tables.get('versionPlans', [id, version.revision])));
    await tables.delete('versions', [id, version.revision]);
    await tables.delete('versionPlans', [id, version.revision]);
  }
  await dropParts(tables, loose);
}

/** A revision that no version of the plan has had, and above `atLeast`. */
export async function nextRevision(tables: Tables, id: string, atLeast: number): Promise<number> {
  const revisions = (await tables.all('versions', id)).map((raw) => readVersion(raw).revision);
  return revisions.reduce((highest, revision) => Math.max(highest, revision), atLeast) + 1;
}
