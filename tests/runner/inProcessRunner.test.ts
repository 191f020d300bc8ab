import { describe, expect, it } from 'vitest';
import { makeInProcessRunner } from '../../src/runner/inProcessRunner';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';
import { bytesOf, codesOf, inProcess, nextTask, samplePlan } from './runs';

const plan = samplePlan(1000);

describe('a run on the calling thread', () => {
  it('rises in trials and ends with the result', async () => {
    const seen: number[] = [];
    const result = await inProcess().run(plan, { onProgress: ({ trials }) => seen.push(trials) });
    expect(seen).toEqual([64, 128, 256, 1000]);
    expect(bytesOf(result)).toContain('"trials":1000');
  });

  it('gives the page a turn after each picture, where it can be aborted', async () => {
    const abort = new AbortController();
    let turns = 0;
    const runner = makeInProcessRunner({
      loadService: () => makeSimulationService(bestKernel()),
      yieldToPage: async () => {
        turns++;
        abort.abort();
        await nextTask();
      },
    });
    const seen: number[] = [];
    const result = await runner.run(plan, {
      signal: abort.signal,
      onProgress: ({ trials }) => seen.push(trials),
    });
    expect(codesOf(result)).toEqual(['aborted']);
    expect(turns).toBe(1);
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  it('gives way to a newer one', async () => {
    const runner = inProcess();
    const older = runner.run(samplePlan(5000, 1));
    const newer = runner.run(plan);
    expect(codesOf(await older)).toEqual(['aborted']);
    expect(bytesOf(await newer)).toBe(bytesOf(await inProcess().run(plan)));
  });

  it('loads the engine once, and reports one that cannot be loaded', async () => {
    let loads = 0;
    const runner = makeInProcessRunner({
      loadService: () => {
        loads++;
        return Promise.reject(new Error('no network'));
      },
      yieldToPage: nextTask,
    });
    expect(codesOf(await runner.run(plan))).toEqual(['simulation-failed']);
    expect(loads).toBe(1);
  });
});
