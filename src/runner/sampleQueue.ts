import type { Plan } from '../model/plan';
import { succeed, type Result } from '../model/problem';
import { addRows, makePlanSample, type PlanSample } from '../stats/planSample';
import type { SimulationWorker } from '../../workers/protocol';
import { WorkerDied, type LiveWorker } from './liveWorker';
import type { SampleOptions } from './runner';
import { aborted, disposed, noWorkers, simulationFailed, workerFailed } from './runProblems';
import { planSent } from './planSent';
import { sampleChunks, type SampleChunk } from './sampleChunks';
import type { WorkerPool } from './workerPool';

/** What a worker takes at once: some 50 ms, for which a lever that is moved meanwhile has to wait. */
const CHUNK_SEAT_MONTHS = 1_500_000;

interface Job {
  readonly key: number;
  readonly plan: Plan;
  readonly sample: PlanSample;
  readonly chunks: SampleChunk[];
  readonly options: SampleOptions;
  readonly settle: (result: Result<PlanSample>) => void;
  done: number;
}

/** Samples of plans on a pool of workers: a piece at a time to whoever is idle, the older sample's first. */
export class SampleQueue {
  readonly #pool: WorkerPool<SimulationWorker>;
  readonly #jobs = new Set<Job>();
  readonly #onFreed: () => void;
  #keys = 0;

  /** `onFreed` is called whenever a worker may have become free. */
  constructor(pool: WorkerPool<SimulationWorker>, onFreed: () => void) {
    this.#pool = pool;
    this.#onFreed = onFreed;
  }

  add(plan: Plan, trials: number, options: SampleOptions): Promise<Result<PlanSample>> {
    const sample = makePlanSample(plan, trials);
    return new Promise((resolve) => {
      const abort = () => settle(aborted());
      const settle = (result: Result<PlanSample>) => {
        options.signal?.removeEventListener('abort', abort);
        this.#jobs.delete(job);
        resolve(result);
      };
      const chunks = sampleChunks(plan, trials, CHUNK_SEAT_MONTHS);
      const job: Job = { key: ++this.#keys, plan: planSent(plan), sample, chunks, options, settle, done: 0 };
      options.signal?.addEventListener('abort', abort);
      this.#jobs.add(job);
      if (trials === 0) return settle(succeed(sample));
      this.step();
    });
  }

  /** Hands pieces to the workers that have nothing to do. */
  step(): void {
    if (this.#jobs.size === 0) return;
    if (!this.#pool.failure) this.#pool.fill();
    const failure = this.#pool.failure;
    if (failure) {
      const result = (failure.kind === 'refused' ? noWorkers : workerFailed)(failure.reason);
      for (const job of [...this.#jobs]) job.settle(result);
      return;
    }
    for (const job of this.#jobs) {
      while (job.chunks.length > 0) {
        const worker = this.#pool.leastBusy();
        if (!worker || worker.inFlight > 0) return;
        const chunk = job.chunks.shift();
        if (chunk) void this.#run(worker, job, chunk);
      }
    }
  }

  stop(): void {
    for (const job of [...this.#jobs]) job.settle(disposed());
  }

  async #run(worker: LiveWorker<SimulationWorker>, job: Job, chunk: SampleChunk): Promise<void> {
    try {
      const { anew } = job.options;
      const rows = await worker.call((api) => api.sample(job.key, job.plan, chunk.first, chunk.trials, anew));
      this.#pool.forgive();
      if (this.#jobs.has(job)) this.#accept(job, chunk, rows);
    } catch (error) {
      if (error instanceof WorkerDied) job.chunks.unshift(chunk);
      else job.settle(simulationFailed(error));
    }
    this.#onFreed();
  }

  #accept(job: Job, chunk: SampleChunk, rows: Parameters<typeof addRows>[2]): void {
    addRows(job.sample, chunk.first, rows);
    job.done += chunk.trials;
    job.options.onProgress?.(job.done);
    if (job.done === job.sample.trials) job.settle(succeed(job.sample));
  }
}
