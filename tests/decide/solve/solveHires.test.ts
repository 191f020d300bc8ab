import { describe, expect, test } from 'vitest';
import { addHires } from '../../../src/decide/solve/addHires';
import { hireSeat } from '../../../src/decide/solve/hireSeat';
import { leastChance } from '../../../src/decide/solve/leastChance';
import { nonDominated } from '../../../src/decide/solve/nonDominated';
import { solveHires } from '../../../src/decide/solve/solveHires';
import type { HireProgress } from '../../../src/decide/solve/solver';
import type { HireAnswer, HireQuestion } from '../../../src/decide/solve/question';
import { money, roleId } from '../../../src/model/units';
import { parsePlan } from '../../../src/model/parsePlan';
import type { Result } from '../../../src/model/problem';
import { inProcess } from '../../runner/runs';
import { smallCompany, smallQuestion } from './smallCompany';

const { sample } = inProcess();
const pause = () => Promise.resolve();
const small = () => ({ ...smallCompany(), run: { seed: 3, trials: 4000 } });

function valueOf(result: Result<HireAnswer>): HireAnswer {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

const solve = async (question: HireQuestion, plan = small()) =>
  valueOf(await solveHires(plan, question, { sample, pause }));

describe('solving for hires', () => {
  test('the plan chosen is safe on the trials that it shows once it is opened', async () => {
    const told: HireProgress[] = [];
    const early: HireAnswer[] = [];
    const plan = small();
    const question = smallQuestion(0.6);
    const answer = valueOf(
      await solveHires(plan, question, {
        sample,
        pause,
        onProgress: (progress) => told.push(progress),
        onAnswer: (some) => early.push(some),
      }),
    );
    const { chosen, today, frontier } = answer;
    expect(chosen?.least).toBeGreaterThanOrEqual(0.6);
    expect(today.chance.value).toBeLessThan(0.6);
    expect(answer.additive).toBe(true);
    // the same chance as the opened plan's own run has
    const opened = addHires(plan, chosen?.hires ?? []);
    const own = await sample(opened, { trials: 4000 });
    if (!own.ok) throw new Error('the plan must be sampled');
    let hits = 0;
    for (let trial = 0; trial < 4000; trial++) {
      let sum = 0;
      for (let month = 0; month < 12; month++) sum += own.value.bookings[trial * 12 + month] ?? 0;
      if (sum >= answer.target) hits++;
    }
    expect(chosen?.chance.value).toBe(hits / 4000);
    expect(parsePlan(opened).ok).toBe(true);
    // the answer stands before the frontier has been tested, and the frontier leaves it as it is
    expect(early).toHaveLength(1);
    expect(early[0]?.chosen).toEqual(chosen);
    expect(frontier.map(({ cost }) => cost.mean)).toEqual(
      frontier.map(({ cost }) => cost.mean).sort((a, b) => a - b),
    );
    for (const [place, { chance }] of frontier.entries())
      expect(chance.value).toBeGreaterThan(frontier[place - 1]?.chance.value ?? -1);
    const done = told.map((each) => each.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  test('a plan that is safe as it is needs nobody', async () => {
    const easy = {
      ...small(),
      targets: small().targets.map((each) => ({ ...each, amount: money(500_000) })),
    };
    const { chosen, today } = await solve(smallQuestion(0.6), easy);
    expect(today.chance.value).toBeGreaterThan(0.9);
    expect(chosen?.count).toBe(0);
  });

  test('where it cannot be, the answer says why, and what is best', async () => {
    const bounds = await solve({ ...smallQuestion(0.95), perMonth: 1 });
    expect(bounds.chosen).toBeUndefined();
    expect(bounds.shortfall).toBe('bounds');
    expect(bounds.best.count).toBe(4);
    const budget = await solve({ ...smallQuestion(0.95), budget: money(200_000) });
    expect(budget.shortfall).toBe('budget');
    expect(budget.best.cost.mean).toBeLessThanOrEqual(200_000);
    expect(budget.best.chance.value).toBeGreaterThan(budget.today.chance.value);
  });

  test('a plan without a target is refused, and one that is given up is', async () => {
    const none = await solveHires({ ...small(), targets: [] }, smallQuestion(0.6), { sample, pause });
    expect(none.ok ? '' : none.problems[0]?.code).toBe('no-target');
    const gone = await solveHires(small(), smallQuestion(0.6), {
      sample,
      pause,
      signal: AbortSignal.abort(),
    });
    expect(gone.ok ? '' : gone.problems[0]?.code).toBe('aborted');
  });

  test('one that is to come to its end at once still gives a tested plan', async () => {
    const answer = valueOf(
      await solveHires(small(), smallQuestion(0.6), { sample, pause, finish: AbortSignal.abort() }),
    );
    expect(answer.frontier.length).toBeGreaterThan(0);
    expect(answer.chosen ?? answer.shortfall).toBe('stopped');
    expect(answer.testTrials).toBe(4000);
  });
});

describe('new people', () => {
  const plan = smallCompany();
  const cell = { roleId: roleId('role-smb'), month: 2 };

  test('have ids of their own, made of role, month and number, whoever else is hired', () => {
    const alone = hireSeat(plan, cell, 1);
    expect(alone.id).toBe('hire-role-smb-2027-03-2');
    const among = addHires(plan, [
      { roleId: roleId('role-midMarket'), month: 0, count: 2 },
      { ...cell, count: 2 },
    ]);
    expect(among.seats.at(-1)).toEqual(alone);
    expect(among.seats.slice(0, 3)).toEqual(plan.seats);
    // hired already: the next of that month has the next number
    expect(hireSeat(among, cell, 0).id).toBe('hire-role-smb-2027-03-3');
  });

  test('no hires leave the plan as it is', () => {
    expect(addHires(plan, [])).toBe(plan);
  });
});

describe('the least chance', () => {
  test('is the exact bound of Clopper and Pearson', () => {
    // 0 of n: none; n of n: α^(1/n); and one of ten by hand: 1 − (1 − p)^10 = 0.05
    expect(leastChance(0, 10, 0.95)).toBe(0);
    expect(leastChance(10, 10, 0.95)).toBeCloseTo(0.05 ** 0.1, 10);
    expect(leastChance(1, 10, 0.95)).toBeCloseTo(1 - 0.95 ** 0.1, 10);
    expect(leastChance(8142, 10_000, 0.95)).toBeCloseTo(0.8077, 3);
  });
});

describe('the frontier', () => {
  test('leaves out what is beaten in both', () => {
    const at = (cost: number, chance: number, count: number) => ({
      hires: [],
      count,
      chance: { value: chance, standardError: 0 },
      least: 0,
      cost: { mean: cost, standardError: 0 },
      bookings: { mean: 0, standardError: 0 },
    });
    const plans = [at(3, 0.9, 3), at(0, 0.2, 0), at(2, 0.5, 2), at(2, 0.7, 1), at(4, 0.9, 4), at(1, 0.2, 1)];
    expect(nonDominated(plans).map(({ count }) => count)).toEqual([0, 1, 3]);
  });
});
