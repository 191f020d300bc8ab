import { LiveWorker } from './liveWorker';
import type { WorkerLike } from './workerLike';

/** After so many deaths without a finished block in between, another worker would die as well. */
const DEATHS_IN_A_ROW = 3;

/** Workers of one kind. Dead ones are replaced by the next `fill`. */
export class WorkerPool<Api> {
  #workers: LiveWorker<Api>[] = [];
  #refused = 0;
  #deaths = 0;
  #everAnswered = false;
  #reason = 'the browser offers none';
  readonly #makeWorker: () => WorkerLike;
  readonly #size: number;

  constructor(makeWorker: () => WorkerLike, size: number) {
    this.#makeWorker = makeWorker;
    this.#size = size;
  }

  /** Starts the workers that are missing. A place that the browser refuses stays empty until `retry`. */
  fill(): void {
    while (this.#workers.length + this.#refused < this.#size) {
      try {
        this.#workers.push(
          new LiveWorker<Api>(this.#makeWorker, (worker, reason) => this.#bury(worker, reason)),
        );
      } catch (error) {
        this.#refused++;
        this.#reason = error instanceof Error ? error.message : String(error);
      }
    }
  }

  /** The worker with the fewest open calls; one that has been called and never answered is still starting. */
  leastBusy(): LiveWorker<Api> | undefined {
    let best: LiveWorker<Api> | undefined;
    for (const worker of this.#workers) {
      const starting = !worker.answered && worker.inFlight > 0;
      if (!starting && (!best || worker.inFlight < best.inFlight)) best = worker;
    }
    return best;
  }

  /** Why there is no use in going on, if so: `refused` where no worker ever answered. */
  get failure(): { kind: 'refused' | 'dying'; reason: string } | undefined {
    if (this.#refused < this.#size && this.#deaths < DEATHS_IN_A_ROW) return undefined;
    const answered = this.#everAnswered || this.#workers.some((worker) => worker.answered);
    return { kind: answered ? 'dying' : 'refused', reason: this.#reason };
  }

  /** Deaths so far are forgiven: a block has been finished. */
  forgive(): void {
    this.#deaths = 0;
  }

  /** Forgets what went wrong before, for a new attempt. */
  retry(): void {
    this.#deaths = 0;
    this.#refused = 0;
  }

  stop(): void {
    for (const worker of this.#workers) worker.stop();
    this.#workers = [];
    this.#refused = this.#size;
  }

  #bury(dead: LiveWorker<Api>, reason: string): void {
    this.#workers = this.#workers.filter((worker) => worker !== dead);
    this.#everAnswered ||= dead.answered;
    this.#deaths++;
    this.#reason = reason;
  }
}
