import { describe, expect, test } from 'vitest';
import { HireSolve } from '../../src/state/hireSolve.svelte';
import { SolveSettings } from '../../src/state/solveSettings.svelte';
import { TargetSolve } from '../../src/state/targetSolve.svelte';
import { periodId, roleId } from '../../src/model/units';
import { smallCompany, smallQuestion } from '../decide/solve/smallCompany';
import { inProcess } from '../runner/runs';

const pause = () => Promise.resolve();
const small = () => ({ ...smallCompany(), run: { seed: 3, trials: 4000 } });

describe('the search for hires', () => {
  test('keeps its answer with the plan that it is of, which stays as it was', async () => {
    const solve = new HireSolve(inProcess(), pause);
    const plan = Object.freeze(small());
    const run = solve.run(plan, smallQuestion(0.5));
    expect(solve.running).toBe(true);
    await run;
    expect(solve.running).toBe(false);
    expect(solve.answerOf).toBe(plan);
    const chosen = solve.answer?.chosen;
    expect(chosen?.count).toBeGreaterThan(0);
    const opened = chosen && solve.planWith(chosen);
    expect(opened?.seats).toHaveLength(plan.seats.length + (chosen?.count ?? 0));
    expect(opened?.seats.slice(0, plan.seats.length)).toEqual(plan.seats);
  });

  test('a newer search gives the older one up, and one that is finished early has an answer', async () => {
    const solve = new HireSolve(inProcess(), pause);
    const older = solve.run(small(), smallQuestion(0.9));
    const newer = solve.run(small(), smallQuestion(0.4));
    solve.finish();
    await Promise.all([older, newer]);
    expect(solve.running).toBe(false);
    expect(solve.answer?.question.probability).toBe(0.4);
  });

  test('what cannot be simulated is said', async () => {
    const runner = inProcess();
    runner.dispose();
    const solve = new HireSolve(runner, pause);
    await solve.run(small(), smallQuestion(0.4));
    expect(solve.problems[0]?.code).toBe('disposed');
    expect(solve.running).toBe(false);
  });
});

describe('the search for a safe target', () => {
  test('samples a plan once, whatever chances are asked for', async () => {
    const runner = inProcess();
    let samples = 0;
    const solve = new TargetSolve({ ...runner, sample: (...args) => (samples++, runner.sample(...args)) });
    const plan = small();
    const amounts: number[] = [];
    for (const p of [0.5, 0.8, 0.9]) {
      await solve.run(plan, periodId('FY2027'), p);
      amounts.push(solve.answer?.amount ?? 0);
    }
    expect(samples).toBe(1);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });
});

describe('what is asked', () => {
  test('is the first year with a target, for roles that sell, until it is chosen otherwise', () => {
    const settings = new SolveSettings();
    const plan = small();
    expect(settings.question(plan)).toMatchObject({ period: 'FY2027', probability: 0.8, lastMonth: 11 });
    settings.setMost(roleId('role-smb'), 0);
    expect(settings.question(plan)?.roles.map(({ most }) => most)).toEqual([0, 6, 6]);
    expect(settings.question({ ...plan, targets: [] })).toBeUndefined();
  });
});
