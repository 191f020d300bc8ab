import { describe, expect, test } from 'vitest';
import { setLever, updateRole } from '../../src/model/editPlan';
import type { Plan } from '../../src/model/plan';
import { share } from '../../src/model/units';
import { Comparison } from '../../src/state/comparison.svelte';
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
  const sampled = watchSamples(runner);
  const comparison = new Comparison(session.picks, session.runner, session.library, () => session.plan);
  return { session, comparison, sampled };
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
async function finish(comparison: Comparison): Promise<void> {
  do await settle();
  while (comparison.progress !== undefined || comparison.why.progress);
}

const names = (comparison: Comparison) => comparison.compared?.plans.map(({ name }) => name);
const first = small('one', 'One');
const second = bolder(small('two', 'Two'));
const pick = (plan: Plan, more: Partial<PlanPick> = {}) => ({ id: plan.id, ...more });

describe('what is compared', () => {
  test('a branch and what it is a branch of, before anybody chose', async () => {
    const { session, comparison } = await visit(first);
    comparison.follow();
    expect(session.picks.list).toEqual([{ slot: 1, id: 'one' }]);
    await session.branch();
    session.change('Faster', bolder);
    comparison.follow();
    await finish(comparison);
    expect(names(comparison)).toEqual(['One', 'One (branch)']);
    expect(comparison.compared!.result.pairs[0]!.bookings.mean).toBeGreaterThan(0);
  });

  test('the plan on screen as it stands, with edits that are not saved yet', async () => {
    const { session, comparison } = await visit(first, second);
    session.picks.choosePair(pick(first), pick(second));
    comparison.follow();
    await finish(comparison);
    const before = comparison.compared!.result.pairs[0]!.bookings.mean;
    expect(before).toBeGreaterThan(0);
    session.change('Faster', bolder);
    comparison.follow();
    await finish(comparison);
    expect(comparison.compared!.plans[0]!.plan).toBe(session.plan);
    expect(comparison.compared!.result.pairs[0]!.bookings.mean).toBe(0);
  });

  test('an earlier version of the same plan', async () => {
    const { session, comparison } = await visit(first);
    session.change('Faster', bolder);
    await session.autosave.flush();
    session.picks.choosePair(pick(first, { revision: 1 }), pick(first));
    comparison.follow();
    await finish(comparison);
    expect(names(comparison)).toEqual(['One (version 1)', 'One']);
    expect(comparison.versionsOf(first.id).map(({ label }) => label)).toEqual(['Faster', 'New plan']);
    expect(comparison.differences.map(({ group }) => group)).toEqual(['levers']);
  });

  test('one more takes the first free colour, and the others keep theirs', async () => {
    const third = small('three', 'Three');
    const { session, comparison } = await visit(first, second, third);
    session.picks.choosePair(pick(first), pick(second));
    session.picks.add(pick(third));
    session.picks.add(pick(third));
    session.picks.remove(2);
    comparison.follow();
    await finish(comparison);
    expect(session.picks.list.map(({ slot, id }) => [slot, id])).toEqual([
      [1, 'one'],
      [3, 'three'],
    ]);
    session.picks.add(pick(second));
    session.picks.replace(3, pick(first, { revision: 1 }));
    comparison.follow();
    expect(session.picks.list.map(({ slot }) => slot)).toEqual([1, 3, 2]);
    await finish(comparison);
    comparison.lookAt(2);
    await finish(comparison);
    expect(comparison.compared!.plans[comparison.other]!.name).toBe('Two');
  });

  test('plans of one name are told apart', async () => {
    const { session, comparison } = await visit(first, { ...second, name: 'One' });
    session.picks.choosePair(pick(first), pick(second));
    session.picks.add(pick(first, { revision: 1 }));
    comparison.follow();
    await finish(comparison);
    expect(names(comparison)).toEqual(['One', 'One (2)', 'One (version 1)']);
  });

  test('nothing, with one plan alone', async () => {
    const { comparison } = await visit(first);
    comparison.follow();
    await finish(comparison);
    expect(comparison.compared).toBeUndefined();
    expect(comparison.problems).toEqual([]);
  });
});

describe('taking over', () => {
  test('the plan on screen takes over one group from the other plan, and differs in it no more', async () => {
    const { session, comparison } = await visit(first, steadier(second));
    session.picks.choosePair(pick(first), pick(second));
    comparison.follow();
    await finish(comparison);
    expect(comparison.differences.map(({ group }) => group)).toEqual(['leaving', 'levers', 'names']);
    const taken = comparison.takeOver('leaving');
    expect(taken?.from.name).toBe('Two');
    session.change('Attrition from Two', taken!.edit);
    comparison.follow();
    await finish(comparison);
    expect(comparison.differences.map(({ group }) => group)).toEqual(['levers', 'names']);
    expect(session.plan.name).toBe('One');
    session.picks.choosePair(pick(first, { revision: 1 }), pick(second));
    comparison.follow();
    await finish(comparison);
    expect(comparison.takeOver('levers')).toBeUndefined();
  });
});

describe('how it is compared', () => {
  test('under the first plan’s seed, with the fewest trials, each plan simulated once', async () => {
    const { session, comparison, sampled } = await visit(first, { ...second, run: { seed: 9, trials: 150 } });
    session.picks.choosePair(pick(first), pick(second));
    comparison.follow();
    await finish(comparison);
    const both = ['One, seed 1, 150 trials', 'Two, seed 1, 150 trials'];
    expect(sampled.slice(0, 2)).toEqual(both);
    expect(comparison.compared!.draws).toEqual({ seed: 1, trials: 150 });
    comparison.choosePeriod(comparison.compared!.periods.at(-1)!.id);
    comparison.follow();
    await finish(comparison);
    expect(sampled.filter((each) => both.includes(each))).toEqual(both);
    expect(comparison.compared!.result.period.id).toBe('FY2027-Q4');
  });

  test('other currencies are refused in words, and a plan that is gone is named', async () => {
    const { session, comparison } = await visit(first, { ...second, currency: 'EUR' });
    session.picks.choosePair(pick(first), pick(second));
    comparison.follow();
    await finish(comparison);
    expect(comparison.compared).toBeUndefined();
    expect(comparison.problems[0]!.message).toContain('USD and EUR');
    session.picks.choosePair(pick(first), { id: testPlan('gone').id });
    comparison.follow();
    await finish(comparison);
    expect(comparison.problems).toHaveLength(1);
  });

  test('the older comparison stays, marked stale, and a choice made meanwhile is the one that counts', async () => {
    const { session, comparison } = await visit(first, second, small('three', 'Three'));
    session.picks.choosePair(pick(first), pick(second));
    comparison.follow();
    await finish(comparison);
    session.picks.replace(2, pick(small('three', 'Three')));
    comparison.follow();
    while (!comparison.stale) await Promise.resolve();
    expect(names(comparison)).toEqual(['One', 'Two']);
    session.picks.replace(2, pick(second));
    comparison.follow();
    await finish(comparison);
    expect(names(comparison)).toEqual(['One', 'Two']);
    expect(comparison.stale).toBe(false);
  });
});

describe('why they differ', () => {
  const other = steadier(second);

  test('is found by itself, and adds up to the difference shown', async () => {
    const { session, comparison } = await visit(first, other);
    session.picks.choosePair(pick(first), pick(other));
    comparison.follow();
    await finish(comparison);
    const { why, compared } = comparison;
    expect(why.current).toBe(true);
    expect(why.answer!.groups).toEqual([['leaving'], ['levers']]);
    const { shares } = why.answer!.measures.bookings;
    const sum = shares.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(compared!.result.pairs[0]!.bookings.mean, 3);
  });

  test('can be stopped, is not begun again by itself, and goes on when asked', async () => {
    const { session, comparison } = await visit(first, other);
    session.picks.choosePair(pick(first), pick(other));
    comparison.follow();
    while (!comparison.why.progress) await Promise.resolve();
    comparison.why.stop();
    expect(comparison.why.stopped).toBe(true);
    comparison.follow();
    await finish(comparison);
    expect(comparison.compared).toBeDefined();
    expect(comparison.why.answer).toBeUndefined();
    await comparison.why.resume();
    expect(comparison.why.answer!.groups).toHaveLength(2);
    expect(comparison.why.stopped).toBe(false);
  });

  test('nothing goes on once nobody looks, and coming back finds it', async () => {
    const { session, comparison } = await visit(first, other);
    session.picks.choosePair(pick(first), pick(other));
    comparison.follow();
    while (!comparison.why.progress) await Promise.resolve();
    comparison.leave();
    await settle();
    expect(comparison.why.answer).toBeUndefined();
    comparison.follow();
    await finish(comparison);
    expect(comparison.why.current).toBe(true);
  });
});
