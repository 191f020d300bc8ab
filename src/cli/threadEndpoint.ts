import type { MessagePort, Worker } from 'node:worker_threads';

/** One end of a thread of Node as comlink knows workers: with the browser's events, which `events` sends. */
export function makeThreadEndpoint(port: MessagePort | Worker, events = new EventTarget()) {
  port.on('message', (data: unknown) => events.dispatchEvent(new MessageEvent('message', { data })));
  port.on('messageerror', () => events.dispatchEvent(new Event('messageerror')));
  return {
    postMessage: (message: unknown, transfer: readonly unknown[] = []) =>
      port.postMessage(
        message,
        transfer.filter((item) => item instanceof ArrayBuffer),
      ),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      events.addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      events.removeEventListener(type, listener),
  };
}
