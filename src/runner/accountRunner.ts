import type { AccountBook } from '../model/accountBook';
import type {
  ImportedAccounts,
  ImportedAssignment,
  TableChoices,
  TypedPlace,
} from '../model/importedAccounts';
import type { Result } from '../model/problem';
import type { AccountWorker } from '../../workers/protocol';
import { inWorker, type Watch } from './inWorker';
import type { WorkerLike } from './workerLike';

export interface TableRequest extends Watch {
  /** What the reader says about the table, in place of what is recognised. */
  readonly choices?: TableChoices;
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
  /** Where a place is that somebody typed: a US postcode, or a latitude and a longitude. */
  findPlace(text: string): Promise<Result<TypedPlace>>;
}

/** A runner that starts a worker (workers/accounts.worker.ts) for each table and ends it with the table. */
export const makeAccountRunner = (makeWorker: () => WorkerLike): AccountRunner => ({
  importAccounts: (file, { choices = {}, ...watch } = {}) =>
    inWorker<AccountWorker, ImportedAccounts>(makeWorker, watch, (api, report) =>
      api.importAccounts(file, choices, report),
    ),
  importAssignment: (file, book, { choices = {}, ...watch } = {}) =>
    inWorker<AccountWorker, ImportedAssignment>(makeWorker, watch, (api, report) =>
      api.importAssignment(file, book, choices, report),
    ),
  findPlace: (text) => inWorker<AccountWorker, TypedPlace>(makeWorker, {}, (api) => api.findPlace(text)),
});
