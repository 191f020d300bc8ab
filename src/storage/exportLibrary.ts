import type { Tables } from './database';
import { field } from './records';

export const LIBRARY_FORMAT = 'turfcast-library';
export const LIBRARY_VERSION = 1;

/** Everything kept, as it is kept (unread, so that nothing can be left out), as one JSON text. */
export async function exportLibrary(tables: Tables, now: string): Promise<string> {
  const versions = await tables.all('versions');
  const versionPlans = new Map<string, unknown>();
  for (const raw of await tables.all('versionPlans')) versionPlans.set(versionKey(raw), field(raw, 'plan'));
  const histories = new Map<unknown, unknown[]>();
  for (const raw of versions) {
    const [id, revision, savedAt, label] = ['planId', 'revision', 'savedAt', 'label'].map((name) =>
      field(raw, name),
    );
    const history = histories.get(id) ?? [];
    history.push({ revision, savedAt, label, plan: versionPlans.get(versionKey(raw)) });
    histories.set(id, history);
  }
  const answers = new Map(
    (await tables.all('answers')).map((raw) => [field(raw, 'id'), field(raw, 'answer')]),
  );
  const plans = (await tables.all('plans')).map((raw) => {
    const id = field(raw, 'id');
    return { ...asObject(raw), answer: answers.get(id), versions: histories.get(id) ?? [] };
  });
  const setAside = await tables.all('setAside');
  return JSON.stringify(
    { format: LIBRARY_FORMAT, version: LIBRARY_VERSION, exportedAt: now, plans, setAside },
    sayable,
  );
}

const versionKey = (raw: unknown) => JSON.stringify([field(raw, 'planId'), field(raw, 'revision')]);
const asObject = (raw: unknown): object => (typeof raw === 'object' && raw !== null ? raw : {});

/** JSON cannot say big integers, which a damaged record may hold. */
const sayable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
