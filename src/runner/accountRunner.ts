import type { AccountBook } from '../model/accountBook';
import type { ImportedAccounts, ImportedAssignment } from '../model/importedAccounts';
import type { Result } from '../model/problem';
import type { AccountRoles, AccountWorker } from '../../workers/protocol';
import { inWorker, type Watch } from './inWorker';
import type { WorkerLike } from './workerLike';

export interface TableRequest extends Watch {
  /** What each column means, in place of what is recognised. */
  readonly roles?: AccountRoles;
}

/** Reads tables of accounts, CSV or Excel, off the page's thread. Fails as an `ImportRunner` does; never rejects. */
export interface AccountRunner {
  importAccounts(file: File, request?: TableRequest): Promise<Result<ImportedAccounts>>;
  /** An assignment of that book's accounts made elsewhere. */
  importAssignment(
    file: File,
    book: AccountBook,
    request?: TableRequest,
  ): Promise<Result<ImportedAssignment>>;
}

/** A runner that starts a worker (workers/accounts.worker.ts) for each table and ends it with the table. */
export const makeAccountRunner = (makeWorker: () => WorkerLike): AccountRunner => ({
  importAccounts: (file, { roles, ...watch } = {}) =>
    inWorker<AccountWorker, ImportedAccounts>(makeWorker, watch, (api, report) =>
      api.importAccounts(file, roles, report),
    ),
  importAssignment: (file, book, { roles, ...watch } = {}) =>
    inWorker<AccountWorker, ImportedAssignment>(makeWorker, watch, (api, report) =>
      api.importAssignment(file, book, roles, report),
    ),
});
