import { MOST_ACCOUNTS } from '../../model/accountBook';
import type { AccountColumn, AccountRole, ColumnRoles, TableChoices } from '../../model/importedAccounts';
import { fail, succeed, type Result } from '../../model/problem';
import { streamRows } from '../csvRows';
import type { NamedStream } from '../csvText';
import { isBlank } from '../history/folding';
import { listHeadings } from '../history/leftOut';
import { isSheet, streamSheet, type SheetChoice } from '../xlsx/streamSheet';
import type { AccountLog } from './accountProblems';
import { contradictionOf } from '../../model/accountRoles';
import { TableRows, type TableRow } from './tableRows';

/** A table of accounts, with all that its columns mean. */
export interface AccountTable {
  readonly file: string;
  readonly headings: readonly string[];
  /** Whether the first row was read as an account. */
  readonly headless: boolean;
  readonly roles: ColumnRoles;
  readonly columns: readonly AccountColumn[];
  readonly rows: readonly TableRow[];
  readonly sheets?: SheetChoice;
}

export interface TableSettings extends TableChoices {
  readonly signal?: AbortSignal;
  /** Bytes read of the file, and rows. */
  readonly onProgress?: (bytes: number, rows: number) => void;
}

const MOST_COLUMNS = 5000;

/**
 * Reads a CSV file or a sheet of an Excel workbook into a table of accounts. Fails where it is none: `file-empty`,
 * `file-no-table`, `accounts-too-many`, `table-of-deals`, `roles-contradict`, and what reading it fails with. Memory: the columns
 * that are used.
 */
export async function readAccountTable(
  file: NamedStream,
  log: AccountLog,
  { signal, roles, sheet, headless, asAccounts, onProgress }: TableSettings,
): Promise<Result<AccountTable>> {
  const refuse = (code: string, words: string) =>
    fail<AccountTable>([{ code, path: file.name, message: `${file.name} ${words}` }]);
  const reading = new TableRows(file.name, log, roles, headless);
  let bytes = 0;
  let sheets: SheetChoice | undefined;
  const onBytes = (read: number) => void (bytes += read);
  const onSheets = (choice: SheetChoice) => void (sheets = choice);
  const batches = isSheet(file.name)
    ? streamSheet(file, signal, onBytes, { ...(sheet !== undefined && { sheet }), onSheets })
    : streamRows(file, signal, onBytes);
  for await (const batch of batches) {
    if (!batch.ok) return batch;
    reading.take(batch.value);
    onProgress?.(bytes, reading.count);
  }
  const table = reading.finish();
  if (table === undefined)
    return refuse('file-empty', 'must have a row of headings and rows below it, got an empty file');
  const { headings, isDeals, ...rest } = table;
  const list = listHeadings(headings);
  if (headings.length < 2 || headings.length > MOST_COLUMNS)
    return refuse(
      'file-no-table',
      `must be a table of 2 to 5,000 columns cut by commas, semicolons, tabs or bars, got ${headings.length}: ${list}`,
    );
  if (reading.count === 0)
    return refuse('file-empty', `must have rows below its headings, got the headings alone: ${list}`);
  if (reading.count > MOST_ACCOUNTS)
    return refuse(
      'accounts-too-many',
      `must have at most ${MOST_ACCOUNTS.toLocaleString('en-US')} accounts, got ${reading.count.toLocaleString('en-US')}: keep those with the most potential, and the others as one account a postcode`,
    );
  if (isDeals && roles === undefined && asAccounts !== true)
    return refuse(
      'table-of-deals',
      `must be a table of accounts, one a row, got one of deals (a stage, an amount and a closing date): ${list}`,
    );
  const contradiction = contradictionOf(rest.roles, headings);
  if (contradiction !== undefined)
    return fail([{ code: 'roles-contradict', path: file.name, message: contradiction }]);
  return succeed({ file: file.name, headings, ...rest, ...(sheets && { sheets }) });
}

/** The trimmed text of a row under that role; empty where it is blank or there is no such column. */
export function textUnder(
  { roles }: Pick<AccountTable, 'roles'>,
  { cells }: TableRow,
  role: AccountRole,
): string {
  const cell = (cells[roles.indexOf(role)] ?? '').trim();
  return isBlank(cell) ? '' : cell;
}

/** The heading of the column of that role, for a problem to name. */
export const headingOf = ({ headings, roles }: AccountTable, role: AccountRole): string =>
  headings[roles.indexOf(role)] ?? '';
