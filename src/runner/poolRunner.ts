import type { Plan } from '../model/plan';
import { fail } from '../model/problem';
import type { SimulationWorker } from '../../workers/protocol';
import { ReplayQueue } from './replayQueue';
import { PoolRun } from './poolRun';
import type { ReplayOptions, RunOptions, Runner, SampleOptions } from './runner';
import { aborted, disposed, noSuchTrial, simulationFailed } from './runProblems';
import { SampleQueue } from './sampleQueue';
import { tooLarge } from './tooLarge';
import { WorkerPool } from './workerPool';
import type { WorkerLike } from './workerLike';

const MOST_WORKERS = 16;

export interface PoolRunner extends Runner {
  /** Starts the workers ahead of the first run. */
  warm(): void;
}

/**
 * Runs plans on `size` workers (the number of cores, say; 1 to 16 are started). One run at a time: a
 * newer one aborts the older one. A run that needs more than `memory` bytes is refused before it starts.
 */
export function makePoolRunner(options: {
  makeWorker: () => WorkerLike;
  size: number;
  memory?: number;
}): PoolRunner {
  const size = Math.min(MOST_WORKERS, Math.max(1, Math.floor(options.size) || 1));
  const pool = new WorkerPool<SimulationWorker>(options.makeWorker, size);
  let current: PoolRun | undefined;
  const freed = () => {
    current?.step();
    replays.step();
    samples.step();
  };
  const samples = new SampleQueue(pool, freed);
  const replays = new ReplayQueue(pool, freed);
  let runs = 0;
  let ended = false;
  return {
    warm: () => pool.fill(),
    async run(plan: Plan, runOptions: RunOptions = {}) {
      if (ended) return disposed();
      current?.abort();
      if (runOptions.signal?.aborted) return aborted();
      const refused = tooLarge(plan, size, options.memory ?? Infinity);
      if (refused) return fail([refused]);
      pool.retry();
      try {
        current = new PoolRun(pool, ++runs, plan, runOptions, freed);
      } catch (error) {
        // No room for the totals of so many trials.
        return simulationFailed(error);
      }
      current.step();
      return current.result;
    },
    async sample(plan: Plan, sampleOptions: SampleOptions = {}) {
      if (ended) return disposed();
      if (sampleOptions.signal?.aborted) return aborted();
      const trials = sampleOptions.trials ?? plan.run.trials;
      const refused = tooLarge({ ...plan, run: { ...plan.run, trials } }, size, options.memory ?? Infinity);
      if (refused) return fail([refused]);
      pool.retry();
      try {
        return await samples.add(plan, trials, sampleOptions);
      } catch (error) {
        return simulationFailed(error);
      }
    },
    async replay(plan: Plan, trial: number, { signal }: ReplayOptions = {}) {
      if (ended) return disposed();
      if (signal?.aborted) return aborted();
      if (!(Number.isSafeInteger(trial) && trial >= 0)) return noSuchTrial(trial);
      pool.retry();
      return replays.add(plan, trial, signal);
    },
    dispose() {
      ended = true;
      current?.abort();
      samples.stop();
      replays.stop();
      pool.stop();
    },
  };
}
