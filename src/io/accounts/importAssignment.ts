import type { AccountBook } from '../../model/accountBook';
import type { ImportedAssignment } from '../../model/importedAccounts';
import { succeed, type Result } from '../../model/problem';
import type { NamedStream } from '../csvText';
import { listHeadings } from '../history/leftOut';
import { ProblemLog } from '../history/problemLog';
import { AccountCells } from './accountCells';
import { ACCOUNT_RULES, type AccountLog } from './accountProblems';
import { AccountMatches, type Match } from './matchAccounts';
import { readAccountTable, type AccountTable, type TableSettings } from './readAccountTable';
import type { TableRow } from './tableRows';

/**
 * Reads an assignment made elsewhere, such as the file of `assignmentRows` edited in a spreadsheet: a column of ids or names
 * of accounts and one of territories (the new one where there are two), else of owners. An id that a spreadsheet or another
 * export has written otherwise is found where one account alone can be meant. Rows of accounts that the book does not have
 * are problems, and so is each of its accounts that the file says nothing of. Where a column is lacking, nothing is read and
 * the columns are told, so that the reader can say what they are. Fails where the file is no table. Linear in the file and the book.
 */
export async function importAssignment(
  file: NamedStream,
  book: AccountBook,
  settings: TableSettings = {},
): Promise<Result<ImportedAssignment>> {
  const log: AccountLog = new ProblemLog(ACCOUNT_RULES);
  const read = await readAccountTable(file, log, settings);
  return read.ok ? succeed(new AssignmentReading(read.value, book, log).finish()) : read;
}

class AssignmentReading {
  readonly #table: AccountTable;
  readonly #book: AccountBook;
  readonly #log: AccountLog;
  readonly #cells: AccountCells;
  readonly #matches: AccountMatches;
  readonly #rowOf = new Map<number, number>();
  #unknown = 0;

  constructor(table: AccountTable, book: AccountBook, log: AccountLog) {
    this.#table = table;
    this.#book = book;
    this.#log = log;
    this.#cells = new AccountCells(table, log);
    this.#matches = new AccountMatches(book);
  }

  finish(): ImportedAssignment {
    const { roles, file, columns, headless, sheets } = this.#table;
    const namedBy = roles.includes('territory') || !roles.includes('owner') ? 'territory' : 'owner';
    const usable = roles.includes(namedBy) && (roles.includes('id') || roles.includes('name'));
    const territoryNames: (string | undefined)[] = this.#book.accounts.map(() => undefined);
    for (const row of usable ? this.#table.rows : []) {
      const place = this.#take(row);
      if (place !== undefined)
        territoryNames[place] = this.#cells.label(row, namedBy).replace(/^'(?=[=+\-@])/, '');
    }
    if (usable) this.#tellAbsent(territoryNames);
    else
      this.#log.add('columns-missing', {
        file,
        message: `an assignment must have a column of account ids or names and one of territories or owners, got ${listHeadings(this.#table.headings)}`,
        action: 'nothing was read',
      });
    return {
      file,
      columns,
      headless,
      ...(sheets && { sheets }),
      territoryNames,
      namedBy,
      matched: this.#rowOf.size,
      unknown: this.#unknown,
      problems: this.#log.problems,
      problemCounts: this.#log.counts,
    };
  }

  /** The place of the row's account in the book; undefined where it is not used. */
  #take(row: TableRow): number | undefined {
    const id = this.#cells.text(row, 'id');
    const name = this.#cells.text(row, 'name');
    const key = this.#table.roles.includes('id') ? 'id' : 'name';
    const shown = key === 'id' && id !== '' ? id : name;
    const add = (
      rule: 'id-mended' | 'account-ambiguous' | 'account-unknown' | 'id-duplicate',
      message: string,
      action: string,
    ) => this.#cells.add(rule, row, key, message, action);
    const match = this.#match(id, name);
    if (match.kind === 'several') {
      add(
        'account-ambiguous',
        `a name must be that of one account, got “${shown}”, which ${match.count} have`,
        'left out',
      );
      return undefined;
    }
    if (match.kind === 'unknown') {
      this.#unknown++;
      add(
        'account-unknown',
        `an account must be one of the plan, got ${shown === '' ? 'nothing' : `“${shown}”`}`,
        'left out',
      );
      return undefined;
    }
    const { place } = match;
    const before = this.#rowOf.get(place);
    if (before !== undefined) {
      add(
        'id-duplicate',
        `an account must be assigned once, got “${shown}” again, first in row ${before}`,
        'the first one holds',
      );
      return undefined;
    }
    if (match.kind === 'mended')
      add(
        'id-mended',
        `an id must be as the plan has it, got “${id}”`,
        `taken for ${this.#book.accounts[place]?.id ?? ''}${WAYS[match.by]}`,
      );
    this.#rowOf.set(place, row.row);
    return place;
  }

  #match(id: string, name: string): Match {
    if (id === '') return this.#matches.byName(name);
    const match = this.#matches.byId(id);
    if (match.kind !== 'unknown') return match;
    const named = this.#matches.byName(name);
    return named.kind === 'same' ? { kind: 'mended', place: named.place, by: 'name' } : match;
  }

  #tellAbsent(territoryNames: readonly (string | undefined)[]): void {
    this.#book.accounts.forEach(({ id, name }, index) => {
      if (territoryNames[index] === undefined)
        this.#log.add('account-absent', {
          file: this.#table.file,
          message: `every account must have a row, got none of ${name} (${id})`,
          action: 'left where it is',
        });
    });
  }
}

const WAYS = {
  zeros: ', which has leading zeros',
  length: ', of 15 or 18 signs',
  case: ', in other letters',
  name: ', by its name',
} as const;
