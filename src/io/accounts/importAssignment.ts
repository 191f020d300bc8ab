import type { AccountBook } from '../../model/accountBook';
import type { ImportedAssignment } from '../../model/importedAccounts';
import { fail, succeed, type Result } from '../../model/problem';
import type { NamedStream } from '../csvText';
import { foldName } from '../history/folding';
import { ProblemLog } from '../history/problemLog';
import { ACCOUNT_RULES, type AccountLog } from './accountProblems';
import { headingOf, readAccountTable, textUnder, type TableSettings } from './readAccountTable';

/**
 * Reads an assignment made elsewhere, such as the file of `assignmentRows` edited in a spreadsheet: a column of ids or names
 * of accounts and one of territories (the new one where there are two). Rows of accounts that the book does not have are
 * problems, and so is each of its accounts that the file says nothing of. Fails where the file is no table, or lacks one
 * of the two columns (`columns-missing`). Linear in the file and the book.
 */
export async function importAssignment(
  file: NamedStream,
  book: AccountBook,
  settings: TableSettings = {},
): Promise<Result<ImportedAssignment>> {
  const log: AccountLog = new ProblemLog(ACCOUNT_RULES);
  const read = await readAccountTable(file, log, settings);
  if (!read.ok) return read;
  const table = read.value;
  const key = table.roles.includes('id') ? 'id' : 'name';
  if (!table.roles.includes(key) || !table.roles.includes('territory')) {
    const message = `${file.name} must have a column of account ids or names and a column “New territory” or “Territory”, got ${table.headings
      .map((heading) => `“${heading.slice(0, 40)}”`)
      .slice(0, 12)
      .join(', ')}`;
    return fail([{ code: 'columns-missing', path: file.name, message }]);
  }
  const fold = (text: string) => (key === 'id' ? text : foldName(text));
  const places = new Map(book.accounts.map((account, index) => [fold(account[key]), index]));
  const rowOf = new Map<number, number>();
  const territoryNames: (string | undefined)[] = book.accounts.map(() => undefined);
  for (const row of table.rows) {
    const cell = textUnder(table, row, key).replace(/^'(?=[=+\-@])/, '');
    const where = { file: table.file, row: row.row, column: headingOf(table, key) };
    const place = places.get(fold(cell)) ?? places.get(fold(textUnder(table, row, key)));
    const before = place === undefined ? undefined : rowOf.get(place);
    if (place === undefined)
      log.add('account-unknown', {
        ...where,
        message: `an account must be one of the plan, got ${cell === '' ? 'nothing' : `“${cell}”`}`,
        action: 'left out',
      });
    else if (before !== undefined)
      log.add('id-duplicate', {
        ...where,
        message: `an account must be assigned once, got “${cell}” again, first in row ${before}`,
        action: 'the first one holds',
      });
    else {
      rowOf.set(place, row.row);
      territoryNames[place] = textUnder(table, row, 'territory')
        .replace(/^'(?=[=+\-@])/, '')
        .slice(0, 200);
    }
  }
  book.accounts.forEach(({ id, name }, index) => {
    if (territoryNames[index] === undefined)
      log.add('account-absent', {
        file: table.file,
        message: `every account must have a row, got none of ${name} (${id})`,
        action: 'left where it is',
      });
  });
  return succeed({
    file: table.file,
    columns: table.columns,
    territoryNames,
    matched: rowOf.size,
    problems: log.problems,
    problemCounts: log.counts,
  });
}
