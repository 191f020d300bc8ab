import { afterEach, describe, expect, it } from 'vitest';
import { featurePlans } from '../../src/bench/featurePlans';
import type { Plan } from '../../src/model/plan';
import type { Result } from '../../src/model/problem';
import { makeFallbackRunner } from '../../src/runner/fallbackRunner';
import { makePoolRunner } from '../../src/runner/poolRunner';
import type { Runner } from '../../src/runner/runner';
import { columnsOf, ROW_NAMES } from '../../src/sim/outcome';
import { FakeWorker, MortalWorker } from './fakeWorker';
import { bytesOf, codesOf, inProcess, nextTask, samplePlan } from './runs';

const runners: Runner[] = [];

function pool(size: number, makeWorker: () => FakeWorker = () => new FakeWorker()) {
  const runner = makePoolRunner({ makeWorker, size });
  runners.push(runner);
  return runner;
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

const refused = () =>
  makePoolRunner({
    makeWorker: () => {
      throw new Error('not allowed');
    },
    size: 2,
  });

describe('a replayed trial', () => {
  const plans = featurePlans().map((plan) => [plan.name, plan] as const);
  it.each(plans)('has the row of that trial in a sample, bit for bit: %s', async (_, plan) => {
    const runner = inProcess();
    const sample = valueOf(await runner.sample(plan, { trials: 12 }));
    const { row, trial } = valueOf(await runner.replay(plan, 11));
    expect(trial).toBe(11);
    for (const name of ROW_NAMES) {
      const columns = columnsOf(name, sample.shape);
      expect(row[name], name).toEqual(sample[name].slice(11 * columns, 12 * columns));
    }
  });

  it.each([1, 2, 5])('is the same on %i workers as on none', async (size) => {
    const plan = samplePlan(100);
    expect(valueOf(await pool(size).replay(plan, 41))).toEqual(valueOf(await inProcess().replay(plan, 41)));
  });

  it('may lie beyond the trials of a run', async () => {
    expect(valueOf(await inProcess().replay(samplePlan(100), 123_456)).trial).toBe(123_456);
  });

  it('is told on the page’s thread where there are no workers', async () => {
    const told: string[] = [];
    const runner = makeFallbackRunner(refused(), inProcess(), (problems) =>
      told.push(...problems.map(({ code }) => code)),
    );
    expect(valueOf(await runner.replay(samplePlan(100), 3)).trial).toBe(3);
    expect(told).toEqual(['no-workers']);
  });

  it('leaves a run and a sample beside it as they would be without it', async () => {
    const plan: Plan = samplePlan(1000);
    const other = samplePlan(200, 9);
    const runner = pool(2);
    const run = runner.run(plan);
    await nextTask();
    const [replay, sample] = await Promise.all([runner.replay(other, 5), runner.sample(other)]);
    expect(replay.ok).toBe(true);
    expect(valueOf(sample).bookings).toEqual(valueOf(await inProcess().sample(other)).bookings);
    expect(bytesOf(await run)).toBe(bytesOf(await inProcess().run(plan)));
  });

  it('survives a worker that dies', async () => {
    const count = { left: 0 };
    const mortal = pool(2, () => new MortalWorker(count));
    expect(valueOf(await mortal.replay(samplePlan(100), 7))).toEqual(
      valueOf(await inProcess().replay(samplePlan(100), 7)),
    );
  });

  it('waits for workers that are all still starting', async () => {
    const runner = pool(1);
    const run = runner.run(samplePlan(64));
    const asked = [1, 2, 3].map((trial) => runner.replay(samplePlan(64), trial));
    const told = await Promise.all(asked);
    expect(told.map((each) => valueOf(each).trial)).toEqual([1, 2, 3]);
    expect((await run).ok).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN, Infinity])('of a number that is none is refused: %d', async (trial) => {
    for (const runner of [pool(1), inProcess()])
      expect(codesOf(await runner.replay(samplePlan(100), trial))).toEqual(['no-such-trial']);
  });

  it('ends at once where it is aborted or the runner is disposed of', async () => {
    for (const runner of [pool(1), inProcess()]) {
      const signal = AbortSignal.abort();
      expect(codesOf(await runner.replay(samplePlan(100), 1, { signal }))).toEqual(['aborted']);
    }
    const runner = pool(1);
    const abort = new AbortController();
    const open = [
      runner.replay(samplePlan(100), 1, { signal: abort.signal }),
      runner.replay(samplePlan(100), 2),
    ];
    abort.abort();
    runner.dispose();
    expect((await Promise.all(open)).map(codesOf)).toEqual([['aborted'], ['disposed']]);
    expect(codesOf(await runner.replay(samplePlan(100), 1))).toEqual(['disposed']);
  });
});
