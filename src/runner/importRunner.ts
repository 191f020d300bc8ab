import type { CalibrationOptions } from '../calibrate/report';
import type { Result } from '../model/problem';
import type { ImportAnswer, ImportProgress } from '../../workers/protocol';

export interface ImportRequest {
  readonly options?: CalibrationOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads files off the page's thread. Give it all files known so far, each time. An aborted import
 * resolves with the problem `aborted`; one that cannot start names why (`no-workers`).
 */
export interface ImportRunner {
  importFiles(files: readonly File[], request?: ImportRequest): Promise<Result<ImportAnswer>>;
}
