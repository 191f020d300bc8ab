import { describe, expect, test } from 'vitest';
import { setLever, updateRole } from '../../src/model/editPlan';
import type { Plan } from '../../src/model/plan';
import { share } from '../../src/model/units';
import type { Session } from '../../src/state/session.svelte';
import type { PlanPick } from '../../src/state/planPick';
import { openSession, openTab, settle, testPlan, type TestRunner } from './support';

const small = (id: string, name: string, seed = 1, trials = 200): Plan => ({
  ...testPlan(id, name),
  run: { seed, trials },
});
const bolder = (plan: Plan) => setLever(plan, 'productivity', 1.2);
const steadier = (plan: Plan) => updateRole(plan, plan.roles[0]!.id, { annualAttrition: share(0.05) });

/** A visit to a library of these plans, the first of them open; the samples that were asked for, by name. */
async function visit(...plans: readonly Plan[]) {
  const { session, runner } = openSession(openTab());
  for (const plan of plans) await session.library.add(plan, 'New plan');
  await session.open(plans[0]!.id);
  return { session, sampled: watchSamples(runner) };
}

function watchSamples(runner: TestRunner): string[] {
  const names: string[] = [];
  const sample = runner.sample.bind(runner);
  runner.sample = (plan, options) => {
    names.push(`${plan.name}, seed ${plan.run.seed}, ${options?.trials} trials`);
    return sample(plan, options);
  };
  return names;
}

/** Lets samples be simulated until nothing goes on. */
async function finish({ comparison }: Session): Promise<void> {
  do await settle();
  while (comparison.progress !== undefined || comparison.why.progress);
}

const names = (session: Session) => session.comparison.compared?.plans.map(({ name }) => name);
const first = small('one', 'One');
const second = bolder(small('two', 'Two'));
const pick = (plan: Plan, more: Partial<PlanPick> = {}) => ({ id: plan.id, ...more });

describe('what is compared', () => {
  test('a branch and what it is a branch of, before anybody chose', async () => {
    const { session } = await visit(first);
    session.comparison.follow();
    expect(session.comparison.picks).toEqual([{ slot: 1, id: 'one' }]);
    await session.branch();
    session.change('Faster', bolder);
    session.comparison.follow();
    await finish(session);
    expect(names(session)).toEqual(['One', 'One (branch)']);
    expect(session.comparison.compared!.result.pairs[0]!.bookings.mean).toBeGreaterThan(0);
  });

  test('the plan on screen as it stands, with edits that are not saved yet', async () => {
    const { session } = await visit(first, second);
    session.comparison.choosePair(pick(first), pick(second));
    await finish(session);
    const before = session.comparison.compared!.result.pairs[0]!.bookings.mean;
    expect(before).toBeGreaterThan(0);
    session.change('Faster', bolder);
    session.comparison.follow();
    await finish(session);
    expect(session.comparison.compared!.plans[0]!.plan).toBe(session.plan);
    expect(session.comparison.compared!.result.pairs[0]!.bookings.mean).toBe(0);
  });

  test('an earlier version of the same plan', async () => {
    const { session } = await visit(first);
    session.change('Faster', bolder);
    await session.autosave.flush();
    session.comparison.choosePair(pick(first, { revision: 1 }), pick(first));
    await finish(session);
    expect(names(session)).toEqual(['One (version 1)', 'One']);
    expect(session.comparison.versionsOf(first.id).map(({ label }) => label)).toEqual(['Faster', 'New plan']);
    expect(session.comparison.differences.map(({ group }) => group)).toEqual(['levers']);
  });

  test('one more takes the first free colour, and the others keep theirs', async () => {
    const third = small('three', 'Three');
    const { session } = await visit(first, second, third);
    const { comparison } = session;
    comparison.choosePair(pick(first), pick(second));
    comparison.add(pick(third));
    comparison.add(pick(third));
    comparison.remove(2);
    await finish(session);
    expect(comparison.picks.map(({ slot, id }) => [slot, id])).toEqual([
      [1, 'one'],
      [3, 'three'],
    ]);
    comparison.add(pick(second));
    comparison.replace(3, pick(first, { revision: 1 }));
    expect(comparison.picks.map(({ slot }) => slot)).toEqual([1, 3, 2]);
    await finish(session);
    comparison.lookAt(2);
    await finish(session);
    expect(comparison.compared!.plans[comparison.other]!.name).toBe('Two');
  });

  test('plans of one name are told apart', async () => {
    const { session } = await visit(first, { ...second, name: 'One' });
    session.comparison.choosePair(pick(first), pick(second));
    session.comparison.add(pick(first, { revision: 1 }));
    await finish(session);
    expect(names(session)).toEqual(['One', 'One (2)', 'One (version 1)']);
  });

  test('nothing, with one plan alone', async () => {
    const { session } = await visit(first);
    session.comparison.follow();
    await finish(session);
    expect(session.comparison.compared).toBeUndefined();
    expect(session.comparison.problems).toEqual([]);
  });
});

describe('how it is compared', () => {
  test('under the first plan’s seed, with the fewest trials, each plan simulated once', async () => {
    const { session, sampled } = await visit(first, { ...second, run: { seed: 9, trials: 150 } });
    session.comparison.choosePair(pick(first), pick(second));
    await finish(session);
    const both = ['One, seed 1, 150 trials', 'Two, seed 1, 150 trials'];
    expect(sampled.slice(0, 2)).toEqual(both);
    expect(session.comparison.compared!.draws).toEqual({ seed: 1, trials: 150 });
    session.comparison.choosePeriod(session.comparison.compared!.periods.at(-1)!.id);
    session.comparison.follow();
    await finish(session);
    expect(sampled.filter((each) => both.includes(each))).toEqual(both);
    expect(session.comparison.compared!.result.period.id).toBe('FY2027-Q4');
  });

  test('other currencies are refused in words, and a plan that is gone is named', async () => {
    const { session } = await visit(first, { ...second, currency: 'EUR' });
    session.comparison.choosePair(pick(first), pick(second));
    await finish(session);
    expect(session.comparison.compared).toBeUndefined();
    expect(session.comparison.problems[0]!.message).toContain('USD and EUR');
    session.comparison.choosePair(pick(first), { id: testPlan('gone').id });
    await finish(session);
    expect(session.comparison.problems).toHaveLength(1);
  });

  test('the older comparison stays, marked stale, and a choice made meanwhile is the one that counts', async () => {
    const { session } = await visit(first, second, small('three', 'Three'));
    const { comparison } = session;
    comparison.choosePair(pick(first), pick(second));
    await finish(session);
    comparison.replace(2, pick(small('three', 'Three')));
    while (!comparison.stale) await Promise.resolve();
    expect(names(session)).toEqual(['One', 'Two']);
    comparison.replace(2, pick(second));
    await finish(session);
    expect(names(session)).toEqual(['One', 'Two']);
    expect(comparison.stale).toBe(false);
  });
});

describe('why they differ', () => {
  const other = steadier(second);

  test('is found by itself, and adds up to the difference shown', async () => {
    const { session } = await visit(first, other);
    session.comparison.choosePair(pick(first), pick(other));
    await finish(session);
    const { why, compared } = session.comparison;
    expect(why.current).toBe(true);
    expect(why.answer!.groups).toEqual([['leaving'], ['levers']]);
    const { shares } = why.answer!.measures.bookings;
    const sum = shares.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(compared!.result.pairs[0]!.bookings.mean, 3);
  });

  test('can be stopped, is not begun again by itself, and goes on when asked', async () => {
    const { session } = await visit(first, other);
    const { comparison } = session;
    comparison.choosePair(pick(first), pick(other));
    while (!comparison.why.progress) await Promise.resolve();
    comparison.why.stop();
    expect(comparison.why.stopped).toBe(true);
    comparison.follow();
    await finish(session);
    expect(comparison.compared).toBeDefined();
    expect(comparison.why.answer).toBeUndefined();
    await comparison.why.resume();
    expect(comparison.why.answer!.groups).toHaveLength(2);
    expect(comparison.why.stopped).toBe(false);
  });

  test('nothing goes on once nobody looks, and coming back finds it', async () => {
    const { session } = await visit(first, other);
    const { comparison } = session;
    comparison.choosePair(pick(first), pick(other));
    while (!comparison.why.progress) await Promise.resolve();
    comparison.leave();
    await settle();
    expect(comparison.why.answer).toBeUndefined();
    comparison.follow();
    await finish(session);
    expect(comparison.why.current).toBe(true);
  });
});
