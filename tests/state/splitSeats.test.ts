import { describe, expect, test } from 'vitest';
import { outcomeDifference } from '../../src/decide/splits/outcomeDifference';
import { splitOutcome } from '../../src/decide/splits/splitOutcome';
import type { TerritorySplit } from '../../src/model/accountBook';
import { addSplit } from '../../src/model/editAccounts';
import { allocateQuota } from '../../src/model/allocateQuota';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { money, splitId, territoryId } from '../../src/model/units';
import { applySeated } from '../../src/state/applySeated';
import { planUnder, sameUnder, seatings } from '../../src/state/planUnder';
import { splitSeats } from '../../src/state/splitSeats';
import { makeBookPlan } from '../support/makeBookPlan';
import { beginSplits } from './beginSplits';
import { TestRunner, testPlan } from './support';

const runner = new TestRunner();
/** What a plan comes to in that many trials from the plan's seed on. */
async function outcomeOf(plan: Plan, trials = 1000) {
  const sample = await runner.sample(plan, { trials });
  const outcome = sample.ok ? splitOutcome(plan, sample.value) : undefined;
  if (!outcome) throw new Error('the plan covers a fiscal year');
  return outcome;
}

/** Six strips of exactly the same potential, and its seats in turn over them. */
function evenPlan(shockSd = 0): Plan {
  const plan = makeBookPlan(testPlan(), 120, 6);
  const book = plan.accountBook!;
  const strips = plan.territories.map(({ id }) => id);
  const accounts = book.accounts.map((account) => ({ ...account, values: [600_000, 500] }));
  const territoryOf = accounts.map((_, place) => strips[place % 6] ?? '');
  return {
    ...plan,
    coverage: { curvature: 2, territoryShockSd: shockSd },
    accountBook: { ...book, accounts, splits: [{ ...book.splits[0]!, territoryOf }] },
  };
}
const today = (plan: Plan): TerritorySplit => plan.accountBook!.splits[0]!;

/** The same plan with a second split: today's territories under new names, in another order. */
function renamed(plan: Plan): { plan: Plan; split: TerritorySplit } {
  const names = new Map(
    plan.territories.map(({ id }, place) => [id as string, territoryId(`new-${9 - place}`)]),
  );
  const fresh = [...names.values()].map((id) => ({ id, name: id, potential: money(0), workload: 0 }));
  const split = {
    ...today(plan),
    id: splitId('renamed'),
    territoryOf: today(plan).territoryOf.map((id) => names.get(id) ?? ('' as const)),
  };
  return { plan: addSplit({ ...plan, territories: [...fresh, ...plan.territories] }, split), split };
}

describe('a split is judged with its seats spread', () => {
  test('seats, their quotas and headcount stay: only territories change', () => {
    const plan = makeBookPlan(testPlan(), 120, 6);
    const under = planUnder(plan, today(plan), 'potential');
    const bare = ({ territoryId: _, ...rest }: Plan['seats'][number]) => rest;
    expect(under.seats.map(bare)).toEqual(plan.seats.map(bare));
    for (const source of ['stated', 'topDown'] as const) {
      const total = (of: Plan) =>
        [...allocateQuota({ ...of, quota: { ...of.quota, source } }).values()].map(
          ({ seats }) => seats.total,
        );
      total(under).forEach((quota, year) => expect(quota).toBeCloseTo(total(plan)[year] ?? 0, 4));
    }
    expect(parsePlan(JSON.parse(JSON.stringify(under))).ok).toBe(true);
  });

  test('one whose territories are only called otherwise comes to the same, trial by trial where nothing else is drawn by territory', async () => {
    const { plan, split } = renamed(evenPlan());
    const before = await outcomeOf(planUnder(plan, today(plan), 'potential'), 300);
    const after = await outcomeOf(planUnder(plan, split, 'potential'), 300);
    after.byTrial.forEach((booked, trial) => expect(booked).toBeCloseTo(before.byTrial[trial] ?? 0, 3));
    // As they stand nobody works it.
    const stood = await outcomeOf(planUnder(plan, split, 'stand'), 300);
    expect(stood.bookings.mean).toBeLessThan(0.9 * before.bookings.mean);
  });

  test('and in distribution where territories have shocks of their own: seed of the plan, 4,000 trials, four standard errors', async () => {
    const { plan, split } = renamed(evenPlan(0.3));
    const before = await outcomeOf(planUnder(plan, today(plan), 'potential'), 4000);
    const after = await outcomeOf(planUnder(plan, split, 'potential'), 4000);
    const { mean, standardError } = outcomeDifference(before, after)!.bookings;
    expect(mean).not.toBe(0);
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    expect(after.bookings.sd / before.bookings.sd).toBeCloseTo(1, 1);
    expect(Math.abs(outcomeDifference(before, after)!.beats.value - 0.5)).toBeLessThan(0.04);
  });

  test('even territories evenly staffed book more on average than with all seats in one of them', async () => {
    const plan = evenPlan();
    const [first] = plan.territories;
    const crowded = { ...plan, seats: plan.seats.map((seat) => ({ ...seat, territoryId: first!.id })) };
    const even = await outcomeOf(planUnder(crowded, today(plan), 'potential'), 500);
    const one = await outcomeOf(planUnder(crowded, today(plan), 'stand'), 500);
    const { bookings } = outcomeDifference(one, even)!;
    expect(bookings.mean).toBeGreaterThan(4 * bookings.standardError);
  });

  test('the same way every time, and the same plan once it is in force', async () => {
    const { session, desk, outcomes } = await beginSplits(120, 6);
    const plan = session.plan;
    const thirds = today(plan).territoryOf.map((id) =>
      id === 'strip-0' || id === 'strip-1' ? id : territoryId('strip-5'),
    );
    session.change('Branch', (before) =>
      addSplit(before, { ...today(before), id: splitId('thirds'), territoryOf: thirds }),
    );
    const split = desk.splits[1]!;
    const under = outcomes.under(split, 'potential');
    expect(sameUnder(under, planUnder(session.plan, split, 'potential'))).toBe(true);
    const found = splitSeats(session.plan, split, under);
    expect(found.moved).toBeGreaterThan(0);
    expect(found.stranded + found.empty).toBe(0);
    const stood = splitSeats(session.plan, split, outcomes.under(split, 'stand'));
    expect(stood.moved).toBe(0);
    expect(stood.stranded).toBeGreaterThan(0);

    const before = session.plan;
    const label = applySeated(session, split, 'potential');
    expect(session.editor.undoLabel).toBe(label);
    expect(session.plan.accountBook?.inForce).toBe(split.id);
    // What was simulated is what was applied, and stays so.
    expect(sameUnder(outcomes.under(split, 'stand'), under)).toBe(true);
    expect(sameUnder(outcomes.under(split, 'potential'), under)).toBe(true);
    session.undo();
    expect(session.plan).toBe(before);
  });

  test('by what accounts are measured by', () => {
    const book = makeBookPlan(testPlan(), 20, 2).accountBook!;
    expect(seatings(book)).toEqual(['stand', 'potential', 'workload']);
    expect(seatings({ ...book, measures: [] })).toEqual(['stand', 'balance']);
  });
});

describe('outcomes by how seats are put', () => {
  test('are kept beside each other, and never differences of one to another state of the plan', async () => {
    const { desk, outcomes, session } = await beginSplits(60, 3);
    desk.edits.branch(today(session.plan));
    const [one, two] = desk.splits;
    expect(outcomes.seating).toBe('potential');
    await outcomes.sampleSplits();
    const spread = outcomes.resultOf(one!);
    outcomes.seating = 'stand';
    expect(outcomes.resultOf(one!)).toBeUndefined();
    await outcomes.sampleSplits();
    expect(outcomes.resultOf(one!)?.plan.seats).toBe(session.plan.seats);
    expect(outcomes.resultOf(one!, 'potential')).toBe(spread);
    // The same accounts, seats and chance: nothing between them.
    expect(outcomes.difference(two!, one!)?.bookings.mean).toBe(0);

    session.change('Another market', (plan) => ({ ...plan, market: { ...plan.market, sd: 0.3 } }));
    expect(outcomes.isStale(one!)).toBe(true);
    // Both are of one earlier state, and may be held against one another.
    expect(outcomes.difference(two!, one!)?.bookings.mean).toBe(0);
    const again = outcomes.sampleSplits();
    while (outcomes.isStale(one!)) await new Promise((resolve) => setImmediate(resolve));
    outcomes.cancel();
    await again;
    if (outcomes.isStale(two!)) expect(outcomes.difference(two!, one!)).toBeUndefined();
    expect(outcomes.isStale(one!)).toBe(false);
  });
});
