import type { Plan } from '../model/plan';
import { succeed, type Result } from '../model/problem';
import type { Replay } from '../sim/replay';
import type { SimulationWorker } from '../../workers/protocol';
import { WorkerDied, type LiveWorker } from './liveWorker';
import { planSent } from './planSent';
import { aborted, disposed, noWorkers, simulationFailed, workerFailed } from './runProblems';
import type { WorkerPool } from './workerPool';

interface Request {
  readonly plan: Plan;
  readonly trial: number;
  readonly settle: (result: Result<Replay>) => void;
}

/** Single trials on a pool of workers, each by the worker that has least to do: somebody waits for every one of them. */
export class ReplayQueue {
  readonly #pool: WorkerPool<SimulationWorker>;
  readonly #open = new Set<Request>();
  readonly #waiting: Request[] = [];
  readonly #onFreed: () => void;

  /** `onFreed` is called whenever a worker may have become free. */
  constructor(pool: WorkerPool<SimulationWorker>, onFreed: () => void) {
    this.#pool = pool;
    this.#onFreed = onFreed;
  }

  add(plan: Plan, trial: number, signal?: AbortSignal): Promise<Result<Replay>> {
    return new Promise((resolve) => {
      const abort = () => settle(aborted());
      const settle = (result: Result<Replay>) => {
        signal?.removeEventListener('abort', abort);
        this.#open.delete(request);
        resolve(result);
      };
      const request: Request = { plan: planSent(plan), trial, settle };
      signal?.addEventListener('abort', abort);
      this.#open.add(request);
      this.#waiting.push(request);
      this.step();
    });
  }

  /** Hands what waits to workers; while all of them are still starting there is none to hand it to. */
  step(): void {
    if (this.#waiting.length === 0) return;
    if (!this.#pool.failure) this.#pool.fill();
    const failure = this.#pool.failure;
    if (failure) {
      const result = (failure.kind === 'refused' ? noWorkers : workerFailed)(failure.reason);
      for (const request of this.#waiting.splice(0)) request.settle(result);
      return;
    }
    for (let request = this.#waiting[0]; request; request = this.#waiting[0]) {
      const worker = this.#pool.leastBusy();
      if (!worker) return;
      this.#waiting.shift();
      if (this.#open.has(request)) void this.#run(worker, request);
    }
  }

  stop(): void {
    for (const request of [...this.#open]) request.settle(disposed());
  }

  async #run(worker: LiveWorker<SimulationWorker>, request: Request): Promise<void> {
    try {
      const replay = await worker.call((api) => api.replay(request.plan, request.trial));
      this.#pool.forgive();
      request.settle(succeed(replay));
    } catch (error) {
      if (error instanceof WorkerDied) {
        if (this.#open.has(request)) this.#waiting.unshift(request);
      } else request.settle(simulationFailed(error));
    }
    this.#onFreed();
  }
}
