import type { Tables } from './database';
import { readVersion } from './records';
import type { HeadRecord } from './schema';
import { thinVersions } from './thinVersions';

/** Writes a plan's new head with the version beside it, and thins its history. */
export async function writeRevision(tables: Tables, head: HeadRecord, label: string): Promise<void> {
  const { id, plan, revision, savedAt } = head;
  await tables.put('plans', head);
  await tables.put('versions', { planId: id, revision, savedAt, label });
  await tables.put('versionPlans', { planId: id, revision, plan });
  const versions = (await tables.all('versions', id)).map(readVersion);
  const kept = new Set(thinVersions(versions, revision, savedAt));
  for (const version of versions) {
    if (kept.has(version)) continue;
    await tables.delete('versions', [id, version.revision]);
    await tables.delete('versionPlans', [id, version.revision]);
  }
}

/** A revision that no version of the plan has had, and above `atLeast`. */
export async function nextRevision(tables: Tables, id: string, atLeast: number): Promise<number> {
  const revisions = (await tables.all('versions', id)).map((raw) => readVersion(raw).revision);
  return revisions.reduce((highest, revision) => Math.max(highest, revision), atLeast) + 1;
}
