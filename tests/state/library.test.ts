import { describe, expect, test } from 'vitest';
import { Library } from '../../src/state/library.svelte';
import type { Listing } from '../../src/storage/planStore';
import type { Result } from '../../src/model/problem';
import { full, openTab, openTabs, rename, settle, testPlan } from './support';

describe('the library', () => {
  test('lists what was added, the newest first', async () => {
    const library = new Library(openTab());
    await library.add(testPlan('a', 'A'), 'New plan');
    await library.add(testPlan('b', 'B'), 'New plan');
    expect(library.cards.map((card) => card.name)).toEqual(['B', 'A']);
  });

  test('adding another plan under a taken id adds nothing and says so', async () => {
    const library = new Library(openTab());
    expect(await library.add(testPlan('a', 'A'), 'New plan')).toEqual({ ok: true, value: true });
    expect(await library.add(testPlan('a', 'Another'), 'New plan')).toEqual({ ok: true, value: false });
    expect(library.cards.map((card) => card.name)).toEqual(['A']);
  });

  test('a slower, older listing never replaces a newer one', async () => {
    const store = openTab();
    const answers: ((listing: Result<Listing>) => void)[] = [];
    const library = new Library({ ...store, list: () => new Promise((resolve) => answers.push(resolve)) });
    const first = library.refresh();
    const second = library.refresh();
    await store.save(testPlan(), { baseRevision: 0, label: 'New plan' });
    answers[1]?.(await store.list());
    answers[0]?.({ ok: true, value: { cards: [], setAside: [] } });
    await Promise.all([first, second]);
    expect(library.cards.length).toBe(1);
  });

  test('a listing overtaken by a newer one is awaited until that one is there', async () => {
    const store = openTab();
    await store.save(testPlan(), { baseRevision: 0, label: 'New plan' });
    const answers: ((listing: Result<Listing>) => void)[] = [];
    const library = new Library({ ...store, list: () => new Promise((resolve) => answers.push(resolve)) });
    let seen = -1;
    const first = library.refresh().then(() => (seen = library.cards.length));
    const second = library.refresh();
    answers[0]?.({ ok: true, value: { cards: [], setAside: [] } });
    await settle();
    expect(seen).toBe(-1);
    answers[1]?.(await store.list());
    await Promise.all([first, second]);
    expect(seen).toBe(1);
  });

  test('a listing that fails says why and leaves the cards', async () => {
    const store = openTab();
    let broken = false;
    const library = new Library({
      ...store,
      list: () => (broken ? Promise.resolve({ ok: false, problems: full }) : store.list()),
    });
    await library.add(testPlan(), 'New plan');
    broken = true;
    await library.refresh();
    expect(library.problems).toEqual(full);
    expect(library.cards.length).toBe(1);
    broken = false;
    await library.refresh();
    expect(library.problems).toEqual([]);
  });

  test('a plan that another tab saves while it is renamed keeps that edit and gets the name', async () => {
    const [here, there] = openTabs(2);
    if (!here || !there) throw new Error('two tabs were asked for');
    const library = new Library(here);
    await library.add(testPlan(), 'New plan');
    const release = here.hold();
    const renaming = library.rename(testPlan().id, 'renamed');
    await settle();
    const edited = { ...rename('theirs')(testPlan()), currency: 'EUR' };
    await there.save(edited, { baseRevision: 1, label: 'Edit' });
    release();
    expect(await renaming).toEqual({ ok: true, value: undefined });
    const stored = await here.load(testPlan().id);
    expect(stored).toMatchObject({ ok: true, value: { plan: { name: 'renamed', currency: 'EUR' } } });
  });

  test('a removed plan is off the list and comes back with its history', async () => {
    const library = new Library(openTab());
    const { id } = testPlan();
    await library.add(testPlan(), 'New plan');
    await library.rename(id, 'renamed');
    await library.remove(id);
    expect(library.cards).toEqual([]);
    await library.restore(id);
    expect(library.cards.map((card) => card.name)).toEqual(['renamed']);
    const versions = await library.versions(id);
    expect(versions.ok && versions.value.map((version) => version.label)).toEqual([
      'Rename the plan',
      'New plan',
    ]);
  });

  test('everything exported and read back on a fresh device is the same library', async () => {
    const library = new Library(openTab());
    await library.add(testPlan('a', 'A'), 'New plan');
    await library.add(testPlan('b', 'B'), 'Branch', testPlan('a').id);
    const text = await library.exportAll();
    const fresh = new Library(openTab());
    expect(await fresh.importAll(text.ok ? text.value : '')).toEqual({ ok: true, value: 2 });
    expect(fresh.cards).toEqual(library.cards);
  });
});
