import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { parsePlan } from '../../src/model/parsePlan';
import { measureId, splitId, territoryId } from '../../src/model/units';
import { makeSplitRunner } from '../../src/runner/splitRunner';
import { isScattered, pieceRule } from '../../src/state/pieceRule';
import { nameAccounts } from '../../src/state/nameAccounts';
import { SplitDesign } from '../../src/state/splitDesign.svelte';
import { SplitDesk } from '../../src/state/splitDesk.svelte';
import { movesBetween } from '../../src/state/splitMoves';
import type { SplitTools } from '../../src/state/splitTools';
import { moveWords } from '../../src/ui/splits/moveWords';
import { brokenOf } from '../../src/ui/splits/splitWords';
import { SplitChannelWorker } from '../runner/splitChannelWorker';
import { makeBookPlan } from '../support/makeBookPlan';
import { beginSplits } from './beginSplits';
import { openSession, openTab, testPlan } from './support';

const K = 6;

/** 240 accounts whose six territories lie all over one another, the first two grown by half. */
function scatter(plan: Plan): Plan {
  const book = plan.accountBook!;
  const territoryOf = book.accounts.map((_, place) => territoryId(`strip-${(place * 7) % K}`));
  const accounts = book.accounts.map((account, place) => ({
    ...account,
    ...(place % 20 < 2 && { family: `Family ${Math.floor(place / 20)}` }),
    values: account.values.map((value) => (value ?? 0) * ((place * 7) % K < 2 ? 1.5 : 1)),
  }));
  return {
    ...plan,
    accountBook: { ...book, accounts, splits: book.splits.map((split) => ({ ...split, territoryOf })) },
  };
}

async function begin(change: (plan: Plan) => Plan = scatter) {
  const { session, runner } = openSession(openTab());
  await session.adopt(change(makeBookPlan(testPlan(), 240, K)), 'Made');
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
  return { session, desk, design };
}

const movedShare = (desk: SplitDesk, from = desk.splits[0]!) =>
  movesBetween(desk.accounts, from, desk.split!).disruption.movedShare;

describe('whether territories may lie in pieces', () => {
  test('is as somebody says; else areas and what is drawn afresh are in one piece, and what is kept is as it is', async () => {
    const { desk } = await begin();
    const figures = desk.figures;
    expect(isScattered(figures)).toBe(true);
    const now = { areas: false, madeSo: false, figures };
    const rule = (...args: Parameters<typeof pieceRule>) => Object.values(pieceRule(...args));
    expect(rule('one', 'kept', now)).toEqual([false, 'chosen']);
    expect(rule('pieces', 'afresh', { ...now, areas: true })).toEqual([true, 'chosen']);
    expect(rule('automatic', 'kept', { ...now, areas: true })).toEqual([false, 'areas']);
    expect(rule('automatic', 'afresh', { ...now, madeSo: true })).toEqual([false, 'fresh']);
    expect(rule('automatic', 'kept', now)).toEqual([true, 'scattered']);
    const whole = (await begin((plan) => plan)).desk.figures;
    expect(rule('automatic', 'kept', { ...now, figures: whole })).toEqual([false, 'whole']);
    expect(rule('automatic', 'kept', { ...now, figures: whole, madeSo: true })).toEqual([true, 'made so']);
  });

  test('that hang together is kept to the bit, whether it is said or not', async () => {
    const made = [];
    for (const pieces of ['automatic', 'one'] as const) {
      const { desk, design } = await begin((plan) => plan);
      design.settings.pieces = pieces;
      design.settings.stickiness = 0.5;
      await design.design();
      expect(desk.figures.measures.inPieces).toBe(0);
      made.push(desk.split!);
    }
    expect(made[1]!.territoryOf).toEqual(made[0]!.territoryOf);
    expect(JSON.stringify(made)).not.toContain('inPieces');
  });
});

describe('a scattered book that is kept', () => {
  test('moves what the tolerance needs, keeps locks, names, rules and families, remembers how it was made, and is not broken', async () => {
    const { desk, design, session } = await begin();
    const today = desk.splits[0]!.id;
    session.change('Rule', (plan) => ({
      ...plan,
      accountBook: {
        ...plan.accountBook!,
        splits: plan.accountBook!.splits.map((split) => ({
          ...split,
          rules: [
            {
              when: [{ kind: 'measure', measureId: measureId('potential'), atLeast: 550_000 }],
              territoryId: territoryId('strip-3'),
              sharesMap: true,
            },
          ],
        })),
      },
    }));
    const places = desk.territoryOf.flatMap((at, place) => (at === 'strip-0' ? [place] : [])).slice(0, 6);
    const ids = places.map((place) => desk.book!.accounts[place]!.id);
    desk.select(ids);
    desk.edits.toggleLock(desk.selection);
    nameAccounts(desk, [desk.book!.accounts[1]!.id], territoryId('strip-5'), 'So');
    design.settings.stickiness = 1;
    const { free } = design.bounds!;
    await design.design();
    expect(design.problems).toEqual([]);
    const { split, figures } = desk;
    expect([split?.from, split?.inPieces]).toEqual([today, true]);
    for (const place of places) expect(desk.territoryOf[place]).toBe('strip-0');
    expect(desk.territoryOf[1]).toBe('strip-5');
    desk.book!.accounts.forEach(({ values }, place) => {
      if ((values[0] ?? 0) >= 550_000) expect(desk.territoryOf[place]).toBe('strip-3');
    });
    const free0 = new Set([...places, 1]);
    for (const members of desk.accounts.families)
      if (
        !members.some((place) => free0.has(place) || (desk.book!.accounts[place]!.values[0] ?? 0) >= 550_000)
      )
        expect(new Set(members.map((place) => desk.territoryOf[place])).size).toBe(1);
    expect(figures.measures.maxDeviation).toBeLessThanOrEqual(0.05);
    expect(figures.measures.inPieces).toBe(K);
    // Families and rules that come together move besides.
    expect(movedShare(desk)).toBeLessThan(free + 0.12);
    const mayLieInPieces = design.settings.pieceRule('kept').pieces;
    expect(brokenOf(figures, 0.05, { mayLieInPieces })).toEqual([]);
    expect(parsePlan(JSON.parse(JSON.stringify(session.plan)))).toMatchObject({ ok: true });
  });

  test('moves hardly more than the free bound, and no reason speaks of hanging together', async () => {
    const { desk, design } = await begin();
    design.settings.families = false;
    design.settings.stickiness = 1;
    const { free } = design.bounds!;
    await design.design();
    expect(movedShare(desk)).toBeGreaterThanOrEqual(free - 1e-9);
    expect(movedShare(desk)).toBeLessThanOrEqual(1.1 * free);
    const { moves } = movesBetween(desk.accounts, desk.splits[0]!, desk.split!);
    for (const move of moves) {
      expect(move.reason?.evens).toBe('before');
      const unexplained = { ...move, reason: { ...move.reason!, kmBefore: 0, kmAfter: 0 } };
      const { evens: _no, ...bare } = unexplained.reason;
      const words = moveWords({ ...move, reason: bare }, desk.accounts.nameOf, 'Potential');
      expect(words).toContain('so that loads come out even elsewhere');
      expect(words).not.toContain('hang together');
    }
  });

  test('is healed by its balance alone, has room for a territory more, and joins where it is drawn afresh', async () => {
    const { desk, design } = await begin();
    design.settings.families = false;
    design.settings.stickiness = 1;
    await design.design();
    const made = desk.split!;
    const even = desk.territoryOf;
    await design.heal();
    expect(desk.territoryOf).toEqual(even);
    await design.addOne();
    expect(desk.order).toHaveLength(K + 1);
    expect(desk.split!.inPieces).toBe(true);
    expect(desk.figures.measures.maxDeviation).toBeLessThanOrEqual(0.05);
    expect(movedShare(desk, made)).toBeLessThan(1.2 / (K + 1));
    await design.dissolve(desk.orderOnMap[2]!);
    expect(desk.order).toHaveLength(K);
    expect(desk.figures.measures.maxDeviation).toBeLessThanOrEqual(0.05);
    design.settings.stickiness = 0;
    await design.design();
    expect(desk.figures.measures.inPieces).toBe(0);
    expect(desk.split).not.toHaveProperty('inPieces');
  });
});

test('a series of splits goes by the same choice, and what is opened remembers it', async () => {
  const { desk, tradeOff } = await beginSplits(240, K, scatter);
  tradeOff.series = 'kept';
  await tradeOff.explore(0.05);
  expect(tradeOff.problems).toEqual([]);
  const made = tradeOff.splits.filter((each) => each.made !== undefined);
  const [afresh, fewest] = ['Afresh', 'Fewest'].map((name) =>
    made.find(({ split }) => split.name.startsWith(name)),
  );
  expect([afresh?.split.inPieces, fewest?.split.inPieces]).toEqual([undefined, true]);
  expect(fewest!.disruption.movedShare).toBeLessThan(0.25 * afresh!.disruption.movedShare);
  tradeOff.open(fewest!);
  expect(desk.split).toMatchObject({ inPieces: true, from: splitId('split-1') });
});
