import { wrap, type Remote } from 'comlink';
import type { WorkerLike } from './workerLike';

/** Why a call will never be answered: its worker is gone. Not an error of the call. */
export class WorkerDied extends Error {}

/**
 * A started worker and the calls it owes an answer. Comlink alone leaves calls open for ever when a
 * worker dies or fails to start: here they reject with `WorkerDied`.
 */
export class LiveWorker<Api> {
  #answered = false;
  #alive = true;
  readonly #worker: WorkerLike;
  readonly #remote: Remote<Api>;
  readonly #listeners: [type: string, listener: EventListenerOrEventListenerObject][] = [];
  // Not a race against one promise of death: a promise that outlives its races keeps them all in memory.
  readonly #open = new Set<(reason: Error) => void>();
  readonly #onDeath: (worker: LiveWorker<Api>, reason: string) => void;

  /** Starts the worker; throws where the browser refuses to. `onDeath` is called before the open calls reject. */
  constructor(makeWorker: () => WorkerLike, onDeath: (worker: LiveWorker<Api>, reason: string) => void) {
    this.#onDeath = onDeath;
    this.#worker = makeWorker();
    this.#listen('error', (event) => {
      // Told as a problem of the run, so not a second time on the console.
      event.preventDefault();
      this.#die(reasonOf(event));
    });
    this.#listen('messageerror', () => this.#die('an answer could not be read'));
    this.#remote = wrap<Api>({
      postMessage: (message, transfer) => this.#worker.postMessage(message, transfer ?? []),
      addEventListener: (type, listener) => this.#listen(type, listener),
      removeEventListener: (type, listener) => this.#worker.removeEventListener(type, listener),
    });
  }

  /** Calls that have not been answered yet. */
  get inFlight(): number {
    return this.#open.size;
  }

  /** Whether it has ever answered, so whether the browser runs such workers at all. */
  get answered(): boolean {
    return this.#answered;
  }

  /** Makes a call. Rejects with what the call threw, or with `WorkerDied`. */
  call<Value>(use: (api: Remote<Api>) => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (!this.#alive) return reject(new WorkerDied('the worker has been stopped'));
      this.#open.add(reject);
      const close = () => {
        this.#answered = true;
        this.#open.delete(reject);
      };
      use(this.#remote).then(
        (value) => (close(), resolve(value)),
        (error: unknown) => (close(), reject(error)),
      );
    });
  }

  /** Stops the worker; open calls reject with `WorkerDied`. */
  stop(reason = 'the worker has been stopped'): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const [type, listener] of this.#listeners) this.#worker.removeEventListener(type, listener);
    this.#worker.terminate();
    for (const reject of this.#open) reject(new WorkerDied(reason));
    this.#open.clear();
  }

  #die(reason: string): void {
    if (!this.#alive) return;
    this.#onDeath(this, reason);
    this.stop(reason);
  }

  #listen(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#listeners.push([type, listener]);
    this.#worker.addEventListener(type, listener);
  }
}

/** The browser says nothing of a worker whose script it could not load or was not allowed to. */
function reasonOf(event: Event): string {
  const message = 'message' in event ? event.message : undefined;
  return typeof message === 'string' && message !== '' ? message : 'the worker could not be started';
}
