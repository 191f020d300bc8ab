import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { planId } from '../../src/model/units';
import { RETRY_DELAY, SAVE_DELAY } from '../../src/state/autosave.svelte';
import {
  full,
  openSession,
  openTab,
  openTabs,
  rename,
  settle,
  summaryOf,
  testPlan,
  type TestStore,
} from './support';

async function opened(store: TestStore = openTab(), tab = 'tab') {
  const { session, runner } = openSession(store, tab);
  await session.adopt(testPlan(), 'New plan');
  return { store, session, runner };
}

/** Lets time pass in steps, so that what follows from a timer can set the next one. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += SAVE_DELAY / 2) {
    vi.advanceTimersByTime(SAVE_DELAY / 2);
    await settle();
  }
}

async function stored(store: TestStore, id: string) {
  const result = await store.load(planId(id));
  return result.ok ? result.value.plan : undefined;
}

describe('the session', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('an edit runs the simulation at once and is saved within a second', async () => {
    const { store, session, runner } = await opened();
    session.change('Rename', rename('b'));
    expect(runner.last.plan).toBe(session.plan);
    await pass(1000);
    expect((await stored(store, 'plan-a'))?.name).toBe('b');
  });

  test('switching plans saves what was being edited first', async () => {
    const { store, session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    session.change('Rename', rename('b edited'));
    await session.open(planId('plan-a'));
    expect(session.plan.id).toBe('plan-a');
    expect((await stored(store, 'plan-b'))?.name).toBe('b edited');
  });

  test('an edit made while another plan is being opened is saved, not lost', async () => {
    const { store, session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    const opening = session.open(planId('plan-a'));
    session.change('Rename', rename('b edited'));
    await opening;
    expect(session.plan.id).toBe('plan-a');
    expect((await stored(store, 'plan-b'))?.name).toBe('b edited');
  });

  test('of two plans asked for in a row, the later one is shown', async () => {
    const { session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    const first = session.open(planId('plan-a'));
    const second = session.open(planId('plan-b'));
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(session.plan.id).toBe('plan-b');
  });

  test('while edits cannot be saved their plan stays on screen, and opens others once they can', async () => {
    const { store, session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    store.refusal = full;
    session.change('Rename', rename('b edited'));
    expect(await session.open(planId('plan-a'))).toBe(false);
    expect(session.plan.name).toBe('b edited');
    expect(session.notices.list.map((notice) => notice.text)).toContain(full[0]?.message);
    store.refusal = undefined;
    await pass(RETRY_DELAY);
    expect((await stored(store, 'plan-b'))?.name).toBe('b edited');
    expect(session.notices.list.map((notice) => notice.text)).not.toContain(full[0]?.message);
    expect(await session.open(planId('plan-a'))).toBe(true);
  });

  test('a plan that came by a link is shown, run and kept out of the store, and cannot be edited', async () => {
    const { store, session, runner } = await opened();
    const shared = testPlan('from-link', 'From a colleague');
    expect(await session.openShared(shared)).toBe(true);
    expect(runner.last.plan).toBe(shared);
    session.change('Rename', rename('b'));
    session.undo();
    await pass(RETRY_DELAY);
    expect(session.plan).toBe(shared);
    expect(session.notices.list.at(-1)?.action?.label).toBe('Make it mine');
    expect(await stored(store, 'from-link')).toBeUndefined();
  });

  test('a shared plan made one’s own has the same figures under an id of its own and can be edited', async () => {
    const { store, session } = await opened();
    const shared = testPlan('from-link', 'From a colleague');
    await session.openShared(shared);
    await session.makeMine();
    expect(session.shared).toBe(false);
    expect(session.plan).toEqual({ ...shared, id: session.plan.id });
    expect(session.plan.id).not.toBe(shared.id);
    session.change('Rename', rename('b'));
    await pass(SAVE_DELAY);
    expect((await stored(store, session.plan.id))?.name).toBe('b');
  });

  test('a link to a plan that is here too leaves the one here as it is', async () => {
    const { store, session } = await opened();
    await session.openShared(rename('theirs')(testPlan()));
    await session.rename(planId('plan-a'), 'mine, renamed');
    expect(session.plan.name).toBe('theirs');
    expect((await stored(store, 'plan-a'))?.name).toBe('mine, renamed');
  });

  test('a deleted plan gives way to another and comes back by undo, with its last edit', async () => {
    const { session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    session.change('Rename', rename('b edited'));
    await session.remove(planId('plan-b'), 'b edited');
    expect(session.plan.id).toBe('plan-a');
    expect(session.library.cards.map((card) => card.id)).toEqual(['plan-a']);
    session.notices.list.at(-1)?.action?.run();
    await settle();
    expect(session.plan).toMatchObject({ id: 'plan-b', name: 'b edited' });
    expect(session.library.cards.map((card) => card.id).sort()).toEqual(['plan-a', 'plan-b']);
  });

  test('with the last plan deleted none is open, and nothing is edited or saved', async () => {
    const { store, session } = await opened();
    await session.remove(planId('plan-a'), 'Plan A');
    expect(session.opened).toBe(false);
    expect(session.room).toBe('plans');
    session.change('Rename', rename('b'));
    await pass(RETRY_DELAY);
    expect(await stored(store, 'plan-a')).toBeUndefined();
    session.notices.list.at(-1)?.action?.run();
    await settle();
    expect(session.opened).toBe(true);
    expect(session.plan.name).toBe('Plan A');
  });

  test('an imported plan whose id is taken comes in beside the one here', async () => {
    const { store, session } = await opened();
    await session.adopt(rename('theirs')(testPlan()), 'Import');
    expect(session.plan.name).toBe('theirs');
    expect(session.plan.id).not.toBe('plan-a');
    expect((await stored(store, 'plan-a'))?.name).toBe('Plan A');
    expect(session.library.cards.find((card) => card.id === session.plan.id)?.branchOf).toBe('plan-a');
  });

  test('an earlier version comes back as an edit that can be undone', async () => {
    const { session } = await opened();
    session.change('Rename', rename('b'));
    await pass(SAVE_DELAY);
    await session.restoreVersion(1);
    expect(session.plan.name).toBe('Plan A');
    session.undo();
    expect(session.plan.name).toBe('b');
  });

  test('renaming the open plan is an edit; renaming another leaves the open one alone', async () => {
    const { store, session } = await opened();
    await session.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    await session.rename(planId('plan-b'), 'b renamed');
    expect(session.editor.undoLabel).toBe('Rename the plan');
    await session.rename(planId('plan-a'), 'a renamed');
    expect((await stored(store, 'plan-a'))?.name).toBe('a renamed');
    expect(session.plan.name).toBe('b renamed');
  });

  test('the answer of a full run stands on the card of its plan, that of an older plan never', async () => {
    const { session, runner } = await opened();
    const older = runner.last;
    session.change('Rename', rename('b'));
    older.finish({ ok: true, value: summaryOf(older.plan) });
    await settle();
    expect(session.library.cards[0]?.answer).toBeUndefined();
    runner.last.finish({ ok: true, value: summaryOf(session.plan) });
    await settle();
    expect(session.library.cards[0]?.answer).toMatchObject({
      chance: 0.6,
      target: 100,
      p10: 3,
      p50: 5,
      p90: 7,
    });
  });

  test('the samples come in as plans, and once more beside those that were edited', async () => {
    const { session } = openSession(openTab());
    await session.addSamples();
    expect(session.library.cards.length).toBe(2);
    session.change('Rename', rename('mine'));
    await session.addSamples();
    expect(session.library.cards.map((card) => card.name).sort()).toEqual([
      'Series A start-up',
      'Three-region company',
      'mine',
    ]);
  });
});

describe('two tabs on one plan', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function twoTabs() {
    const [left, right] = openTabs(2);
    if (!left || !right) throw new Error('two tabs were asked for');
    const here = (await opened(left, 'left')).session;
    const there = openSession(right, 'right').session;
    await there.open(planId('plan-a'));
    return { here, there, store: left };
  }

  test('an edit in one is shown in the other, which has none of its own', async () => {
    const { here, there } = await twoTabs();
    here.change('Rename', rename('b'));
    await pass(SAVE_DELAY);
    expect(there.plan.name).toBe('b');
    there.change('Rename', rename('c'));
    await pass(SAVE_DELAY);
    expect(here.plan.name).toBe('c');
  });

  test('edits in both are both kept: the later one goes on as a branch, undo included', async () => {
    const { here, there, store } = await twoTabs();
    here.change('Rename', rename('left'));
    there.change('Rename', rename('right'));
    await here.autosave.flush();
    await pass(SAVE_DELAY * 3);
    expect((await stored(store, 'plan-a'))?.name).toBe('left');
    expect(there.plan.name).toBe('right (edited in another tab)');
    expect((await stored(store, there.plan.id))?.name).toBe('right (edited in another tab)');
    expect(there.library.cards.find((card) => card.id === there.plan.id)?.branchOf).toBe('plan-a');
    there.undo();
    expect(there.plan).toMatchObject({ id: there.plan.id, name: 'Plan A' });
  });

  test('edits made while the conflict is found out are in the branch', async () => {
    const { here, there, store } = await twoTabs();
    there.change('First', rename('right'));
    here.change('Rename', rename('left'));
    await here.autosave.flush();
    const saving = there.autosave.flush();
    there.change('Second', (plan) => ({ ...plan, currency: 'EUR' }));
    await saving;
    await pass(SAVE_DELAY * 3);
    expect(await stored(store, there.plan.id)).toMatchObject({ currency: 'EUR' });
    expect(await stored(store, 'plan-a')).toMatchObject({ name: 'left', currency: 'USD' });
  });

  test('any interleaving of edits and pauses leaves the last edit of each tab in the store', async () => {
    for (let pattern = 0; pattern < 32; pattern++) {
      const { here, there, store } = await twoTabs();
      let step = 0;
      for (let bits = pattern, turn = 0; turn < 5; turn++, bits >>= 1) {
        const tab = bits & 1 ? here : there;
        tab.change('Edit', (plan) => ({ ...plan, run: { ...plan.run, seed: 100 + ++step } }));
        await pass(turn % 2 ? SAVE_DELAY / 2 : SAVE_DELAY * 2);
      }
      await pass(SAVE_DELAY * 4);
      for (const tab of [here, there]) expect(await stored(store, tab.plan.id)).toEqual(tab.plan);
      const listing = await store.list();
      const ids = listing.ok ? listing.value.cards.map((card) => card.id) : [];
      const seeds = new Set<number | undefined>();
      for (const id of ids) {
        const versions = await store.versions(id);
        for (const { revision } of versions.ok ? versions.value : []) {
          const version = await store.loadVersion(id, revision);
          seeds.add(version.ok ? version.value.run.seed : undefined);
        }
      }
      // The last edit of all is in some history, whoever made it.
      expect(seeds.has(100 + step)).toBe(true);
    }
  });

  test('a plan deleted in one tab comes back when it is edited in the other', async () => {
    const { here, there, store } = await twoTabs();
    await here.adopt(testPlan('plan-b', 'Plan B'), 'New plan');
    await here.remove(planId('plan-a'), 'Plan A');
    there.change('Rename', rename('still wanted'));
    await pass(SAVE_DELAY);
    expect((await stored(store, 'plan-a'))?.name).toBe('still wanted');
  });
});
