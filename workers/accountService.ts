import { importAccounts } from '../src/io/accounts/importAccounts';
import { importAssignment } from '../src/io/accounts/importAssignment';
import { unpackPostcodes } from '../src/io/accounts/postcodePlaces';
import { readTypedPlace } from '../src/io/accounts/readTypedPlace';
import type { TableChoices } from '../src/model/importedAccounts';
import type { AccountWorker, ImportProgress } from './protocol';

/** The postcodes are fetched where they are needed: they weigh more than the rest of this worker. */
const loadPostcodes = async () => unpackPostcodes((await import('virtual:turfcast-zips')).default);

/** How a table is to be read, with its progress told in bytes and rows. */
const settingsOf = (file: File, choices: TableChoices, onProgress: (progress: ImportProgress) => void) => ({
  ...choices,
  onProgress: (bytesRead: number, rows: number) =>
    onProgress({ file: file.name, bytesRead, bytesTotal: file.size, rows }),
});

/** What the accounts' worker does: reads tables of accounts and of assignments, and places. */
export const accountService: AccountWorker = {
  importAccounts: (file, choices, onProgress) =>
    importAccounts(file, { ...settingsOf(file, choices, onProgress), loadPostcodes }),
  importAssignment: (file, book, choices, onProgress) =>
    importAssignment(file, book, settingsOf(file, choices, onProgress)),
  findPlace: (text) => readTypedPlace(text, loadPostcodes),
};
