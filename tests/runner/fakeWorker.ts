import { exposeSimulation } from '../../workers/exposeSimulation';
import type { WorkerLike } from '../../src/runner/workerLike';

/** A worker on this thread: the real service behind a message channel, with what a test needs to disturb it. */
export class FakeWorker extends EventTarget implements WorkerLike {
  /** Listeners that are registered now. */
  listeners = 0;
  terminated = false;
  /** Calls that have been posted and not answered. */
  open = 0;
  readonly #channel = new MessageChannel();

  constructor() {
    super();
    exposeSimulation(this.#channel.port2);
    this.#channel.port1.onmessage = (event) => this.deliver(() => this.answer(event));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.open++;
    this.#channel.port1.postMessage(message, transfer);
  }

  /** How answers get to the page: at once. */
  protected deliver(release: () => void): void {
    release();
  }

  protected answer(event: MessageEvent<unknown>): void {
    this.open--;
    if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data: event.data }));
  }

  fail(type: 'error' | 'messageerror', message?: string): void {
    this.dispatchEvent(Object.assign(new Event(type), message === undefined ? {} : { message }));
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }

  override addEventListener(type: string, listener: EventListenerOrEventListenerObject | null): void {
    this.listeners++;
    super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null): void {
    this.listeners--;
    super.removeEventListener(type, listener);
  }
}

/** Dies instead of giving an answer, once `left` answers have been given by all that share the count. */
export class MortalWorker extends FakeWorker {
  constructor(
    readonly count: { left: number },
    readonly how: 'error' | 'messageerror' = 'error',
  ) {
    super();
  }

  protected override answer(event: MessageEvent<unknown>): void {
    if (this.count.left-- === 0) this.fail(this.how, 'out of memory');
    else super.answer(event);
  }
}

/** Whether a worker answers now or later is drawn: answers of several workers come in any order. */
export class ShuffledWorker extends FakeWorker {
  constructor(
    readonly held: (() => void)[],
    readonly draw: () => number,
  ) {
    super();
  }

  protected override deliver(release: () => void): void {
    this.held.push(release);
    setImmediate(() => this.held.splice(Math.floor(this.draw() * this.held.length), 1)[0]?.());
  }
}
