import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/model/accountBook';
import { addAccount } from '../../src/model/editAccount';
import { balanceBy, removeMeasure } from '../../src/model/editAccounts';
import { addRule } from '../../src/model/editRules';
import type { Plan } from '../../src/model/plan';
import { parsePlan } from '../../src/model/parsePlan';
import { measureId, splitId, territoryId } from '../../src/model/units';
import { makeSplitRunner } from '../../src/runner/splitRunner';
import { nameAccounts, unnameAccount } from '../../src/state/nameAccounts';
import { DesignFrontier } from '../../src/state/designFrontier.svelte';
import { SplitDesign } from '../../src/state/splitDesign.svelte';
import { SplitDesk } from '../../src/state/splitDesk.svelte';
import { movesBetween } from '../../src/state/splitMoves';
import type { SplitTools } from '../../src/state/splitTools';
import { SplitChannelWorker } from '../runner/splitChannelWorker';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, testPlan } from './support';

const unplaced = (account: Account): Account => {
  const { place: _gone, ...rest } = account;
  return rest;
};

/** 120 accounts in six strips, changed by their places. */
async function begin(change: (account: Account, place: number) => Account = (account) => account) {
  const { session, runner } = openSession(openTab());
  const plan = makeBookPlan(testPlan(), 120, 6);
  const book = plan.accountBook!;
  await session.adopt({ ...plan, accountBook: { ...book, accounts: book.accounts.map(change) } }, 'Made');
  const tools: SplitTools = {
    runner,
    loadSplitRunner: () =>
      Promise.resolve(makeSplitRunner({ makeWorker: () => new SplitChannelWorker(), size: 1 })),
    loadAccountRunner: () => Promise.reject(new Error('no table is read here')),
    writeAssignment: () => Promise.resolve(''),
    readInData: () => undefined,
    loadAreaRunner: () => Promise.reject(new Error('no area is read here')),
  };
  const desk = new SplitDesk(session);
  const design = new SplitDesign(desk, tools);
  design.settings.seeds = 1;
  return { session, desk, design, frontier: new DesignFrontier(desk, design.settings, tools) };
}

const isSound = (plan: Plan) => parsePlan(JSON.parse(JSON.stringify(plan))).ok;

describe('families', () => {
  const inFamilies = (account: Account, place: number): Account =>
    place % 10 < 3 ? { ...account, family: `Family ${Math.floor(place / 10)}` } : account;

  test.each([0, 0.5])('end in one territory each, with stickiness %d', async (stickiness) => {
    const { desk, design } = await begin(inFamilies);
    expect(desk.accounts.families).toHaveLength(12);
    design.settings.stickiness = stickiness;
    design.settings.tolerance = 0.1;
    await design.design();
    expect(design.problems).toEqual([]);
    for (const members of desk.accounts.families)
      expect(new Set(members.map((place) => desk.territoryOf[place])).size).toBe(1);
    expect(desk.figures.measures.maxDeviation).toBeLessThan(0.1);
    expect([desk.figures.measures.inPieces, desk.figures.unassignedAccounts]).toEqual([0, 0]);
  });

  test('that locks contradict are named, and their locked accounts stay', async () => {
    const { desk, design } = await begin(inFamilies);
    const [far, near] = [0, 1, 2].flatMap((place, _, all) => {
      const other = all.find((each) => desk.territoryOf[each] !== desk.territoryOf[place]);
      return other === undefined ? [] : [[place, other]];
    })[0] as [number, number];
    const at = [desk.territoryOf[far], desk.territoryOf[near]];
    desk.select([far, near].flatMap((place) => desk.book?.accounts[place]?.id ?? []));
    desk.edits.toggleLock(desk.selection);
    await design.design();
    const torn = design.notes?.notes.filter(({ kind }) => kind === 'torn') ?? [];
    expect(torn).toMatchObject([{ family: 'Family 0' }]);
    expect([desk.territoryOf[far], desk.territoryOf[near]]).toEqual(at);
  });
});

test('a design of accounts that are others by the time it comes is not taken in, and says so', async () => {
  const { session, desk, design } = await begin();
  const designing = design.design();
  session.change('Add one', (plan) => addAccount(plan, { name: 'New' }));
  const before = session.plan;
  await designing;
  expect(session.plan).toBe(before);
  expect(desk.splits).toHaveLength(1);
  expect(design.problems).toMatchObject([{ code: 'changed' }]);
  expect(design.running).toBeUndefined();
  await design.design();
  expect([desk.splits.length, design.problems.length]).toEqual([2, 0]);
});

test('without what makes splits a design says so, and can be tried again', async () => {
  const { desk } = await begin();
  const tools = { loadSplitRunner: () => Promise.reject(new Error('offline')) } as Partial<SplitTools>;
  const design = new SplitDesign(desk, tools as SplitTools);
  await design.design();
  expect(design.problems).toMatchObject([{ code: 'not-loaded' }]);
  expect(design.running).toBeUndefined();
});

test('accounts without a place are dealt to whoever has least, and none is lost', async () => {
  const { desk, design } = await begin((account, place) => (place % 3 === 0 ? unplaced(account) : account));
  await design.design();
  expect(desk.figures.unassignedAccounts).toBe(0);
  expect(desk.figures.measures.maxDeviation).toBeLessThan(0.05);
});

describe('rules and names', () => {
  const strategic = territoryId('strategic');
  const withRule = (plan: Plan): Plan => ({
    ...addRule(plan, splitId('split-1'), {
      when: [{ kind: 'measure', measureId: measureId('potential'), atLeast: 250_000 }],
      territoryId: strategic,
    }),
    territories: [...plan.territories, { id: strategic, name: 'Strategic', workload: 0 }],
  });

  test('one account placed by name that weighs nothing leaves the others’ territories their names', async () => {
    const moved: number[] = [];
    for (const name of [false, true]) {
      const { desk, design } = await begin((account, place) =>
        place === 0 ? { ...account, values: [null, 0] } : account,
      );
      const from = desk.split!;
      if (name) nameAccounts(desk, [desk.book!.accounts[0]!.id], desk.order[3]!, 'Asked for by name');
      await design.design();
      moved.push(movesBetween(desk.accounts, from, desk.split!).disruption.movedShare);
    }
    expect(moved[1]).toBeCloseTo(moved[0]!, 2);
  });

  test('a territory that rules alone fill holds what they take, and the map is balanced among the others', async () => {
    const { desk, design, session } = await begin();
    session.change('Rule', withRule);
    expect(design.settings.territories).toBe(6);
    await design.design();
    const large = (place: number) => (desk.book?.accounts[place]?.values[0] ?? 0) >= 250_000;
    desk.territoryOf.forEach((at, place) => expect(at === strategic).toBe(large(place)));
    expect(desk.order).toHaveLength(7);
    expect(desk.orderOnMap).toHaveLength(6);
    const { measures } = desk.figures;
    expect(measures.maxDeviation).toBeLessThan(0.05);
    expect(measures.deviations[desk.order.indexOf(strategic)]).toBe(0);
    expect(measures.inPieces).toBe(0);
    expect(design.bounds?.free).toBe(0);
    expect(isSound(session.plan)).toBe(true);
  });

  test('heal leaves what rules took, and gives nothing of the map to their territory', async () => {
    const { desk, design, session } = await begin();
    session.change('Rule', withRule);
    await design.design();
    const held = desk.territoryOf.map((at) => at === strategic);
    const [first] = desk.orderOnMap;
    desk.active = first ?? '';
    desk.paint(
      desk.territoryOf.flatMap((at, place) => (at === desk.orderOnMap[1] ? [place] : [])).slice(0, 4),
    );
    desk.endStroke();
    await design.heal();
    expect(desk.territoryOf.map((at) => at === strategic)).toEqual(held);
  });

  test('what is placed by name stays with its reason, counts in its load and touches nothing', async () => {
    const { desk, design, session } = await begin();
    const east = desk.order.at(-1) ?? '';
    const westerners = desk.territoryOf
      .flatMap((at, place) => (at === desk.order[0] ? [place] : []))
      .slice(0, 4);
    const ids = westerners.flatMap((place) => desk.book?.accounts[place]?.id ?? []);
    nameAccounts(desk, ids, east, 'Ana knows them');
    expect(session.editor.undoLabel).toBe('Assign 4 accounts to Strip 6 by name');
    await design.design();
    for (const place of westerners) expect(desk.territoryOf[place]).toBe(east);
    expect(desk.split?.overrides?.map(({ reason }) => reason)).toEqual(Array(4).fill('Ana knows them'));
    expect(desk.figures.measures.maxDeviation).toBeLessThan(0.05);
    expect(desk.figures.measures.inPieces).toBe(0);
    unnameAccount(desk, ids[0]!);
    expect(desk.split?.overrides).toHaveLength(3);
    expect(isSound(session.plan)).toBe(true);
  });

  test('where everything is locked says so', async () => {
    const { desk, design } = await begin();
    desk.select(desk.book?.accounts.map(({ id }) => id) ?? []);
    desk.edits.toggleLock(desk.selection);
    await design.design();
    expect(design.problems[0]?.message).toBe(
      'an account must be free to move, got 120 that are all locked or placed by name; unlock some first',
    );
  });
});

test('an account heavier than a fair share is named, and the rest is balanced', async () => {
  const { desk, design } = await begin((account, place) =>
    place === 5 ? { ...account, values: [60_000_000, 0] } : account,
  );
  await design.design();
  expect(design.notes?.notes).toMatchObject([
    { kind: 'heavy', name: 'Account 5' },
    { kind: 'off', attempts: design.settings.seeds, floor: { cause: 'unit', heavy: ['Account 5'] } },
  ]);
  expect(desk.figures.measures.adjustedDeviation).toBeLessThan(0.05);
});

test('the same plan and seed give the same split, with families, names and tables', async () => {
  const once = async () => {
    const { desk, design } = await begin((account, place) =>
      place % 7 === 0 ? unplaced(account) : { ...account, family: `F${place % 50}` },
    );
    nameAccounts(desk, desk.book?.accounts.slice(0, 2).map(({ id }) => id) ?? [], desk.order[0] ?? '', 'So');
    await design.design();
    return desk.territoryOf;
  };
  expect(await once()).toEqual(await once());
});

describe('what else a design is to heed', () => {
  const hours = measureId('hours');
  /** Hours that go with potential, and yet not step for step. */
  const loose = (account: Account, place: number): Account => ({
    ...account,
    values: [account.values[0] ?? 0, 20 + ((place * 37) % 60) + (account.values[0] ?? 0) / 4000],
  });
  const deviationOf = (desk: SplitDesk, measure: number) => {
    const loads = new Map<string, number>();
    desk.territoryOf.forEach((at, place) =>
      loads.set(at, (loads.get(at) ?? 0) + (desk.book?.accounts[place]?.values[measure] ?? 0)),
    );
    const mean = [...loads.values()].reduce((sum, each) => sum + each, 0) / loads.size;
    return Math.max(...[...loads.values()].map((load) => Math.abs(load / mean - 1)));
  };

  test('another measure is even too, each within its own tolerance', async () => {
    const { desk, design } = await begin(loose);
    design.settings.tolerance = 0.08;
    design.settings.seeds = 4;
    design.settings.wishes = [{ kind: 'even', by: hours, tolerance: 0.08 }];
    await design.design();
    expect(design.notes?.notes).toEqual([]);
    expect(desk.figures.measures.maxDeviation).toBeLessThanOrEqual(0.08);
    expect(deviationOf(desk, 1)).toBeLessThanOrEqual(0.08);
  });

  test('the trade-off goes from the one alone to the other alone, and each of its designs opens as a split', async () => {
    const { desk, session, frontier } = await begin((account, place) => ({
      ...account,
      values: [account.values[0] ?? 0, 1 + ((place * 53) % 97)],
    }));
    await frontier.make({ kind: 'even', by: hours, tolerance: 0.03 });
    expect(frontier.done).toBeUndefined();
    const points = frontier.frontier?.points ?? [];
    expect(points).toHaveLength(frontier.of);
    const [first, last] = [points[0]!, points.at(-1)!];
    expect(first.first).toBeLessThan(0.05);
    expect(last.second).toBeLessThan(0.05);
    const worst = ({ first: one, second: other }: typeof first) => Math.max(one, other);
    // what lies between is nearer to both than either end is
    expect(worst(points[2]!)).toBeLessThan(Math.min(worst(first), worst(last)));
    frontier.open(points[2]!, 'Even by both alike');
    expect(desk.split?.territoryOf).toBe(points[2]!.territoryOf);
    expect(desk.split?.name).toBe('Even by both alike');
    expect(isSound(session.plan)).toBe(true);
  });

  test('one that cannot be is told with what was reached', async () => {
    const { design } = await begin((account, place) => ({
      ...account,
      values: [account.values[0] ?? 0, place === 0 ? 9000 : 1],
    }));
    design.settings.wishes = [{ kind: 'even', by: hours, tolerance: 0.05 }];
    await design.design();
    expect(design.notes?.notes).toMatchObject([
      { kind: 'off', tolerance: 0.05, limited: true },
      { kind: 'uneven', by: hours, tolerance: 0.05 },
    ]);
  });

  test('caps and minimums hold, with named accounts counted; those that cannot are named with their territory', async () => {
    const { desk, design } = await begin(loose);
    nameAccounts(desk, desk.book?.accounts.slice(0, 5).map(({ id }) => id) ?? [], desk.order[0] ?? '', 'So');
    design.settings.tolerance = 0.25;
    design.settings.wishes = [{ kind: 'bounds', by: '', atLeast: 18, atMost: 22 }];
    await design.design();
    expect(design.notes?.notes).toEqual([]);
    for (const count of desk.figures.accounts) {
      expect(count).toBeGreaterThanOrEqual(18);
      expect(count).toBeLessThanOrEqual(22);
    }
    design.settings.wishes = [{ kind: 'bounds', by: '', atMost: 15 }];
    await design.design();
    const beyond = design.notes?.notes ?? [];
    expect(beyond.length).toBeGreaterThan(0);
    expect(beyond).toMatchObject(beyond.map(() => ({ kind: 'beyond', by: '', bound: 15 })));
  });
});

describe('one territory more, or one less', () => {
  const movedShare = (desk: SplitDesk) =>
    movesBetween(desk.accounts, desk.other!, desk.split!).disruption.movedShare;

  test('a new one is carved from the others, which keep the rest', async () => {
    const { desk, design, session } = await begin();
    await design.design();
    await design.addOne();
    expect(design.problems).toEqual([]);
    desk.compareWith(splitId('split-2'));
    expect(desk.order).toHaveLength(7);
    expect(session.plan.territories).toHaveLength(7);
    const { measures } = desk.figures;
    expect(measures.maxDeviation).toBeLessThan(0.06);
    expect([measures.inPieces, measures.empty]).toEqual([0, 0]);
    // a seventh is what a new one must have at least
    expect(movedShare(desk)).toBeGreaterThan(1 / 7 - 0.01);
    expect(movedShare(desk)).toBeLessThan(2 / 7);
  });

  test('one that is dissolved goes to its neighbours, and of the others as little moves as can be', async () => {
    const { desk, design } = await begin();
    await design.design();
    const gone = desk.orderOnMap[2]!;
    const had = (desk.figures.measures.loads[2] ?? 0) / desk.figures.total;
    await design.dissolve(gone);
    expect(design.problems).toEqual([]);
    desk.compareWith(splitId('split-2'));
    expect(desk.order).toHaveLength(5);
    expect(desk.order).not.toContain(gone);
    expect(desk.figures.measures.maxDeviation).toBeLessThan(0.06);
    expect([desk.figures.measures.inPieces, desk.figures.unassignedAccounts]).toEqual([0, 0]);
    expect(movedShare(desk)).toBeGreaterThanOrEqual(had - 1e-9);
    expect(movedShare(desk)).toBeLessThan(2.5 * had);
  });
});

test('what else a design heeds goes with the measure that it is by, and with being balanced by that', async () => {
  const { session, design } = await begin();
  const [potential, hours] = [measureId('potential'), measureId('hours')];
  design.settings.wishes = [
    { kind: 'even', by: hours, tolerance: 0.1 },
    { kind: 'bounds', by: hours, atLeast: 1 },
    { kind: 'bounds', by: '', atMost: 90 },
  ];
  expect(design.settings.wishes).toHaveLength(3);
  session.change('Balance', (plan) => balanceBy(plan, hours));
  expect(design.settings.wishes.map(({ kind, by }) => [kind, by])).toEqual([
    ['bounds', hours],
    ['bounds', ''],
  ]);
  session.change('Balance', (plan) => balanceBy(plan, potential));
  session.change('Remove', (plan) => removeMeasure(plan, hours));
  await design.design();
  expect(design.settings.wishes.map(({ by }) => by)).toEqual(['']);
  expect(design.notes?.notes).toEqual([]);
});
