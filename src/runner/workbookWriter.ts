import { fail, succeed, type Result } from '../model/problem';
import type { WorkbookSheet, WorkbookWorker } from '../../workers/protocol';
import { LiveWorker, WorkerDied } from './liveWorker';
import type { WorkerLike } from './workerLike';

export type WorkbookWriter = (sheets: readonly WorkbookSheet[]) => Promise<Result<Blob>>;

/**
 * Writes workbooks in a worker that is started for each and ended with it; on the page's thread, which may then be held for
 * a moment, where there are no workers. Never rejects.
 */
export function makeWorkbookWriter(
  makeWorker: () => WorkerLike,
  loadService: () => Promise<Pick<WorkbookWorker, 'write'>>,
): WorkbookWriter {
  async function inWorker(sheets: readonly WorkbookSheet[]): Promise<Blob | undefined> {
    let worker: LiveWorker<WorkbookWorker>;
    try {
      worker = new LiveWorker<WorkbookWorker>(makeWorker, () => undefined);
    } catch {
      return undefined;
    }
    try {
      return await worker.call<Blob>(async (api) => await api.write(sheets));
    } catch (error) {
      if (error instanceof WorkerDied) return undefined;
      throw error;
    } finally {
      worker.stop();
    }
  }

  return async (sheets) => {
    try {
      return succeed((await inWorker(sheets)) ?? (await (await loadService()).write(sheets)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `the workbook could not be written (${reason}); save the figures as CSV instead`;
      return fail([{ code: 'workbook-failed', path: '', message }]);
    }
  };
}
