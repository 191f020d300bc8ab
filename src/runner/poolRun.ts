import { transfer, type Remote } from 'comlink';
import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import { succeed } from '../model/problem';
import type { RunSummary } from '../stats/summary';
import type { SimulationWorker } from '../../workers/protocol';
import { totalsBuffers } from './copyTotals';
import { WorkerDied, type LiveWorker } from './liveWorker';
import type { RunOptions } from './runner';
import { planSent } from './planSent';
import { RunLedger, type BlockRequest } from './runLedger';
import { aborted, noWorkers, simulationFailed, workerFailed } from './runProblems';
import type { WorkerPool } from './workerPool';

/** One block computing and one waiting, so that a worker never waits for the page. */
const OPEN_CALLS = 2;

/**
 * One run on a pool: hands blocks to whoever is idle and summaries to whoever is least busy. The
 * worker's open calls of an older run count as well, so that a quick series of edits cannot pile up.
 */
export class PoolRun {
  readonly result: Promise<Result<RunSummary>>;
  readonly #pool: WorkerPool<SimulationWorker>;
  readonly #key: number;
  readonly #plan: Plan;
  readonly #options: RunOptions;
  readonly #onFreed: () => void;
  readonly #ledger: RunLedger;
  readonly #prepared = new WeakSet<LiveWorker<SimulationWorker>>();
  #resolve: (result: Result<RunSummary>) => void = () => undefined;
  #settled = false;
  #summarising = false;
  #begun = false;

  /** `onFreed` is called whenever a worker may have become free, also after the run has settled. */
  constructor(
    pool: WorkerPool<SimulationWorker>,
    key: number,
    plan: Plan,
    options: RunOptions,
    onFreed: () => void,
  ) {
    this.#pool = pool;
    this.#key = key;
    this.#plan = planSent(plan);
    this.#options = options;
    this.#onFreed = onFreed;
    this.#ledger = new RunLedger(plan);
    this.result = new Promise((resolve) => (this.#resolve = resolve));
    options.signal?.addEventListener('abort', this.abort);
  }

  readonly abort = (): void => this.settle(aborted());

  /** Ends the run with that result unless it has one. */
  settle(result: Result<RunSummary>): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#options.signal?.removeEventListener('abort', this.abort);
    this.#resolve(result);
  }

  /** Hands out as much work as the workers should have. */
  step(): void {
    if (this.#settled) return;
    if (!this.#pool.failure) this.#pool.fill();
    const failure = this.#pool.failure;
    if (failure) return this.settle((failure.kind === 'refused' ? noWorkers : workerFailed)(failure.reason));
    if (!this.#summarising && this.#ledger.summaryDue) void this.#summarise();
    // Until the first picture is on its way a worker has one call at most: nothing is before it in the queue.
    const limit = this.#begun ? OPEN_CALLS : 1;
    for (;;) {
      const worker = this.#pool.leastBusy();
      if (!worker || worker.inFlight >= limit) return;
      if (!worker.answered) {
        void this.#introduce(worker);
        continue;
      }
      const request = this.#ledger.take();
      if (!request) return;
      void this.#runBlock(worker, request);
    }
  }

  /** A worker that is still starting gets the plan alone: a block in its hands would hold up all those after it. */
  async #introduce(worker: LiveWorker<SimulationWorker>): Promise<void> {
    try {
      await this.#call(worker, () => Promise.resolve());
    } catch (error) {
      this.#failUnlessDied(error);
    }
    this.#onFreed();
  }

  async #runBlock(worker: LiveWorker<SimulationWorker>, request: BlockRequest): Promise<void> {
    try {
      const outcome = await this.#call(worker, (api) =>
        api.runBlock(this.#key, request.block, request.trials),
      );
      this.#pool.forgive();
      if (!this.#settled) this.#ledger.accept(outcome);
    } catch (error) {
      this.#ledger.giveBack(request);
      this.#failUnlessDied(error);
    }
    this.#onFreed();
  }

  async #summarise(): Promise<void> {
    const worker = this.#pool.leastBusy();
    if (!worker) return;
    this.#summarising = true;
    this.#begun = true;
    const last = this.#ledger.finished;
    const totals = this.#ledger.copyTotals();
    try {
      const moved = transfer(totals, totalsBuffers(totals));
      const summary = await this.#call(worker, (api) => api.summarise(this.#key, moved));
      if (!this.#settled) this.#options.onProgress?.(summary);
      if (last) this.settle(succeed(summary));
    } catch (error) {
      this.#failUnlessDied(error);
    }
    this.#summarising = false;
    this.#onFreed();
  }

  /** Messages arrive in order: the plan goes ahead of the first call, and nobody waits for it. */
  async #call<Value>(
    worker: LiveWorker<SimulationWorker>,
    use: (api: Remote<SimulationWorker>) => Promise<Value>,
  ): Promise<Value> {
    return worker.call(async (api) => {
      if (this.#prepared.has(worker)) return use(api);
      this.#prepared.add(worker);
      const [, value] = await Promise.all([api.prepare(this.#key, this.#plan), use(api)]);
      return value;
    });
  }

  #failUnlessDied(error: unknown): void {
    if (!(error instanceof WorkerDied)) this.settle(simulationFailed(error));
  }
}
