import type { AccountRole } from '../../model/importedAccounts';
import type { AccountLog, AccountRule } from './accountProblems';
import { headingOf, textUnder, type AccountTable } from './readAccountTable';
import type { TableRow } from './tableRows';

const LONGEST = 200;

/** The texts of a table's rows by role, and a place for what is wrong with them. */
export class AccountCells {
  readonly table: AccountTable;
  readonly #log: AccountLog;

  constructor(table: AccountTable, log: AccountLog) {
    this.table = table;
    this.#log = log;
  }

  text(row: TableRow, role: AccountRole): string {
    return textUnder(this.table, row, role);
  }

  /** A text that a plan can hold. */
  label(row: TableRow, role: AccountRole): string {
    const text = this.text(row, role);
    if (text.length <= LONGEST) return text;
    const message = `a text must have at most ${LONGEST} characters, got ${text.length}`;
    this.add('text-cut', row, role, message, 'cut off');
    return text.slice(0, LONGEST);
  }

  /** Says what is wrong with that row, and in which column. */
  add(
    rule: AccountRule,
    { row }: TableRow,
    role: AccountRole | undefined,
    message: string,
    action: string,
  ): void {
    const column = role === undefined ? '' : headingOf(this.table, role);
    this.#log.add(rule, { file: this.table.file, row, ...(column !== '' && { column }), message, action });
  }
}
