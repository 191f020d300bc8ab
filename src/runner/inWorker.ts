import { proxy, type Remote } from 'comlink';
import { fail, type Result } from '../model/problem';
import type { ImportProgress } from '../../workers/protocol';
import { LiveWorker, WorkerDied } from './liveWorker';
import type { WorkerLike } from './workerLike';

/** How an import is cancelled and followed. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

const problem = (code: string, message: string): Result<never> => fail([{ code, path: '', message }]);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

type Progress = (progress: ImportProgress) => void;

/**
 * One answer of a worker that is started for it and ended with it, whatever becomes of it. Resolves with the problem `aborted`,
 * `no-workers` where none can be started, `import-failed` where it stops on the way. Never rejects.
 */
export async function inWorker<Api, Answer>(
  makeWorker: () => WorkerLike,
  { signal, onProgress }: Watch,
  ask: (api: Remote<Api>, report: Progress) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const aborted = () => problem('aborted', 'the import was cancelled');
  if (signal?.aborted) return aborted();
  let worker: LiveWorker<Api>;
  try {
    worker = new LiveWorker<Api>(makeWorker, () => undefined);
  } catch (error) {
    return noWorkers(reasonOf(error));
  }
  let begun = false;
  const report = proxy((progress: ImportProgress) => {
    begun = true;
    if (!signal?.aborted) onProgress?.(progress);
  });
  const stop = () => worker.stop();
  signal?.addEventListener('abort', stop);
  try {
    const answer = await worker.call<Result<Answer>>((api) => ask(api, report));
    return signal?.aborted ? aborted() : answer;
  } catch (error) {
    if (signal?.aborted) return aborted();
    if (error instanceof WorkerDied && !begun) return noWorkers(error.message);
    return problem(
      'import-failed',
      `the import stopped (${reasonOf(error)}); if the files are large, close other tabs and try again with fewer columns or years`,
    );
  } finally {
    signal?.removeEventListener('abort', stop);
    worker.stop();
  }
}

const noWorkers = (reason: string) =>
  problem(
    'no-workers',
    `this browser must allow background workers to read files (${reason}); allow them for this page, or use a current Chrome, Edge, Firefox or Safari`,
  );
