import type { Tables } from './database';
import { field, idOf, isText } from './records';
import { asObject, partsOf } from './wholePlan';

export const LIBRARY_FORMAT = 'turfcast-library';
/** From version 2 on the parts of account books stand once, apart from the plans and versions that name them. */
export const LIBRARY_VERSION = 2;

/**
 * Everything kept, as it is kept (unread, so that nothing can be left out), as one JSON text. Written version by version and part by
 * part, each read by a request of its own: histories are large.
 */
export async function exportLibrary(tables: Tables, now: string): Promise<string> {
  const named = new Set<string>();
  const historyOf = async (id: string): Promise<string> => {
    const versions: string[] = [];
    for (const entry of await tables.all('versions', id)) {
      const [revision, savedAt, label] = ['revision', 'savedAt', 'label'].map((name) => field(entry, name));
      const raw = await tables.get('versionPlans', [id, Number(revision)]);
      const [plan, book, parts] = ['plan', 'book', 'parts'].map((name) => field(raw, name));
      partsOf(raw).forEach((key) => named.add(key));
      versions.push(write({ revision, savedAt, label, plan, book, parts }));
    }
    return `[${versions.join(',')}]`;
  };
  const histories = new Set((await tables.all('versions')).map((raw) => field(raw, 'planId')).filter(isText));
  const plans: string[] = [];
  for (const raw of await tables.all('plans')) {
    const id = idOf(raw) ?? '';
    histories.delete(id);
    partsOf(raw).forEach((key) => named.add(key));
    const answer = field(await tables.get('answers', id), 'answer');
    const head = write({ ...asObject(raw), answer });
    plans.push(`${head.slice(0, -1)},"versions":${await historyOf(id)}}`);
  }
  const setAside = (await tables.all('setAside')).map(write);
  // Histories whose plan was set aside because none of their versions could be read.
  for (const id of histories) {
    const entry = write({ key: `${id} history`, foundAt: now, reason: 'Its plan could not be read' });
    setAside.push(`${entry.slice(0, -1)},"raw":${await historyOf(id)}}`);
  }
  const parts: string[] = [];
  for (const key of named) {
    const text = field(await tables.get('parts', key), 'text');
    if (isText(text)) parts.push(`${write(key)}:${write(text)}`);
  }
  const head = `"format":"${LIBRARY_FORMAT}","version":${LIBRARY_VERSION},"exportedAt":${write(now)}`;
  return `{${head},"plans":[${plans.join(',')}],"parts":{${parts.join(',')}},"setAside":[${setAside.join(',')}]}`;
}

/** JSON cannot say big integers, which a damaged record may hold. */
const sayable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const write = (value: unknown): string => JSON.stringify(value, sayable);
