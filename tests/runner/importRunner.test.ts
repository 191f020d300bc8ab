import { expose } from 'comlink';
import { expect, test } from 'vitest';
import { makeImportRunner } from '../../src/runner/importRunner';
import type { WorkerLike } from '../../src/runner/workerLike';
import { importService } from '../../workers/importService';
import type { ImportWorker } from '../../workers/protocol';

const HEAD = 'id,owner,stage,close_date,amount,created_date\n';
const deals = (rows: number) =>
  new File(
    [
      HEAD,
      ...Array.from(
        { length: rows },
        (_, index) => `${index},Anna,Won,2024-0${(index % 6) + 1}-15,${100 + index},2024-01-01\n`,
      ),
    ],
    'deals.csv',
  );

/** A worker on this thread: a service behind a message channel. */
class FakeWorker extends EventTarget implements WorkerLike {
  terminated = false;
  listeners = 0;
  readonly #channel = new MessageChannel();

  constructor(service: ImportWorker) {
    super();
    expose(service, this.#channel.port2);
    this.#channel.port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.terminated || this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
    this.#channel.port2.close();
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

/** Node's channels lose a file's name on the way (a browser's keep it; see the browser test). */
const service: ImportWorker = {
  importFiles: (files, ...rest) =>
    importService.importFiles(
      files.map((file) => new File([file], 'deals.csv')),
      ...rest,
    ),
};

const never: ImportWorker = { importFiles: () => new Promise(() => undefined) };
const code = (answer: { ok: boolean; problems?: readonly { code: string }[] }) =>
  answer.problems?.map((each) => each.code);

test('files become a plan, with progress on the way; the worker ends with the import', async () => {
  const workers: FakeWorker[] = [];
  const runner = makeImportRunner(() => {
    const worker = new FakeWorker(service);
    workers.push(worker);
    return worker;
  });
  const progress: number[] = [];
  const answer = await runner.importFiles([deals(300)], {
    options: { planName: 'Mine' },
    onProgress: ({ rows }) => progress.push(rows),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.value.calibration.ok && answer.value.calibration.value.plan.name).toBe('Mine');
  expect(answer.value.files.map(({ kind, rows }) => [kind, rows])).toEqual([['opportunities', 300]]);
  expect(progress.at(-1)).toBe(300);
  expect(workers.map(({ terminated, listeners }) => [terminated, listeners])).toEqual([[true, 0]]);
});

test('an aborted import ends the worker at once and says so', async () => {
  const worker = new FakeWorker(never);
  const abort = new AbortController();
  const answer = makeImportRunner(() => worker).importFiles([deals(1)], { signal: abort.signal });
  abort.abort();
  expect(code(await answer)).toEqual(['aborted']);
  expect(worker.terminated).toBe(true);
  expect(
    code(
      await makeImportRunner(() => new FakeWorker(never)).importFiles([deals(1)], { signal: abort.signal }),
    ),
  ).toEqual(['aborted']);
});

test('no workers at all is one clear problem, whether the browser throws or the script fails to load', async () => {
  const refused = makeImportRunner(() => {
    throw new Error('Worker is not defined');
  });
  const answer = await refused.importFiles([deals(1)]);
  expect(code(answer)).toEqual(['no-workers']);
  const worker = new FakeWorker(never);
  const failing = makeImportRunner(() => worker).importFiles([deals(1)]);
  worker.dispatchEvent(new Event('error'));
  expect(code(await failing)).toEqual(['no-workers']);
});

test('a worker that dies on the way, and a service that throws, are problems', async () => {
  let worker: FakeWorker | undefined;
  const dying: ImportWorker = {
    importFiles: (_files, _options, onProgress) => {
      onProgress({ file: 'deals.csv', bytesRead: 1, bytesTotal: 2, rows: 1 });
      return new Promise(() => undefined);
    },
  };
  const answer = await makeImportRunner(() => (worker = new FakeWorker(dying))).importFiles([deals(1)], {
    onProgress: () => worker?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' })),
  });
  expect(code(answer)).toEqual(['import-failed']);
  const throwing: ImportWorker = { importFiles: () => Promise.reject(new Error('a bug')) };
  expect(code(await makeImportRunner(() => new FakeWorker(throwing)).importFiles([deals(1)]))).toEqual([
    'import-failed',
  ]);
});
