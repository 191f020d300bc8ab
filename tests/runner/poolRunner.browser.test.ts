import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { makeInProcessRunner } from '../../src/runner/inProcessRunner';
import { makePoolRunner, type PoolRunner } from '../../src/runner/poolRunner';
import { yieldToPage } from '../../src/runner/yieldToPage';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';

// Seven workers start slowly where many tests share the machine.
vi.setConfig({ testTimeout: 60_000 });

const runners: PoolRunner[] = [];
const makeWorker = () =>
  new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' });

function pool(size: number, make: () => Worker = makeWorker) {
  const runner = makePoolRunner({ makeWorker: make, size });
  runners.push(runner);
  return runner;
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

const plan = { ...makeStartUpSample(), run: { seed: 7, trials: 2000 } };
const expected = JSON.stringify(
  await makeInProcessRunner({ loadService: () => makeSimulationService(bestKernel()), yieldToPage }).run(
    plan,
  ),
);

describe('real module workers', () => {
  it.each([1, 2, 7])('give on %i of them the bytes that the page’s own thread gives', async (size) => {
    const trials: number[] = [];
    const result = await pool(size).run(plan, { onProgress: (summary) => trials.push(summary.trials) });
    expect(JSON.stringify(result)).toBe(expected);
    expect(trials).toEqual([...new Set(trials)].sort((a, b) => a - b));
    expect(trials.at(-1)).toBe(2000);
  });

  it('are replaced when one is lost while it runs', async () => {
    const made: Worker[] = [];
    const runner = pool(2, () => {
      const worker = makeWorker();
      made.push(worker);
      return worker;
    });
    const result = await runner.run(plan, {
      onProgress: () => {
        if (made.length === 2) made[0]?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      },
    });
    expect(JSON.stringify(result)).toBe(expected);
    expect(made).toHaveLength(3);
  });

  it('that cannot be loaded are reported, where Comlink alone would wait for ever', async () => {
    const missing = () => new Worker(new URL(`data:text/javascript,throw new Error('no engine')`));
    expect(await pool(1, missing).run(plan)).toMatchObject({ ok: false, problems: [{ code: 'no-workers' }] });
  });

  it('are free for another run at once after an abort', async () => {
    const abort = new AbortController();
    const runner = pool(2);
    const long = { ...plan, run: { seed: 7, trials: 200_000 } };
    const stopped = await runner.run(long, { signal: abort.signal, onProgress: () => abort.abort() });
    expect(stopped).toMatchObject({ ok: false, problems: [{ code: 'aborted' }] });
    expect(JSON.stringify(await runner.run(plan))).toBe(expected);
  });
});
