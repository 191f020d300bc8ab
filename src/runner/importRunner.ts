import type { CalibrationOptions } from '../calibrate/report';
import type { Result } from '../model/problem';
import type { ImportAnswer, ImportWorker } from '../../workers/protocol';
import { inWorker, type Watch } from './inWorker';
import type { WorkerLike } from './workerLike';

export interface ImportRequest extends Watch {
  readonly options?: CalibrationOptions;
}

/**
 * Reads files off the page's thread. Give it all files known so far, each time. An aborted import
 * resolves with the problem `aborted`; one that cannot start names why (`no-workers`), and one whose
 * worker stops on the way says so (`import-failed`). Never rejects.
 */
export interface ImportRunner {
  importFiles(files: readonly File[], request?: ImportRequest): Promise<Result<ImportAnswer>>;
}

/** An import runner that starts a worker for each import and ends it with the import, whatever becomes of it. */
export function makeImportRunner(makeWorker: () => WorkerLike): ImportRunner {
  return {
    importFiles: (files, { options = {}, ...request } = {}) =>
      inWorker<ImportWorker, ImportAnswer>(makeWorker, request, (api, report) =>
        api.importFiles(files, options, report),
      ),
  };
}
