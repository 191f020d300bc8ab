import { describe, expect, test } from 'vitest';
import { addAccount } from '../../src/model/editAccount';
import { parsePlan } from '../../src/model/parsePlan';
import { movesBetween } from '../../src/state/splitMoves';
import { recipeName, recipesOf } from '../../src/state/tradeOffRecipes';
import { beginSplits } from './beginSplits';

describe('the trade-off of splits', () => {
  test('makes nothing of the plan’s own until a point is opened, which is one step of undo', async () => {
    const { desk, outcomes, session, tradeOff } = await beginSplits();
    const before = session.plan;
    await tradeOff.explore(0.05);
    expect(tradeOff.problems).toEqual([]);
    expect(tradeOff.progress).toBeUndefined();
    expect(session.plan).toBe(before);
    const { splits } = tradeOff;
    expect(splits.length).toBeGreaterThan(3);
    expect(splits.filter(({ made }) => made === undefined).map(({ split }) => split.name)).toEqual(['Today']);
    expect(splits[0]?.disruption.movedShare).toBe(0);
    const moved = splits.map(({ disruption }) => disruption.movedShare);
    expect(moved).toEqual(moved.toSorted((a, b) => a - b));

    const point = splits.find(({ made }) => made !== undefined)!;
    tradeOff.open(point);
    expect(session.editor.undoLabel).toMatch(/^Open .*, from Today$/);
    const opened = desk.splits[1]!;
    expect(desk.split?.id).toBe(opened.id);
    expect(opened.from).toBe('split-1');
    expect(opened.territoryOf).toEqual(point.split.territoryOf);
    expect(parsePlan(JSON.parse(JSON.stringify(session.plan))).ok).toBe(true);
    // What is known of it came along; the picture has it once, as one of the plan's.
    expect(outcomes.resultOf(opened)?.outcome).toBe(point.result.outcome);
    expect(outcomes.isStale(opened)).toBe(false);
    expect(tradeOff.stale).toBe(false);
    expect(tradeOff.splits).toHaveLength(splits.length);
    expect(tradeOff.splits.filter(({ made }) => made === undefined)).toHaveLength(2);
    // The same point again is the same split.
    const kept = tradeOff.splits.find(({ split }) => split.id === opened.id)!;
    desk.choose(desk.splits[0]!.id);
    tradeOff.open(kept);
    expect(desk.splits).toHaveLength(2);
    expect(desk.split?.id).toBe(opened.id);
    session.undo();
    expect(session.plan).toBe(before);
    expect(tradeOff.splits.filter(({ made }) => made !== undefined)).toHaveLength(splits.length - 1);
  });

  test('recipes that come to one split are one point, and it is said how many did', async () => {
    const { desk, tradeOff } = await beginSplits();
    await tradeOff.explore(0.05);
    expect(tradeOff.splits.length + tradeOff.repeats).toBe(tradeOff.tried + desk.splits.length);
    // From a split made afresh nothing need move for its own tolerance.
    tradeOff.open(tradeOff.splits.find(({ split }) => split.name.startsWith('Afresh'))!);
    await tradeOff.explore(0.05);
    expect(tradeOff.repeats).toBeGreaterThan(1);
    const keys = tradeOff.splits.map(({ split }) => split.territoryOf.join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('moves are counted from where it set out, and outcomes are differences to it trial by trial', async () => {
    const { desk, tradeOff } = await beginSplits();
    await tradeOff.explore(0.05);
    const today = desk.splits[0]!;
    for (const { split, disruption, difference, result } of tradeOff.splits) {
      expect(disruption).toEqual(movesBetween(desk.accounts, today, split).disruption);
      if (split.id === today.id) continue;
      const base = tradeOff.splits[0]!.result.outcome;
      const mean = result.outcome.bookings.mean - base.bookings.mean;
      expect(difference?.bookings.mean).toBeCloseTo(mean, 4);
    }
  });

  test('an edit of what it set out from makes it stale, and accounts that are others take it away', async () => {
    const { desk, session, tradeOff } = await beginSplits(60, 3);
    tradeOff.series = 'tolerance';
    await tradeOff.explore(0.05);
    expect(tradeOff.stale).toBe(false);
    desk.edits.move([desk.book!.accounts[0]!.id], '');
    expect(tradeOff.stale).toBe(true);
    session.undo();
    expect(tradeOff.stale).toBe(false);
    session.change('Fewer accounts', (plan) => ({
      ...plan,
      accountBook: {
        ...plan.accountBook!,
        accounts: plan.accountBook!.accounts.map((each) => ({ ...each })),
      },
    }));
    expect(tradeOff.splits).toEqual([]);
  });

  test('cancelled, it leaves everything as it was', async () => {
    const { session, tradeOff } = await beginSplits();
    const before = session.plan;
    const exploring = tradeOff.explore(0.05);
    tradeOff.cancel();
    await exploring;
    expect(tradeOff.progress).toBeUndefined();
    expect(tradeOff.splits).toEqual([]);
    expect(session.plan).toBe(before);
  });

  test('locked accounts stay in every split of it', async () => {
    const { desk, tradeOff } = await beginSplits();
    desk.select(desk.book!.accounts.slice(0, 6).map(({ id }) => id));
    desk.edits.toggleLock(desk.selection);
    const at = desk.territoryOf.slice(0, 6);
    tradeOff.series = 'kept';
    await tradeOff.explore(0.05);
    expect(tradeOff.splits.length).toBeGreaterThan(2);
    for (const { split } of tradeOff.splits) expect(split.territoryOf.slice(0, 6)).toEqual(at);
  });

  test('why none can be made is said', async () => {
    const { tradeOff } = await beginSplits(20, 1);
    await tradeOff.explore(0.05);
    expect(tradeOff.problems[0]?.message).toBe('territories must be two or more, got 1');
  });
});

test('a series goes from afresh to fewest moves, and has no recipe twice', () => {
  const names = recipesOf('both', 0.05).map(recipeName);
  expect(names[0]).toBe('Afresh within 5\u202f%');
  expect(names).toContain('Fewest moves within 20\u202f%');
  expect(new Set(names).size).toBe(names.length);
  expect(recipesOf('tolerance', 0.5).every(({ tolerance }) => tolerance <= 1)).toBe(true);
});

test('a series of accounts that are others by the time it is made is dropped, and says so', async () => {
  const { session, tradeOff } = await beginSplits();
  const exploring = tradeOff.explore(0.05);
  session.change('Add one', (plan) => addAccount(plan, { name: 'New' }));
  await exploring;
  expect(tradeOff.problems).toMatchObject([{ code: 'changed' }]);
  expect(tradeOff.progress).toBeUndefined();
  expect(tradeOff.splits).toEqual([]);
});
