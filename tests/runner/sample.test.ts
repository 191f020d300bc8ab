import { afterEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { seededDraws } from '../../src/model/seededDraws';
import type { Result } from '../../src/model/problem';
import { makePoolRunner } from '../../src/runner/poolRunner';
import type { Runner } from '../../src/runner/runner';
import { columnsOf, ROW_NAMES } from '../../src/sim/outcome';
import { addOutcome, makeRunTotals } from '../../src/stats/mergeOutcomes';
import type { PlanSample } from '../../src/stats/planSample';
import { featurePlans } from '../../src/bench/featurePlans';
import { blockOf } from '../support/blockOf';
import { FakeWorker, MortalWorker, ShuffledWorker } from './fakeWorker';
import { codesOf, inProcess, nextTask, samplePlan } from './runs';

const runners: Runner[] = [];

function pool(size: number, makeWorker: () => FakeWorker = () => new FakeWorker()) {
  const runner = makePoolRunner({ makeWorker, size });
  runners.push(runner);
  return runner;
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

function valueOf(result: Result<PlanSample>): PlanSample {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

/** Twelve seats over so long that a sample of a thousand trials takes several pieces. */
const long = (): Plan => {
  const plan = samplePlan(1000);
  return { ...plan, calendar: { ...plan.calendar, months: 60 } };
};

/** The rows that whole blocks of a run leave. */
function rowsOfRun(plan: Plan, trials: number): PlanSample {
  const totals = makeRunTotals({ ...plan, run: { ...plan.run, trials } }, trials);
  for (let block = 0; block * 64 < trials; block++)
    addOutcome(totals, blockOf(plan, block, Math.min(64, trials - block * 64)));
  return totals;
}

function expectSameRows(got: PlanSample, wanted: PlanSample): void {
  for (const name of ROW_NAMES) {
    const cells = wanted.trials * columnsOf(name, wanted.shape);
    expect(got[name].length, name).toBe(cells);
    // The first place that differs, not the difference of so many numbers, which takes minutes to print.
    const place = wanted[name].subarray(0, cells).findIndex((value, at) => value !== got[name][at]);
    expect([name, place]).toEqual([name, -1]);
  }
}

describe('a sample of a plan', () => {
  const plans = featurePlans().map((plan) => [plan.name, plan] as const);
  it.each(plans)('has the rows of the plan’s run, bit for bit: %s', async (_, plan) => {
    const trials = 70;
    expectSameRows(valueOf(await inProcess().sample(plan, { trials })), rowsOfRun(plan, trials));
  });

  it.each([1, 2, 7])('is the same on %i workers as on none', async (size) => {
    const plan = long();
    expectSameRows(valueOf(await pool(size).sample(plan)), valueOf(await inProcess().sample(plan)));
  });

  it('is the same when pieces are finished in a shuffled order', async () => {
    const held: (() => void)[] = [];
    const plan = long();
    const shuffled = pool(5, () => new ShuffledWorker(held, seededDraws(3)));
    expectSameRows(valueOf(await shuffled.sample(plan)), valueOf(await inProcess().sample(plan)));
  });

  it('draws the same sources anew on every runner, and the others not', async () => {
    const plan = samplePlan(300);
    const [pooled, here] = [pool(2), inProcess()];
    const anew = valueOf(await pooled.sample(plan, { anew: ['market'] }));
    expectSameRows(anew, valueOf(await here.sample(plan, { anew: ['market'] })));
    const own = valueOf(await here.sample(plan));
    expect(anew.market).not.toEqual(own.market);
    expect(anew.leavers).toEqual(own.leavers);
  });

  it('survives a worker that dies', async () => {
    const plan = long();
    const count = { left: 1 };
    const mortal = pool(2, () => new MortalWorker(count));
    expectSameRows(valueOf(await mortal.sample(plan)), valueOf(await inProcess().sample(plan)));
  });

  it('of no trials is empty', async () => {
    for (const runner of [pool(2), inProcess()])
      expect(valueOf(await runner.sample(samplePlan(100), { trials: 0 })).trials).toBe(0);
  });

  it('tells its progress, rising to the trials asked for', async () => {
    for (const runner of [pool(2), inProcess()]) {
      const told: number[] = [];
      await runner.sample(long(), { onProgress: (trials) => told.push(trials) });
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(1000);
    }
  });
});

describe('several questions at once', () => {
  it('samples of different plans do not mix, and a run beside them is finished too', async () => {
    const runner = pool(2);
    const plans = [1, 2, 3, 4].map((seed) => samplePlan(500, seed));
    const [run, ...samples] = await Promise.all([
      runner.run(samplePlan(500)),
      ...plans.map((plan) => runner.sample(plan)),
    ]);
    expect(run.ok).toBe(true);
    for (const [index, plan] of plans.entries()) {
      const sample = samples[index];
      if (sample) expectSameRows(valueOf(sample), rowsOfRun(plan, 500));
    }
  });

  it('an aborted sample ends at once and leaves the others alone', async () => {
    for (const runner of [pool(1), inProcess()]) {
      const abort = new AbortController();
      const stopped = runner.sample(long(), { signal: abort.signal });
      const kept = runner.sample(samplePlan(200));
      await nextTask();
      abort.abort();
      expect(codesOf(await stopped)).toEqual(['aborted']);
      expect((await kept).ok).toBe(true);
    }
  });

  it('a disposed runner answers what is open, and takes no more', async () => {
    const runner = pool(1);
    const open = runner.sample(long());
    runner.dispose();
    expect(codesOf(await open)).toEqual(['disposed']);
    expect(codesOf(await runner.sample(long()))).toEqual(['disposed']);
  });
});
