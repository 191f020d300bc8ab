import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeFallbackRunner } from '../../src/runner/fallbackRunner';
import { makeInProcessRunner } from '../../src/runner/inProcessRunner';
import { makePoolRunner } from '../../src/runner/poolRunner';
import type { Runner } from '../../src/runner/runner';
import type { RunSummary } from '../../src/stats/summary';
import { tooLarge } from '../../src/runner/tooLarge';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';
import { seededDraws } from '../../src/model/seededDraws';
import { makeBookPlan } from '../support/makeBookPlan';
import { FakeWorker, MortalWorker, ShuffledWorker } from './fakeWorker';
import { bytesOf, codesOf, inProcess, nextTask, samplePlan } from './runs';

// Many runs, slow where many tests share the machine.
vi.setConfig({ testTimeout: 60_000 });

const made: FakeWorker[] = [];
const runners: Runner[] = [];

/** A pool of fake workers, all of which are looked at after the test. */
function pool(size: number, make: (index: number) => FakeWorker = () => new FakeWorker()) {
  const makeWorker = () => {
    const worker = make(made.length);
    made.push(worker);
    return worker;
  };
  const runner = makePoolRunner({ makeWorker, size });
  runners.push(runner);
  return runner;
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
  for (const worker of made.splice(0)) {
    expect(worker.terminated).toBe(true);
    expect(worker.listeners).toBe(0);
  }
});

const plan = samplePlan(1000);
const expected = bytesOf(await inProcess().run(plan));

/** Notes what is sent to it. */
class ToldWorker extends FakeWorker {
  readonly sent: unknown[] = [];

  override postMessage(message: unknown, transfer?: Transferable[]): void {
    this.sent.push(message);
    super.postMessage(message, transfer);
  }
}

it('accounts, of which no run reads anything, stay on the page, and the answer is the same', async () => {
  const worker = new ToldWorker();
  const book = makeBookPlan(samplePlan(64), 30, 3);
  const runner = pool(1, () => worker);
  const { accountBook: _, ...bare } = book;
  expect(bytesOf(await runner.run(book))).toBe(bytesOf(await inProcess().run(bare)));
  expect((await runner.sample(book, { trials: 64 })).ok).toBe(true);
  expect((await runner.replay(book, 0)).ok).toBe(true);
  expect(worker.sent.length).toBeGreaterThan(3);
  expect(JSON.stringify(worker.sent)).not.toContain('accountBook');
});

describe('the same plan and seed give the same bytes', () => {
  it.each([1, 2, 7])('on %i workers', async (size) => {
    expect(bytesOf(await pool(size).run(plan))).toBe(expected);
  });

  it.each([1, 64, 65, 127])('for %i trials, which need not fill their last block', async (trials) => {
    const few = samplePlan(trials);
    const result = bytesOf(await pool(3).run(few));
    expect(result).toBe(bytesOf(await inProcess().run(few)));
    expect(JSON.parse(result)).toMatchObject({ trials });
  });

  it.each([1, 2, 3])('when blocks are finished in a shuffled order (shuffle %i)', async (seed) => {
    const held: (() => void)[] = [];
    const draw = seededDraws(seed);
    expect(bytesOf(await pool(7, () => new ShuffledWorker(held, draw)).run(plan))).toBe(expected);
  });

  // Two plans, sixteen blocks and at least two summaries are answered in any schedule.
  it.each([0, 1, 2, 3, 4, 8, 13, 19])('when a worker dies after %i answers', async (left) => {
    const count = { left };
    expect(bytesOf(await pool(2, () => new MortalWorker(count)).run(plan))).toBe(expected);
    expect(made).toHaveLength(3);
  });

  it('when a worker dies over the last summary', async () => {
    let died = false;
    class Dying extends FakeWorker {
      override postMessage(
        message: { path?: string[]; argumentList?: { value: unknown }[] },
        transfer?: Transferable[],
      ) {
        const totals = message.argumentList?.[1]?.value;
        const last = message.path?.[0] === 'summarise' && (totals as { trials: number }).trials === 1000;
        super.postMessage(message, transfer);
        if (!last || died) return;
        died = true;
        this.fail('error', 'out of memory');
      }
    }
    expect(bytesOf(await pool(2, () => new Dying()).run(plan))).toBe(expected);
    expect(made).toHaveLength(3);
  });

  it('when the only worker dies again and again, but finishes blocks in between', async () => {
    const runner = pool(1, () => new MortalWorker({ left: 5 }));
    expect(bytesOf(await runner.run(plan))).toBe(expected);
    expect(made.length).toBeGreaterThan(3);
  });

  it('when an answer cannot be read', async () => {
    const count = { left: 7 };
    expect(bytesOf(await pool(2, () => new MortalWorker(count, 'messageerror')).run(plan))).toBe(expected);
    expect(made).toHaveLength(3);
  });

  it('when some of the workers are refused', async () => {
    const runner = pool(4, (index) => {
      if (index > 1) throw new Error('too many workers');
      return new FakeWorker();
    });
    expect(bytesOf(await runner.run(plan))).toBe(expected);
  });
});

describe('a run that knows enough', () => {
  // The chance of the year's target is near a half: √(0.25 ÷ 4,096) is 0.0078, √(0.25 ÷ 2,048) 0.011.
  const early = { ...plan, run: { seed: 7, trials: 100_000, standardError: 0.009 } };

  it('ends at the same trial with the same bytes on any number of workers, and on the calling thread', async () => {
    const alone = bytesOf(await inProcess().run(early));
    expect(JSON.parse(alone)).toMatchObject({ trials: 4096, complete: true });
    for (const size of [1, 2, 7]) expect(bytesOf(await pool(size).run(early)), `${size}`).toBe(alone);
    for (const seed of [1, 2]) {
      const held: (() => void)[] = [];
      const draw = seededDraws(seed);
      expect(bytesOf(await pool(7, () => new ShuffledWorker(held, draw)).run(early))).toBe(alone);
    }
  });

  it('gives what a run of just so many trials gives, and runs few blocks beyond', async () => {
    let blocks = 0;
    class Counting extends FakeWorker {
      override postMessage(message: { path?: string[] }, transfer?: Transferable[]) {
        if (message.path?.[0] === 'runBlock') blocks++;
        super.postMessage(message, transfer);
      }
    }
    const result = bytesOf(await pool(3, () => new Counting()).run(early));
    const exact = bytesOf(await inProcess().run({ ...plan, run: { seed: 7, trials: 4096 } }));
    expect(result).toBe(exact);
    expect(blocks).toBeLessThan(64 + 16);
  });

  it('says on the way how many trials it rests on, and goes on to the last where it never knows enough', async () => {
    const seen: RunSummary[] = [];
    const never = { ...plan, run: { seed: 7, trials: 3000, standardError: 0.0001 } };
    await pool(2).run(never, { onProgress: (summary) => seen.push(summary) });
    expect(seen.at(-1)).toMatchObject({ trials: 3000, complete: true });
    expect(seen.slice(0, -1).every(({ complete }) => !complete)).toBe(true);
  });
});

describe('a run that the machine cannot hold', () => {
  const large = samplePlan(1_000_000);

  it('is refused before it starts, with what to lower', async () => {
    const runner = makePoolRunner({ makeWorker: () => new FakeWorker(), size: 2, memory: 100e6 });
    const result = await runner.run(large);
    runner.dispose();
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: 'too-large',
          path: 'run.trials',
          message: expect.stringMatching(
            /^a run must fit into the 0\.1 GB of memory that this machine gives, got 1,000,000 trials that take 0\.\d GB; lower the trials to [\d,]+ or the plan's months$/,
          ) as string,
        },
      ],
    });
    // what is said to fit does
    const most = Number(
      /trials to ([\d,]+)/
        .exec(result.ok ? '' : (result.problems[0]?.message ?? ''))?.[1]
        ?.replaceAll(',', ''),
    );
    expect(tooLarge(samplePlan(most), 2, 100e6)).toBeUndefined();
    expect(tooLarge(samplePlan(most + 1), 2, 100e6)).toBeDefined();
  });

  it('is refused on the calling thread too, and where no number of trials would fit', async () => {
    const runner = makeInProcessRunner({
      loadService: () => makeSimulationService(bestKernel()),
      yieldToPage: nextTask,
      memory: 1e6,
    });
    const result = await runner.run(plan);
    expect(codesOf(result)).toEqual(['too-large']);
    expect(JSON.stringify(result)).toContain('lower the plan');
  });
});

describe('progress', () => {
  it('rises, begins with the first blocks and ends with the result', async () => {
    const seen: RunSummary[] = [];
    const result = await pool(3).run(plan, { onProgress: (summary) => seen.push(summary) });
    const trials = seen.map((summary) => summary.trials);
    expect(trials[0]).toBeLessThanOrEqual(3 * 64);
    expect(trials).toEqual([...new Set(trials)].sort((a, b) => a - b));
    expect(JSON.stringify(seen.at(-1))).toBe(bytesOf(result));
  });

  it('does not wait for a worker that is slow to start', async () => {
    class Asleep extends FakeWorker {
      override postMessage() {
        this.open++;
      }
    }
    const runner = pool(2, (index) => (index === 0 ? new Asleep() : new FakeWorker()));
    expect(bytesOf(await runner.run(plan))).toBe(expected);
  });

  it('is what a run of that many trials gives', async () => {
    const seen: RunSummary[] = [];
    await pool(2).run(plan, { onProgress: (summary) => seen.push(summary) });
    // what only a full run is told: its exact means, and that it is over
    const withoutExactMeans = (json: string) => json.replaceAll(/"(exactMean|complete)":[^,]+,/g, '');
    for (const summary of seen)
      expect(withoutExactMeans(JSON.stringify(summary))).toBe(
        withoutExactMeans(bytesOf(await inProcess().run(samplePlan(summary.trials)))),
      );
    expect(JSON.stringify(seen.at(-1))).toContain('"exactMean"');
  });

  it('never keeps more than a plan, two calls and a summary open on a worker', async () => {
    let most = 0;
    class Watched extends FakeWorker {
      override postMessage(message: unknown, transfer?: Transferable[]) {
        super.postMessage(message, transfer);
        most = Math.max(most, this.open);
      }
    }
    await pool(2, () => new Watched()).run(plan);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('a run that is stopped', () => {
  it('resolves as aborted at once and says nothing afterwards', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    let after = 0;
    const runner = pool(2);
    const result = await runner.run(plan, {
      signal: abort.signal,
      onProgress: (summary) => {
        seen.push(summary.trials);
        if (abort.signal.aborted) after++;
        abort.abort();
      },
    });
    expect(codesOf(result)).toEqual(['aborted']);
    while (made.some((worker) => worker.open > 0)) await nextTask();
    expect(seen).toHaveLength(1);
    expect(after).toBe(0);
    expect(bytesOf(await runner.run(plan))).toBe(expected);
  });

  it('does not begin when its signal was aborted before', async () => {
    const result = await pool(2).run(plan, { signal: AbortSignal.abort() });
    expect(codesOf(result)).toEqual(['aborted']);
  });

  it('gives way to a newer one, whose result is its own', async () => {
    const runner = pool(2);
    const seen: number[] = [];
    const older = runner.run(samplePlan(5000, 1), { onProgress: (summary) => seen.push(summary.seed) });
    const newer = runner.run(plan, { onProgress: (summary) => seen.push(summary.seed) });
    expect(codesOf(await older)).toEqual(['aborted']);
    expect(bytesOf(await newer)).toBe(expected);
    expect(new Set(seen)).toEqual(new Set([7]));
  });

  it('ends with the runner, which does not start another one', async () => {
    const runner = pool(2);
    const running = runner.run(plan);
    runner.dispose();
    expect(codesOf(await running)).toEqual(['aborted']);
    expect(codesOf(await runner.run(plan))).toEqual(['disposed']);
  });

  it('leaves no listener on its signal or on the workers', async () => {
    const abort = new AbortController();
    let listeners = 0;
    const signal = abort.signal;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, given);
    };
    const runner = pool(2);
    await runner.run(plan, { signal });
    expect(listeners).toBe(0);
    const registered = made.map((worker) => worker.listeners);
    await runner.run(plan, { signal });
    expect(made.map((worker) => worker.listeners)).toEqual(registered);
  });
});

describe('workers that fail for good', () => {
  it('are reported as failed after three deaths without a block when they had worked before', async () => {
    let mortal = false;
    const runner = pool(1, () => (mortal ? new MortalWorker({ left: 0 }) : new FakeWorker()));
    expect(bytesOf(await runner.run(plan))).toBe(expected);
    mortal = true;
    made[0]?.fail('error', 'out of memory');
    const result = await runner.run(plan);
    expect(codesOf(result)).toEqual(['worker-failed']);
    expect(made).toHaveLength(4);
    expect(result).toMatchObject({
      problems: [{ message: expect.stringContaining('out of memory') as string }],
    });
  });

  it('are reported as missing when none ever answered', async () => {
    const runner = pool(2, () => new MortalWorker({ left: 0 }));
    expect(codesOf(await runner.run(plan))).toEqual(['no-workers']);
  });

  it('are reported as missing when they cannot be made, and tried again by the next run', async () => {
    let refused = true;
    const runner = pool(2, () => {
      if (refused) throw new ReferenceError('Worker is not defined');
      return new FakeWorker();
    });
    expect(codesOf(await runner.run(plan))).toEqual(['no-workers']);
    refused = false;
    expect(bytesOf(await runner.run(plan))).toBe(expected);
  });

  it('are replaced by the calling thread, with the same result', async () => {
    const notes: string[] = [];
    const blocked = pool(2, () => {
      throw new Error('blocked by policy');
    });
    const runner = makeFallbackRunner(blocked, inProcess(), (problems) =>
      notes.push(...problems.map(({ message }) => message)),
    );
    expect(bytesOf(await runner.run(plan))).toBe(expected);
    expect(bytesOf(await runner.run(plan))).toBe(expected);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('blocked by policy');
  });

  it('are not blamed for an error of the engine, which is told at once', async () => {
    const broken = { ...plan, roles: [] };
    Object.defineProperty(broken, 'seats', { value: [null], enumerable: true });
    expect(codesOf(await pool(2).run(broken))).toEqual(['simulation-failed']);
    expect(made).toHaveLength(2);
  });
});
