import { proxy } from 'comlink';
import type { CalibrationOptions } from '../calibrate/report';
import { fail, type Result } from '../model/problem';
import type { ImportAnswer, ImportProgress, ImportWorker } from '../../workers/protocol';
import { LiveWorker, WorkerDied } from './liveWorker';
import type { WorkerLike } from './workerLike';

export interface ImportRequest {
  readonly options?: CalibrationOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads files off the page's thread. Give it all files known so far, each time. An aborted import
 * resolves with the problem `aborted`; one that cannot start names why (`no-workers`), and one whose
 * worker stops on the way says so (`import-failed`). Never rejects.
 */
export interface ImportRunner {
  importFiles(files: readonly File[], request?: ImportRequest): Promise<Result<ImportAnswer>>;
}

const problem = (code: string, message: string): Result<never> => fail([{ code, path: '', message }]);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** An import runner that starts a worker for each import and ends it with the import, whatever becomes of it. */
export function makeImportRunner(makeWorker: () => WorkerLike): ImportRunner {
  return {
    async importFiles(files, { options = {}, signal, onProgress } = {}) {
      const aborted = () => problem('aborted', 'the import was cancelled');
      if (signal?.aborted) return aborted();
      let worker: LiveWorker<ImportWorker>;
      try {
        worker = new LiveWorker<ImportWorker>(makeWorker, () => undefined);
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
        const answer = await worker.call<Result<ImportAnswer>>(
          async (api) => await api.importFiles(files, options, report),
        );
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
    },
  };
}

const noWorkers = (reason: string) =>
  problem(
    'no-workers',
    `this browser must allow background workers to read files (${reason}); allow them for this page, or use a current Chrome, Edge, Firefox or Safari`,
  );
