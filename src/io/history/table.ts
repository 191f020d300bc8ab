import type { ColumnRole, FileKind, FileReport } from '../../model/history';
import { fail, succeed, type Problem, type Result } from '../../model/problem';
import { streamRows } from '../csvRows';
import type { NamedStream } from '../csvText';
import { looksLikeAccounts } from '../accounts/accountColumns';
import { recogniseColumns, type RoleColumn } from './columns';
import { isSheetError, sheetErrorWords } from '../sheetError';
import { foldHeading, isBlank } from './folding';
import { detachText } from './detachText';
import type { ProblemLog } from './problemLog';
import { listHeadings, reasonToLeaveOut } from './leftOut';

/** A recognised file with the cells of the columns that are used, in their order. */
export interface Table {
  readonly file: string;
  readonly kind: FileKind;
  readonly columns: readonly RoleColumn[];
  readonly rows: readonly TableRow[];
  readonly report: FileReport;
  /** For an unrecognised file: what is wrong with it. */
  readonly problem?: Problem;
}

export interface TableRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows looked at before the columns are recognised. */
const SAMPLE_ROWS = 500;
/** A table wider than this is none. */
const MOST_COLUMNS = 5000;

/**
 * Reads a file into a table. Fails where it is no table at all (`file-empty`, `file-no-table`, and what
 * `streamRows` fails with); a table of something else comes back as `unrecognised`, with the reason.
 * Memory: the used columns.
 */
export async function readTable(
  file: NamedStream,
  log: ProblemLog,
  signal: AbortSignal | undefined,
  onRead: (bytes: number, rows: number) => void,
): Promise<Result<Table>> {
  const reading = new TableReading(file.name, log);
  let bytes = 0;
  for await (const batch of streamRows(file, signal, (count) => void (bytes += count))) {
    if (!batch.ok) return batch;
    for (const row of batch.value.malformedRows)
      log.add('quote-malformed', {
        file: file.name,
        row,
        message: 'a quote within a quoted cell must be doubled, got a single one',
        action: 'read as it stands',
      });
    reading.take(batch.value.firstRow, batch.value.rows, batch.value.delimiter);
    onRead(bytes, reading.rowCount);
  }
  return reading.finish();
}

class TableReading {
  readonly #file: string;
  readonly #log: ProblemLog;
  readonly #waiting: TableRow[] = [];
  readonly #rows: TableRow[] = [];
  #headings: readonly string[] | undefined;
  #kind: FileKind | undefined;
  #columns: readonly RoleColumn[] = [];
  #missing: readonly string[] = [];
  #ofAccounts = false;
  #samples: readonly TableRow[] = [];
  readonly #cells = new Map<string, string>();
  #delimiter = ',';
  rowCount = 0;

  constructor(file: string, log: ProblemLog) {
    this.#file = file;
    this.#log = log;
  }

  take(firstRow: number, rows: readonly (readonly string[])[], delimiter: string): void {
    this.#delimiter = delimiter;
    rows.forEach((cells, index) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (this.#headings === undefined) {
        this.#headings = cells.map((cell) => cell.trim());
        return;
      }
      this.rowCount++;
      this.#checkWidth(firstRow + index, cells.length, this.#headings.length);
      if (this.#kind !== undefined) this.#keep({ row: firstRow + index, cells });
      else if (this.#waiting.push({ row: firstRow + index, cells }) === SAMPLE_ROWS) this.#recognise();
    });
  }

  finish(): Result<Table> {
    const headings = this.#headings;
    if (headings === undefined)
      return this.#fail(
        'file-empty',
        `${this.#file} must have a row of headings and rows below it, got an empty file`,
      );
    const list = listHeadings(headings);
    if (headings.length < 2)
      return this.#fail(
        'file-no-table',
        `${this.#file} must be a table with columns cut by commas, semicolons, tabs or bars, got a single column: ${list}`,
      );
    if (headings.length > MOST_COLUMNS)
      return this.#fail(
        'file-no-table',
        `${this.#file} must have at most ${MOST_COLUMNS} columns, got ${headings.length}`,
      );
    if (this.rowCount === 0)
      return this.#fail(
        'file-empty',
        `${this.#file} must have rows below its headings, got the headings alone: ${list}`,
      );
    if (this.#kind === undefined) this.#recognise();
    const kind = this.#kind ?? 'unrecognised';
    const leftOut =
      kind !== 'unrecognised'
        ? undefined
        : this.#ofAccounts
          ? `a table must be one of opportunities, sellers or products, got one of accounts, which belongs in Territories: ${list}`
          : reasonToLeaveOut(headings, this.#missing, this.#delimiter);
    const report: FileReport = {
      name: this.#file,
      kind,
      rows: this.rowCount,
      delimiter: this.#delimiter,
      columns: this.#reportColumns(headings),
      ...(leftOut === undefined ? {} : { leftOut }),
      ...(this.#ofAccounts && { ofAccounts: true as const }),
    };
    const table = { file: this.#file, kind, columns: this.#columns, rows: this.#rows, report };
    if (leftOut === undefined) return succeed(table);
    const code = this.#ofAccounts
      ? 'table-of-accounts'
      : this.#missing.length > 0
        ? 'columns-missing'
        : 'file-unrecognised';
    return succeed({ ...table, problem: { code, path: this.#file, message: `${this.#file}: ${leftOut}` } });
  }

  #fail(code: string, message: string): Result<Table> {
    return fail([{ code, path: this.#file, message }]);
  }

  #recognise(): void {
    const samples = this.#waiting.map(({ cells }) => cells);
    const { kind, columns, missing } = recogniseColumns(this.#headings ?? [], samples);
    this.#kind = kind;
    this.#columns = columns;
    this.#missing = missing;
    this.#ofAccounts = kind === 'unrecognised' && looksLikeAccounts(this.#headings ?? [], samples);
    this.#samples = this.#waiting.slice(0, 100);
    this.#waiting.splice(0).forEach((row) => this.#keep(row));
  }

  #keep({ row, cells }: TableRow): void {
    if (this.#kind === 'unrecognised') return;
    const kept = this.#columns.map(({ index, role, heading }) => {
      const cell = cells[index] ?? '';
      if (role === 'name') return '';
      if (isSheetError(cell)) {
        this.#log.add('cell-error', { file: this.#file, row, column: heading, ...sheetErrorWords(cell) });
        return '';
      }
      if (isBlank(cell) || foldHeading(cell) !== foldHeading(heading)) return this.#share(cell, role);
      this.#log.add('cell-is-heading', {
        file: this.#file,
        row,
        column: heading,
        message: `a cell must hold a value, got the heading “${cell.trim()}”`,
        action: 'read as blank',
      });
      return '';
    });
    this.#rows.push({ row, cells: kept });
  }

  /** One string for all cells that say the same; ids are all different. */
  #share(cell: string, role: ColumnRole): string {
    if (role === 'id') return detachText(cell);
    const known = this.#cells.get(cell);
    if (known !== undefined) return known;
    const own = detachText(cell);
    this.#cells.set(own, own);
    return own;
  }

  #checkWidth(row: number, width: number, expected: number): void {
    if (width === expected) return;
    const more = width > expected;
    this.#log.add(more ? 'cells-surplus' : 'cells-missing', {
      file: this.#file,
      row,
      message: `a row must have ${expected} cells, got ${width}`,
      action: more ? 'the surplus was passed over' : 'the missing cells were read as blank',
    });
  }

  #reportColumns(headings: readonly string[]): FileReport['columns'] {
    return headings.map((heading, index) => {
      const role = this.#columns.find((column) => column.index === index)?.role;
      const filled = this.#samples.flatMap(({ cells }) =>
        isBlank(cells[index] ?? '') ? [] : [(cells[index] ?? '').slice(0, 60)],
      );
      const samples = [...new Set(filled)].slice(0, 3);
      return role === undefined ? { heading, samples } : { heading, role, samples };
    });
  }
}
