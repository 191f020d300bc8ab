import { Worker } from 'node:worker_threads';
import type { WorkerLike } from '../runner/workerLike';
import { makeThreadEndpoint } from './threadEndpoint';

/** Starts a thread of Node with the face of a browser's worker; one that ends is one that failed. */
export function makeThreadWorker(script: URL): WorkerLike {
  const thread = new Worker(script);
  const events = new EventTarget();
  const fail = (message: string) => events.dispatchEvent(Object.assign(new Event('error'), { message }));
  thread.on('error', ({ message }) => fail(message));
  thread.on('exit', (code) => fail(`the thread ended with code ${code}`));
  return { ...makeThreadEndpoint(thread, events), terminate: () => void thread.terminate() };
}
