import { MOST_ACCOUNTS } from '../../model/accountBook';
import type { AccountColumn, AccountRole, ColumnRoles } from '../../model/importedAccounts';
import type { CsvBatch } from '../csvRows';
import { recogniseColumns } from '../history/columns';
import { isBlank } from '../history/folding';
import { isSheetError, sheetErrorWords } from '../sheetError';
import { looksHeadless, recogniseAccountColumns } from './accountColumns';
import type { AccountLog } from './accountProblems';

export interface TableRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** By column; those that are passed over are empty once the columns are known. */
  readonly cells: readonly string[];
}

/** Rows looked at before the columns are recognised. */
const SAMPLE_ROWS = 500;

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Gathers the rows of a table of accounts as they come, finds its headings, and keeps the columns that are used. */
export class TableRows {
  readonly #file: string;
  readonly #log: AccountLog;
  readonly #roles: ColumnRoles | undefined;
  #headless: boolean | undefined;
  #headings: readonly string[] | undefined;
  /** Rows of one cell, as titles are, until a wider one shows where the table begins. */
  #above: TableRow[] = [];
  #known: ColumnRoles | undefined;
  #samples: readonly TableRow[] = [];
  #waiting: TableRow[] = [];
  readonly #rows: TableRow[] = [];
  #isDeals = false;
  /** Rows below the headings, those beyond the limit counted too. */
  count = 0;

  constructor(file: string, log: AccountLog, roles: ColumnRoles | undefined, headless: boolean | undefined) {
    this.#file = file;
    this.#log = log;
    this.#roles = roles;
    this.#headless = headless;
  }

  take({ firstRow, rows, malformedRows }: CsvBatch): void {
    for (const row of malformedRows)
      this.#add(
        'quote-malformed',
        row,
        'a quote within a quoted cell must be doubled, got a single one',
        'read as it stands',
      );
    rows.forEach((cells, index) => {
      if (!isEmpty(cells)) this.#takeRow({ row: firstRow + index, cells });
    });
  }

  /** Ends the reading: undefined where there was not one row. */
  finish() {
    // A table of a single column has titles alone.
    if (this.#headings === undefined && this.#above.length > 0)
      for (const row of this.#above.splice(0)) this.#begin(row);
    if (this.#headings === undefined) return undefined;
    if (this.#known === undefined) this.#recognise();
    const roles = this.#known ?? [];
    return {
      headings: this.#headings,
      headless: this.#headless ?? false,
      roles,
      columns: this.#headings.map((heading, index) => this.#describe(heading, roles[index], index)),
      rows: this.#rows,
      isDeals: this.#isDeals,
    };
  }

  #takeRow(row: TableRow): void {
    if (this.#headings !== undefined) this.#takeBelow(row, this.#headings);
    else if (row.cells.filter((cell) => cell.trim() !== '').length < 2) this.#above.push(row);
    else {
      for (const title of this.#above.splice(0))
        this.#add(
          'rows-above',
          title.row,
          `a table must begin with its headings, got “${title.cells.join('').trim().slice(0, 60)}”`,
          'passed over',
        );
      this.#begin(row);
    }
  }

  /** Takes the first row of the table: its headings, or already an account. */
  #begin(row: TableRow): void {
    if (this.#headings !== undefined) return this.#takeBelow(row, this.#headings);
    this.#headless ??= looksHeadless(row.cells);
    this.#headings = row.cells.map((cell, index) => (this.#headless ? `Column ${index + 1}` : cell.trim()));
    if (!this.#headless) return;
    this.#add(
      'headings-missing',
      row.row,
      'a table must begin with a row of headings, got what looks like an account',
      'read as an account; its columns are numbered',
    );
    this.#takeBelow(row, this.#headings);
  }

  #takeBelow({ row, cells }: TableRow, headings: readonly string[]): void {
    this.count++;
    if (cells.length > headings.length && !isEmpty(cells.slice(headings.length)))
      this.#add(
        'cells-surplus',
        row,
        `a row must have ${headings.length} cells, got ${cells.length}`,
        'the surplus was passed over',
      );
    // those beyond are counted, not kept
    if (this.count > MOST_ACCOUNTS) return;
    if (this.#known !== undefined) this.#keep({ row, cells });
    else if (this.#waiting.push({ row, cells }) === SAMPLE_ROWS) this.#recognise();
  }

  #recognise(): void {
    const headings = this.#headings ?? [];
    const cells = this.#waiting.map((row) => row.cells);
    this.#known = this.#roles ?? recogniseAccountColumns(headings, cells);
    this.#isDeals = recogniseColumns(headings, cells).kind === 'opportunities';
    this.#samples = this.#waiting.slice(0, 100);
    for (const row of this.#waiting.splice(0)) this.#keep(row);
  }

  #keep({ row, cells }: TableRow): void {
    const kept = (this.#known ?? []).map((role, index) => {
      const cell = cells[index] ?? '';
      if (role === undefined) return '';
      if (!isSheetError(cell)) return cell;
      this.#log.add('cell-error', {
        file: this.#file,
        row,
        column: this.#headings?.[index] ?? '',
        ...sheetErrorWords(cell),
      });
      return '';
    });
    this.#rows.push({ row, cells: kept });
  }

  #describe(heading: string, role: AccountRole | undefined, index: number): AccountColumn {
    const filled = this.#samples.flatMap(({ cells }) => {
      const cell = cells[index] ?? '';
      return isBlank(cell) ? [] : [cell.trim().slice(0, 60)];
    });
    const samples = [...new Set(filled)].slice(0, 3);
    return role === undefined ? { heading, samples } : { heading, role, samples };
  }

  #add(
    rule: 'quote-malformed' | 'rows-above' | 'headings-missing' | 'cells-surplus',
    row: number,
    message: string,
    action: string,
  ): void {
    this.#log.add(rule, { file: this.#file, row, message, action });
  }
}
