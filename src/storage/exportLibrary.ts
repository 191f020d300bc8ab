import type { Tables } from './database';
import { field, idOf, isText } from './records';

export const LIBRARY_FORMAT = 'turfcast-library';
export const LIBRARY_VERSION = 1;

/**
 * Everything kept, as it is kept (unread, so that nothing can be left out), as one JSON text. Written plan by plan:
 * histories are large.
 */
export async function exportLibrary(tables: Tables, now: string): Promise<string> {
  const historyOf = async (id: string): Promise<unknown[]> => {
    const plans = new Map(
      (await tables.all('versionPlans', id)).map((raw) => [field(raw, 'revision'), field(raw, 'plan')]),
    );
    return (await tables.all('versions', id)).map((raw) => {
      const [revision, savedAt, label] = ['revision', 'savedAt', 'label'].map((name) => field(raw, name));
      return { revision, savedAt, label, plan: plans.get(revision) };
    });
  };
  const histories = new Set((await tables.all('versions')).map((raw) => field(raw, 'planId')).filter(isText));
  const plans: string[] = [];
  for (const raw of await tables.all('plans')) {
    const id = idOf(raw) ?? '';
    histories.delete(id);
    const answer = field(await tables.get('answers', id), 'answer');
    plans.push(write({ ...asObject(raw), answer, versions: await historyOf(id) }));
  }
  const setAside = (await tables.all('setAside')).map(write);
  // Histories whose plan was set aside because none of their versions could be read.
  for (const id of histories)
    setAside.push(
      write({
        key: `${id} history`,
        foundAt: now,
        reason: 'Its plan could not be read',
        raw: await historyOf(id),
      }),
    );
  const head = `"format":"${LIBRARY_FORMAT}","version":${LIBRARY_VERSION},"exportedAt":${write(now)}`;
  return `{${head},"plans":[${plans.join(',')}],"setAside":[${setAside.join(',')}]}`;
}

const asObject = (raw: unknown): object => (typeof raw === 'object' && raw !== null ? raw : {});

/** JSON cannot say big integers, which a damaged record may hold. */
const sayable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const write = (value: unknown): string => JSON.stringify(value, sayable);
