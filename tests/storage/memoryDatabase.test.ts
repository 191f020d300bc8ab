import { expect, test } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { memoryDatabase } from '../../src/storage/memoryDatabase';
import { memoryPlanStore } from '../../src/storage/memoryPlanStore';
import { openPlanStore } from '../../src/storage/openPlanStore';
import { keptPartsLaws } from './keptPartsLaws';
import { planStoreLaws, valueOf } from './planStoreLaws';

let count = 0;
for (const laws of [planStoreLaws, keptPartsLaws])
  laws('memory', () => {
    const database = memoryDatabase();
    return { name: `memory ${count++}`, open: () => Promise.resolve(database) };
  });

test('where there is no IndexedDB opening is a problem that says so, and the memory store serves', async () => {
  const opened = await openPlanStore();
  expect(opened).toMatchObject({ ok: false, problems: [{ code: 'storage-blocked' }] });
  expect(opened.ok ? '' : opened.problems[0]?.message).toMatch(/^Plans cannot be kept on this device: /);
  const store = memoryPlanStore();
  const plan = makeStartUpSample();
  valueOf(await store.save(plan, { baseRevision: 0, label: 'Create' }));
  expect(valueOf(await store.load(plan.id)).plan).toEqual(plan);
});
