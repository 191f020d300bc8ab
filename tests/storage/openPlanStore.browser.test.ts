import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import type { Result } from '../../src/model/problem';
import { planId } from '../../src/model/units';
import { openIdbDatabase } from '../../src/storage/idbDatabase';
import type { OpenPlanStore } from '../../src/storage/makePlanStore';
import { openPlanStore } from '../../src/storage/openPlanStore';
import { DATABASE_VERSION } from '../../src/storage/schema';
import stored from '../fixtures/storedVersion20.json';
import { keptPartsLaws } from './keptPartsLaws';
import { planStoreLaws, valueOf } from './planStoreLaws';

const names: string[] = [];
const freshName = () => {
  const name = `turfcast test ${crypto.randomUUID()}`;
  names.push(name);
  return name;
};
const plan = makeStartUpSample();
const open: OpenPlanStore[] = [];
const openStore = async (name: string) => {
  const store = valueOf(await openPlanStore({ name }));
  open.push(store);
  return store;
};
const codesOf = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map((problem) => problem.code);

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const store of open.splice(0)) store.close();
  for (const name of names.splice(0)) await deleteDB(name);
});

for (const laws of [planStoreLaws, keptPartsLaws])
  laws('IndexedDB', () => {
    const name = freshName();
    return { name, open: () => openIdbDatabase(name, 5000) };
  });

describe('the store of this browser', () => {
  test('finds what it kept when it is opened again', async () => {
    const name = freshName();
    const store = await openStore(name);
    valueOf(await store.save(plan, { baseRevision: 0, label: 'Create' }));
    store.close();
    expect(codesOf(await store.load(plan.id))).toEqual(['storage-closed']);
    expect(valueOf(await (await openStore(name)).load(plan.id))).toMatchObject({ plan, revision: 1 });
  });

  test('says so where the browser has no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(codesOf(await openPlanStore({ name: 'none' }))).toEqual(['storage-blocked']);
  });

  test('says so where the browser refuses to open', async () => {
    for (const error of ['SecurityError', 'InvalidStateError']) {
      const refuse = () => {
        throw new DOMException('refused', error);
      };
      vi.stubGlobal('indexedDB', { open: refuse });
      expect(codesOf(await openPlanStore({ name: 'refused' }))).toEqual(['storage-blocked']);
    }
  });

  test('says so where the browser never answers', async () => {
    const silent = Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: { value: () => undefined },
      removeEventListener: { value: () => undefined },
    }) as IDBOpenDBRequest;
    vi.stubGlobal('indexedDB', { open: () => silent });
    expect(codesOf(await openPlanStore({ name: 'silent', patience: 20 }))).toEqual(['storage-silent']);
  });

  test('says so where an older app holds the database, and opens once that one lets go', async () => {
    const name = freshName();
    const older = await openDB(name, 1);
    expect(codesOf(await openPlanStore({ name, patience: 50 }))).toEqual(['storage-held']);
    older.close();
    const store = await openStore(name);
    expect(valueOf(await store.list()).cards).toEqual([]);
  });

  test('opens what an app before parts kept, and finds it as it was', async () => {
    const name = freshName();
    const older = await openDB(name, 20, {
      upgrade(database) {
        for (const table of ['plans', 'answers']) database.createObjectStore(table, { keyPath: 'id' });
        for (const table of ['setAside', 'settings']) database.createObjectStore(table, { keyPath: 'key' });
        for (const table of ['versions', 'versionPlans'])
          database.createObjectStore(table, { keyPath: ['planId', 'revision'] });
      },
    });
    for (const table of ['plans', 'versions', 'versionPlans'] as const)
      for (const record of stored[table]) await older.put(table, record);
    older.close();
    const store = await openStore(name);
    const id = planId('kept-in-one-piece');
    expect(valueOf(await store.list()).cards).toMatchObject([{ id, revision: 2 }]);
    expect(valueOf(await store.load(id)).plan).toEqual(stored.plans[0]?.plan);
    expect(valueOf(await store.loadVersion(id, 1))).toEqual(stored.versionPlans[0]?.plan);
  });

  test('lets a newer app have the database at once, refuses to write on, and says to reload', async () => {
    const name = freshName();
    const store = await openStore(name);
    valueOf(await store.save(plan, { baseRevision: 0, label: 'Create' }));
    const newer = await openDB(name, DATABASE_VERSION + 1);
    expect(await newer.count('plans')).toBe(1);
    const refused = await store.save({ ...plan, name: 'Two' }, { baseRevision: 1, label: 'Rename' });
    expect(codesOf(refused)).toEqual(['storage-newer']);
    expect(refused.ok ? '' : refused.problems[0]?.message).toContain('Reload this page');
    expect(codesOf(await openPlanStore({ name }))).toEqual(['storage-newer']);
    newer.close();
  });

  test('goes on where the browser has cleared the database under it, and loses no edit', async () => {
    const name = freshName();
    const store = await openStore(name);
    valueOf(await store.save(plan, { baseRevision: 0, label: 'Create' }));
    await deleteDB(name);
    expect(valueOf(await store.list()).cards).toEqual([]);
    const edited = { ...plan, name: 'Two' };
    expect(valueOf(await store.save(edited, { baseRevision: 1, label: 'Rename' }))).toMatchObject({
      revision: 2,
    });
    expect(valueOf(await store.load(plan.id)).plan).toEqual(edited);
  });

  test('a transaction whose work fails after its writes leaves nothing behind', async () => {
    const database = await openIdbDatabase(freshName(), 5000);
    const failing = database.transact('readwrite', async (tables) => {
      await tables.put('settings', { key: 'theme', value: 'dark' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.transact('readonly', (tables) => tables.all('settings'))).toEqual([]);
    database.close();
  });

  test('waits no longer than its patience for a tab that holds the tables, and writes nothing late', async () => {
    const name = freshName();
    const database = await openIdbDatabase(name, 100);
    const holder = await openDB(name, DATABASE_VERSION);
    const hold = holder.transaction('settings', 'readwrite');
    let held = true;
    const holding = (async () => {
      while (held) await hold.store.get('theme');
      await hold.done;
    })();
    const waiting = database.transact('readwrite', (tables) =>
      tables.put('settings', { key: 'theme', value: 'dark' }),
    );
    await expect(waiting).rejects.toThrow('silent');
    held = false;
    await holding;
    expect(await database.transact('readonly', (tables) => tables.all('settings'))).toEqual([]);
    holder.close();
    database.close();
  });

  test('what IndexedDB cannot copy is a problem, never thrown at the caller', async () => {
    const store = await openStore(freshName());
    const value = Object.assign(() => 'dark', {}) as unknown as string;
    expect(codesOf(await store.saveSetting('theme', value))).toEqual(['storage-failed']);
  });
});
