import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { Autosave, RETRY_DELAY, SAVE_DELAY } from '../../src/state/autosave.svelte';
import type { StoredPlan } from '../../src/storage/planStore';
import { full, openTab, openTabs, rename, settle, testPlan, type TestStore } from './support';

async function keptIn(store: TestStore, plan: Plan): Promise<StoredPlan> {
  await store.save(plan, { baseRevision: 0, label: 'New' });
  const stored = await store.load(plan.id);
  if (!stored.ok) throw new Error('the plan was just saved');
  store.saves.length = 0;
  return stored.value;
}

async function follow(store: TestStore, events: Partial<ConstructorParameters<typeof Autosave>[1]> = {}) {
  const stored = await keptIn(store, testPlan());
  const autosave = new Autosave(store, { onConflict: vi.fn(), onSaved: vi.fn(), ...events });
  autosave.follow(stored);
  return { autosave, stored };
}

async function nameIn(store: TestStore): Promise<string | undefined> {
  const stored = await store.load(testPlan().id);
  return stored.ok ? stored.value.plan.name : undefined;
}

async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await settle();
}

describe('autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('an edit is in the store within a second', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    autosave.note(rename('b')(testPlan()), 'Rename');
    expect(autosave.state).toBe('waiting');
    expect(autosave.dirty).toBe(true);
    await pass(1000);
    expect(await nameIn(store)).toBe('b');
    expect(autosave.state).toBe('saved');
  });

  test('a drag of many edits is one save, and the first of them does not wait for the last', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    for (let step = 0; step < 10; step++) {
      autosave.note(rename(`step ${step}`)(testPlan()), 'Drag');
      await pass(SAVE_DELAY / 5);
    }
    expect(store.saves.length).toBe(2);
    expect(await nameIn(store)).toBe('step 9');
  });

  test('an edit made while a save is under way is saved after it, on the revision that save made', async () => {
    const store = openTab();
    const { autosave, stored } = await follow(store);
    const release = store.hold();
    autosave.note(rename('b')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    expect(autosave.state).toBe('saving');
    autosave.note(rename('c')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    expect(store.saves.length).toBe(1);
    release();
    await settle();
    expect(store.saves.map(({ options }) => options.baseRevision)).toEqual([
      stored.revision,
      stored.revision + 1,
    ]);
    expect(await nameIn(store)).toBe('c');
    expect(autosave.state).toBe('saved');
  });

  test('an edit made while a save is under way is not called saved when that save is', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    const release = store.hold();
    autosave.note(rename('b')(testPlan()), 'Rename');
    void autosave.flush();
    await settle();
    autosave.note(rename('c')(testPlan()), 'Rename');
    release();
    await settle();
    expect(await nameIn(store)).toBe('b');
    expect(autosave.state).toBe('waiting');
    await pass(SAVE_DELAY);
    expect(await nameIn(store)).toBe('c');
  });

  test('a refused save keeps the edit, says why once, and is tried again until it is taken', async () => {
    const store = openTab();
    const onFailed = vi.fn();
    const { autosave } = await follow(store, { onFailed });
    store.refusal = full;
    autosave.note(rename('b')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    expect(autosave.state).toBe('failed');
    expect(autosave.problems).toEqual(full);
    await pass(RETRY_DELAY);
    expect(store.saves.length).toBe(2);
    store.refusal = undefined;
    await pass(RETRY_DELAY);
    expect(await nameIn(store)).toBe('b');
    expect(autosave.state).toBe('saved');
    expect(autosave.problems).toEqual([]);
    expect(onFailed).toHaveBeenCalledTimes(1);
  });

  test('an edit after a refused save does not wait for the retry, and is the one saved', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    store.refusal = full;
    autosave.note(rename('b')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    store.refusal = undefined;
    autosave.note(rename('c')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    expect(await nameIn(store)).toBe('c');
  });

  test('a refusal that arrives after a newer edit keeps the newer one', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    store.refusal = full;
    const release = store.hold();
    autosave.note(rename('b')(testPlan()), 'Rename');
    void autosave.flush();
    await settle();
    autosave.note(rename('c')(testPlan()), 'Rename');
    release();
    await settle();
    store.refusal = undefined;
    await pass(SAVE_DELAY);
    expect(await nameIn(store)).toBe('c');
  });

  test('a plan that another tab saved meanwhile is not overwritten but reported', async () => {
    const [here, there] = openTabs(2);
    if (!here || !there) throw new Error('two tabs were asked for');
    const onConflict = vi.fn<(latest: StoredPlan) => void>();
    const { autosave, stored } = await follow(here, { onConflict });
    await there.save(rename('theirs')(testPlan()), { baseRevision: stored.revision, label: 'Rename' });
    autosave.note(rename('mine')(testPlan()), 'Rename');
    await pass(SAVE_DELAY);
    expect(await nameIn(here)).toBe('theirs');
    expect(onConflict.mock.calls[0]?.[0].plan.name).toBe('theirs');
    expect(autosave.dirty).toBe(true);
  });

  test('edits of a plan that is not followed are not noted', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    autosave.note(testPlan('other'), 'Rename');
    await pass(RETRY_DELAY);
    expect(store.saves).toEqual([]);
    autosave.unfollow();
    autosave.note(rename('b')(testPlan()), 'Rename');
    await pass(RETRY_DELAY);
    expect(store.saves).toEqual([]);
    expect(autosave.dirty).toBe(false);
  });

  test('a save that ends after another plan is followed changes nothing of its state', async () => {
    const store = openTab();
    const { autosave } = await follow(store);
    const other = await keptIn(store, testPlan('other', 'Other'));
    const release = store.hold();
    autosave.note(rename('b')(testPlan()), 'Rename');
    void autosave.flush();
    await settle();
    autosave.follow(other);
    release();
    await settle();
    expect(autosave.revision).toBe(other.revision);
    expect(autosave.state).toBe('saved');
    expect(await nameIn(store)).toBe('b');
  });

  test('a branch that was never saved keeps what it branched from', async () => {
    const store = openTab();
    const { autosave, stored } = await follow(store);
    const branch = testPlan('branch', 'Branch');
    autosave.follow({ plan: branch, revision: 0, savedAt: stored.savedAt, branchOf: stored.plan.id });
    autosave.note(branch, 'Branch');
    await autosave.flush();
    expect(await store.load(branch.id)).toMatchObject({ ok: true, value: { branchOf: stored.plan.id } });
  });
});
