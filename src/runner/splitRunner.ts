import { fail, succeed, type Result } from '../model/problem';
import type { Units } from '../territory/units';
import type { MadeSplit, SplitTask, SplitWorker } from '../../workers/protocol';
import { LiveWorker, WorkerDied } from './liveWorker';
import type { WorkerLike } from './workerLike';

/** The best split so far. */
export interface SplitFound extends MadeSplit {
  readonly seed: number;
  /** Seeds that have been tried, and how many there are. */
  readonly tried: number;
  readonly seeds: number;
}

export interface SplitRequest {
  /** Seeds tried from the task's own on, a worker each; 1 by default. */
  readonly seeds?: number;
  readonly signal?: AbortSignal;
  /** Called whenever a seed has been tried, with the best split so far. */
  readonly onProgress?: (found: SplitFound) => void;
}

/**
 * Makes splits off the page's thread: several seeds at once, of which the best is the answer, whichever is done first. An
 * aborted one resolves with the problem `aborted`, and its workers are ended. Never rejects.
 */
export interface SplitRunner {
  make(units: Units, task: SplitTask, request?: SplitRequest): Promise<Result<SplitFound>>;
}

const problem = (code: string, message: string): Result<never> => fail([{ code, path: '', message }]);

/** A split runner on up to `size` workers, started for each task and ended with it. */
export function makeSplitRunner(options: { makeWorker: () => WorkerLike; size: number }): SplitRunner {
  return {
    async make(units, task, { seeds = 1, signal, onProgress } = {}) {
      const aborted = () => problem('aborted', 'the design was cancelled');
      if (signal?.aborted) return aborted();
      const workers: LiveWorker<SplitWorker>[] = [];
      const stop = () => workers.forEach((worker) => worker.stop());
      signal?.addEventListener('abort', stop);
      let best: SplitFound | undefined;
      let next = 0;
      let tried = 0;
      const work = async () => {
        const worker = startWorker(options.makeWorker);
        workers.push(worker);
        while (next < seeds) {
          const seed = task.seed + next++;
          const made = await worker.call(async (api) => api.make(units, { ...task, seed }));
          tried++;
          const found = { ...made, seed, tried, seeds };
          best = best && !isBetter(found, best, task.tolerance) ? { ...best, tried } : found;
          if (!signal?.aborted) onProgress?.(best);
        }
      };
      try {
        await Promise.all(Array.from({ length: Math.max(1, Math.min(options.size, seeds)) }, work));
        if (signal?.aborted) return aborted();
        return best ? succeed(best) : problem('design-failed', 'seeds must be at least one, got none');
      } catch (error) {
        if (signal?.aborted) return aborted();
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof WorkerDied && tried === 0)
          return problem(
            'no-workers',
            `this browser must allow background workers to design territories (${reason}); allow them for this page, or use a current Chrome, Edge, Firefox or Safari`,
          );
        return problem('design-failed', `the design stopped (${reason}); undo the last change and try again`);
      } finally {
        signal?.removeEventListener('abort', stop);
        stop();
      }
    },
  };
}

/** A worker that the browser refuses is as good as one that died at once. */
function startWorker(makeWorker: () => WorkerLike): LiveWorker<SplitWorker> {
  try {
    return new LiveWorker<SplitWorker>(makeWorker, () => undefined);
  } catch (error) {
    throw new WorkerDied(error instanceof Error ? error.message : String(error));
  }
}

/** Nearer to the tolerance and the limits, and among those within it the more compact; of equals the lower seed, so that no race decides. */
function isBetter(found: SplitFound, best: SplitFound, tolerance: number): boolean {
  const off = ({ measures, strain }: SplitFound) =>
    Math.max(0, measures.adjustedDeviation - tolerance) + tolerance * Math.max(0, strain - 1);
  const order =
    found.measures.empty - best.measures.empty ||
    off(found) - off(best) ||
    found.measures.rmsKm - best.measures.rmsKm ||
    found.seed - best.seed;
  return order < 0;
}
