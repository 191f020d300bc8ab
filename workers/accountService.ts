import { importAccounts } from '../src/io/accounts/importAccounts';
import { importAssignment } from '../src/io/accounts/importAssignment';
import { unpackPostcodes } from '../src/io/accounts/postcodePlaces';
import type { AccountRoles, AccountWorker, ImportProgress } from './protocol';

/** The postcodes are fetched where they are needed: they weigh more than the rest of this worker. */
const loadPostcodes = async () => unpackPostcodes((await import('virtual:turfcast-zips')).default);

/** How a table is to be read, with its progress told in bytes and rows. */
const settingsOf = (
  file: File,
  roles: AccountRoles | undefined,
  onProgress: (progress: ImportProgress) => void,
) => ({
  ...(roles !== undefined && { roles }),
  onProgress: (bytesRead: number, rows: number) =>
    onProgress({ file: file.name, bytesRead, bytesTotal: file.size, rows }),
});

/** What the accounts' worker does: reads tables of accounts and of assignments. */
export const accountService: AccountWorker = {
  importAccounts: (file, roles, onProgress) =>
    importAccounts(file, { ...settingsOf(file, roles, onProgress), loadPostcodes }),
  importAssignment: (file, book, roles, onProgress) =>
    importAssignment(file, book, settingsOf(file, roles, onProgress)),
};
