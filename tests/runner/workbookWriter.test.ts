import { expose } from 'comlink';
import { describe, expect, test } from 'vitest';
import { makeWorkbookWriter } from '../../src/runner/workbookWriter';
import type { WorkerLike } from '../../src/runner/workerLike';
import type { WorkbookSheet, WorkbookWorker } from '../../workers/protocol';
import { readWorkbook } from '../io/xlsx/readWorkbook';
import { workbookService } from '../../workers/workbookService';

const sheets: WorkbookSheet[] = [
  { name: 'One', currency: 'USD', columns: [{ header: 'A' }], rows: [['x'], [2]] },
];

/** A worker on this thread that answers with that service, or dies instead. */
class LocalWorker extends EventTarget implements WorkerLike {
  terminated = false;
  readonly #channel = new MessageChannel();

  constructor(service: WorkbookWorker, dies = false) {
    super();
    expose(service, this.#channel.port2);
    this.#channel.port1.onmessage = ({ data }) => {
      if (this.terminated) return;
      this.dispatchEvent(dies ? new Event('error') : new MessageEvent('message', { data }));
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

const loads = () => {
  const count = { times: 0 };
  return {
    count,
    load: () => {
      count.times++;
      return Promise.resolve(workbookService);
    },
  };
};

async function namesOf(
  result: Awaited<ReturnType<ReturnType<typeof makeWorkbookWriter>>>,
): Promise<string[]> {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return readWorkbook(new Uint8Array(await result.value.arrayBuffer())).map(({ name }) => name);
}

describe('a workbook is written', () => {
  test('in a worker, which is ended with it', async () => {
    const { load, count } = loads();
    const worker = new LocalWorker(workbookService);
    expect(await namesOf(await makeWorkbookWriter(() => worker, load)(sheets))).toEqual(['One']);
    expect([worker.terminated, count.times]).toEqual([true, 0]);
  });

  test('on the page’s thread where workers are refused or die', async () => {
    for (const makeWorker of [
      () => {
        throw new Error('not allowed');
      },
      () => new LocalWorker(workbookService, true),
    ]) {
      const { load, count } = loads();
      expect(await namesOf(await makeWorkbookWriter(makeWorker, load)(sheets))).toEqual(['One']);
      expect(count.times).toBe(1);
    }
  });

  test('or it is said why not', async () => {
    const failing: WorkbookWorker = { write: () => Promise.reject(new Error('no memory')) };
    const result = await makeWorkbookWriter(() => new LocalWorker(failing), loads().load)(sheets);
    expect(result.ok || result.problems[0]?.message).toBe(
      'the workbook could not be written (no memory); save the figures as CSV instead',
    );
  });
});
