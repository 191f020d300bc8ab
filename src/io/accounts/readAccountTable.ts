import { MOST_ACCOUNTS } from '../../model/accountBook';
import type { AccountColumn, AccountRole } from '../../model/importedAccounts';
import { fail, succeed, type Result } from '../../model/problem';
import { streamRows, type CsvBatch } from '../csvRows';
import type { NamedStream } from '../csvText';
import { isBlank } from '../history/folding';
import { listHeadings } from '../history/leftOut';
import { isSheet, streamSheet } from '../xlsx/streamSheet';
import { recogniseAccountColumns, type ColumnRoles } from './accountColumns';
import type { AccountLog } from './accountProblems';

/** A table of accounts, with all that its columns mean. */
export interface AccountTable {
  readonly file: string;
  readonly headings: readonly string[];
  readonly roles: ColumnRoles;
  readonly columns: readonly AccountColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** By column; those that are passed over are empty once the columns are known. */
  readonly cells: readonly string[];
}

export interface TableSettings {
  readonly signal?: AbortSignal;
  /** What each column means, in place of what was recognised. */
  readonly roles?: ColumnRoles;
  /** Bytes read of the file, and rows. */
  readonly onProgress?: (bytes: number, rows: number) => void;
}

/** Rows looked at before the columns are recognised. */
const SAMPLE_ROWS = 500;
const MOST_COLUMNS = 5000;

/**
 * Reads a CSV file or the first sheet of an Excel workbook into a table of accounts. Fails where it is none: `file-empty`,
 * `file-no-table`, `accounts-too-many`, and what reading it fails with. Memory: the columns that are used.
 */
export async function readAccountTable(
  file: NamedStream,
  log: AccountLog,
  { signal, roles, onProgress }: TableSettings,
): Promise<Result<AccountTable>> {
  const refuse = (code: string, words: string) =>
    fail<AccountTable>([{ code, path: file.name, message: `${file.name} ${words}` }]);
  let headings: readonly string[] | undefined;
  let known: ColumnRoles | undefined;
  let samples: readonly TableRow[] = [];
  let waiting: TableRow[] = [];
  const rows: TableRow[] = [];
  let [bytes, count] = [0, 0];
  const keep = ({ row, cells }: TableRow) =>
    void rows.push({
      row,
      cells: (known ?? []).map((role, index) => (role === undefined ? '' : (cells[index] ?? ''))),
    });
  const recognise = () => {
    known =
      roles ??
      recogniseAccountColumns(
        headings ?? [],
        waiting.map(({ cells }) => cells),
      );
    samples = waiting.slice(0, 100);
    waiting.forEach(keep);
    waiting = [];
  };
  const take = (batch: CsvBatch) => {
    for (const row of batch.malformedRows)
      log.add('quote-malformed', {
        file: file.name,
        row,
        message: 'a quote within a quoted cell must be doubled, got a single one',
        action: 'read as it stands',
      });
    batch.rows.forEach((cells, index) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (headings === undefined) {
        headings = cells.map((cell) => cell.trim());
        return;
      }
      const row = batch.firstRow + index;
      count++;
      if (cells.length > headings.length)
        log.add('cells-surplus', {
          file: file.name,
          row,
          message: `a row must have ${headings.length} cells, got ${cells.length}`,
          action: 'the surplus was passed over',
        });
      // those beyond are counted, not kept
      if (count > MOST_ACCOUNTS) return;
      if (known !== undefined) keep({ row, cells });
      else if (waiting.push({ row, cells }) === SAMPLE_ROWS) recognise();
    });
    onProgress?.(bytes, count);
  };
  const source = isSheet(file.name) ? streamSheet : streamRows;
  for await (const batch of source(file, signal, (read) => void (bytes += read))) {
    if (!batch.ok) return batch;
    take(batch.value);
  }
  if (headings === undefined)
    return refuse('file-empty', 'must have a row of headings and rows below it, got an empty file');
  const list = listHeadings(headings);
  if (headings.length < 2 || headings.length > MOST_COLUMNS)
    return refuse(
      'file-no-table',
      `must be a table of 2 to 5,000 columns cut by commas, semicolons, tabs or bars, got ${headings.length}: ${list}`,
    );
  if (count === 0)
    return refuse('file-empty', `must have rows below its headings, got the headings alone: ${list}`);
  if (count > MOST_ACCOUNTS)
    return refuse(
      'accounts-too-many',
      `must have at most ${MOST_ACCOUNTS.toLocaleString('en-US')} accounts, got ${count.toLocaleString('en-US')}: keep those with the most potential, and the others as one account a postcode`,
    );
  if (known === undefined) recognise();
  const used: ColumnRoles = known ?? [];
  return succeed({
    file: file.name,
    headings,
    roles: used,
    columns: headings.map((heading, index) => describeColumn(heading, used[index], samples, index)),
    rows,
  });
}

function describeColumn(
  heading: string,
  role: AccountRole | undefined,
  rows: readonly TableRow[],
  index: number,
): AccountColumn {
  const filled = rows.flatMap(({ cells }) => {
    const cell = cells[index] ?? '';
    return isBlank(cell) ? [] : [cell.trim().slice(0, 60)];
  });
  const samples = [...new Set(filled)].slice(0, 3);
  return role === undefined ? { heading, samples } : { heading, role, samples };
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
