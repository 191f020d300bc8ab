import { succeed, type Result } from '../model/problem';
import type { PlanId } from '../model/units';
import type { Database, Tables } from './database';
import { importEntry } from './importEntry';
import { withPauses } from '../model/inSteps';
import { parseLibrary, type UnreadEntry } from './parseLibrary';
import { field } from './records';
import { sameValue } from './sameValue';
import { keepAside } from './setAside';

export interface ImportParts {
  readonly now: () => string;
  readonly newId: () => PlanId;
  readonly pause: () => Promise<void>;
  readonly onImported: (id: PlanId, revision: number) => void;
}

/**
 * Brings an exported library in: each plan in a transaction of its own, all of it or nothing. Returns how many came in.
 * What cannot be read is set aside. The same file a second time changes nothing.
 */
export async function importLibrary(
  database: Database,
  text: string,
  parts: ImportParts,
): Promise<Result<number>> {
  const library = await withPauses(parseLibrary(text), parts.pause);
  if (!library.ok) return library;
  let count = 0;
  for (const entry of library.value.entries) {
    const head = await database.transact('readwrite', (tables) =>
      importEntry(tables, entry, parts.newId, parts.now()),
    );
    if (!head) continue;
    count++;
    parts.onImported(head.id, head.revision);
  }
  await database.transact('readwrite', (tables) => keepUnread(tables, library.value.unread, parts.now()));
  return succeed(count);
}

async function keepUnread(tables: Tables, unread: readonly UnreadEntry[], now: string): Promise<void> {
  const kept = (await tables.all('setAside')).map((raw) => field(raw, 'raw'));
  for (const { name, raw, problems } of unread) {
    if (kept.some((other) => sameValue(other, raw))) continue;
    await keepAside(tables, name, raw, problems, now);
    kept.push(raw);
  }
}
