import type { Endpoint } from 'comlink';

/**
 * What the pool needs of a worker; the browser's Worker has it, and a thread of Node through an
 * adapter. `error` means that it will not answer any more, `messageerror` that an answer was unreadable.
 */
export interface WorkerLike extends Endpoint {
  terminate(): unknown;
}
