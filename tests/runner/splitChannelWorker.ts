import { expose } from 'comlink';
import type { WorkerLike } from '../../src/runner/workerLike';
import { splitService } from '../../workers/splitService';

/** A worker that makes splits on this thread, behind a message channel. */
export class SplitChannelWorker extends EventTarget implements WorkerLike {
  terminated = false;
  readonly #channel = new MessageChannel();

  constructor() {
    super();
    expose(splitService, this.#channel.port2);
    this.#channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
    };
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }
}
