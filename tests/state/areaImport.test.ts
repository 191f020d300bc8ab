import { expect, test } from 'vitest';
import type { AccountBook } from '../../src/model/accountBook';
import type { ImportedAreas } from '../../src/model/importedAreas';
import type { Result } from '../../src/model/problem';
import type { AreaRunner } from '../../src/runner/areaRunner';
import { AccountUnits } from '../../src/state/accountUnits.svelte';
import { AreaImport } from '../../src/state/areaImport.svelte';
import type { AreaShapes } from '../../src/territory/shapeAreas';
import { areaService } from '../../workers/areaService';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, settle, testPlan } from './support';

/** A runner that asks the worker's service, and answers when it is told to. */
async function begin() {
  const { session } = openSession(openTab());
  await session.adopt(makeBookPlan(testPlan(), 12, 3), 'Made');
  const waiting: (() => void)[] = [];
  const later = <Value>(answer: Promise<Result<Value>>) =>
    new Promise<Result<Value>>((resolve) => waiting.push(() => resolve(answer)));
  const runner: AreaRunner = {
    shape: (source, ids, places) => later<AreaShapes>(areaService.shape(source, ids, places)),
    list: (source, extent) => later<ImportedAreas>(areaService.list(source, extent)),
    readTable: (file, book) => later<ImportedAreas>(areaService.readTable(file, book)),
    readRegions: (file, { onStage = () => undefined } = {}) =>
      later<ImportedAreas>(areaService.readRegions(file, onStage)),
    writeGeoJson: (plan, split) => later<string>(areaService.writeGeoJson(plan, split)),
    rollUp: (source, extent, book) => later<ImportedAreas>(areaService.rollUp(source, extent, book)),
  };
  const tools = { loadAreaRunner: () => Promise.resolve(runner) };
  const answer = async (asked: Promise<void>) => {
    await settle();
    waiting.shift()?.();
    await asked;
  };
  return { session, areas: new AreaImport(session, tools), units: new AccountUnits(session, tools), answer };
}
const coast = { kind: 'list', text: 'CA, OR, WA' } as const;
const sizeOf = (book: AccountBook | undefined) => book?.accounts.length;

test('areas of a layer take the place of accounts: one step of undo brings these back', async () => {
  const { session, areas, answer } = await begin();
  const before = session.plan;
  const taking = areas.takeLayer({ kind: 'us-states' }, coast);
  expect(areas.running).toBe('Loading the outlines');
  await answer(taking);
  expect(areas.running).toBeUndefined();
  expect(areas.found?.found).toBe(
    '3 states, measured by their area and how many ZIP codes have their centre in them.',
  );
  expect(session.plan.accountBook).toMatchObject({ areas: { kind: 'us-states' }, balancedBy: 'measure-2' });
  expect(session.notices.list.at(-1)?.action?.label).toBe('Undo');
  session.undo();
  expect(session.plan).toBe(before);
});

test('what is cancelled, or fails, or comes when the accounts are others, changes nothing', async () => {
  const { session, areas, answer } = await begin();
  const before = session.plan;
  const cancelled = areas.takeLayer({ kind: 'us-states' }, coast);
  await settle();
  areas.cancel();
  await answer(cancelled);
  expect([session.plan, areas.problems]).toEqual([before, []]);
  await answer(areas.takeLayer({ kind: 'us-states' }, { kind: 'list', text: 'Atlantis' }));
  expect(areas.problems.map(({ code }) => code)).toEqual(['areas-none']);
  const late = areas.takeLayer({ kind: 'us-states' }, coast);
  await settle();
  session.change('Edit', (plan) => ({
    ...plan,
    ...(plan.accountBook && { accountBook: { ...plan.accountBook, splits: [] } }),
  }));
  await answer(late);
  expect(areas.problems.map(({ code }) => code)).toEqual(['changed']);
  expect(sizeOf(session.plan.accountBook)).toBe(12);
});

test('areas have no borders until their outlines are here, which is said; edits of splits do not fetch them again', async () => {
  const { session, areas, units, answer } = await begin();
  expect(units.awaitsShapes).toBe(false);
  await answer(areas.takeLayer({ kind: 'us-states' }, coast));
  expect([units.awaitsShapes, units.map.rings]).toEqual([true, undefined]);
  await answer(units.loadShapes());
  expect(units.awaitsShapes).toBe(false);
  const { rings, units: placed } = units.map;
  expect(rings?.shapeStart).toHaveLength(4);
  // California and Washington both touch Oregon and not each other
  expect([...placed.graph.to]).toEqual([1, 0, 2, 1]);
  const { map } = units;
  session.change('Rename', (plan) => ({
    ...plan,
    ...(plan.accountBook && {
      accountBook: {
        ...plan.accountBook,
        splits: plan.accountBook.splits.map((split) => ({ ...split, name: 'X' })),
      },
    }),
  }));
  await units.loadShapes();
  expect(units.map).toBe(map);
});

test('where outlines cannot be had areas are points, and it is said why; other areas are asked for anew', async () => {
  const { session, areas, answer } = await begin();
  const units = new AccountUnits(session, { loadAreaRunner: () => Promise.reject(new Error('offline')) });
  await answer(areas.takeLayer({ kind: 'us-states' }, coast));
  await units.loadShapes();
  expect([units.awaitsShapes, units.map.rings, units.map.units.count]).toEqual([false, undefined, 3]);
  expect(units.problems.map(({ code }) => code)).toEqual(['not-loaded']);
  await answer(areas.takeLayer({ kind: 'us-states' }, { kind: 'list', text: 'NV' }));
  expect([units.awaitsShapes, units.problems]).toEqual([true, []]);
});
