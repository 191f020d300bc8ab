import { describe, expect, it } from 'vitest';
import { makeSplitRunner, type SplitFound } from '../../src/runner/splitRunner';
import { designSplit } from '../../src/territory/designSplit';
import type { SplitTask } from '../../workers/protocol';
import { gridUnits } from '../territory/support/gridUnits';
import { codesOf } from './runs';
import { SplitChannelWorker } from './splitChannelWorker';

const units = gridUnits(16, 12, 2);
const total = units.weight.reduce((sum, each) => sum + each, 0);
const task: SplitTask = {
  kind: 'design',
  targets: new Float64Array(5).fill(total / 5),
  tolerance: 0.02,
  seed: 3,
};

describe('a split made by workers', () => {
  it('is the one that the engine makes of that seed', async () => {
    const result = await makeSplitRunner({ makeWorker: () => new SplitChannelWorker(), size: 2 }).make(
      units,
      task,
    );
    expect(result.ok && result.value.split).toEqual(
      designSplit(units, { territories: 5, tolerance: 0.02, seed: 3 }),
    );
  });

  it.each([1, 3])('is the best of its seeds, on %i workers', async (size) => {
    const told: SplitFound[] = [];
    const made: SplitChannelWorker[] = [];
    const makeWorker = () => {
      made.push(new SplitChannelWorker());
      return made.at(-1) ?? new SplitChannelWorker();
    };
    const result = await makeSplitRunner({ makeWorker, size }).make(units, task, {
      seeds: 4,
      onProgress: (found) => told.push(found),
    });
    if (!result.ok) throw new Error('a split must be made');
    const alone = await makeSplitRunner({ makeWorker: () => new SplitChannelWorker(), size: 1 }).make(
      units,
      task,
      {
        seeds: 4,
      },
    );
    expect(alone.ok && alone.value.split).toEqual(result.value.split);
    expect(told.map(({ tried }) => tried)).toEqual([1, 2, 3, 4]);
    const distances = told.map(({ measures }) => measures.rmsKm);
    expect(distances).toEqual(distances.toSorted((a, b) => b - a));
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('that is cancelled ends its workers and says so', async () => {
    const abort = new AbortController();
    const made: SplitChannelWorker[] = [];
    const makeWorker = () => {
      const worker = new SplitChannelWorker();
      made.push(worker);
      return worker;
    };
    const open = makeSplitRunner({ makeWorker, size: 2 }).make(units, task, {
      seeds: 9,
      signal: abort.signal,
    });
    abort.abort();
    expect(codesOf(await open)).toEqual(['aborted']);
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('where there are no workers says what to do', async () => {
    const runner = makeSplitRunner({
      makeWorker: () => {
        throw new Error('refused');
      },
      size: 2,
    });
    expect(codesOf(await runner.make(units, task))).toEqual(['no-workers']);
  });
});
