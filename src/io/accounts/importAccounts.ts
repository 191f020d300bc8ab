import type { Account, Measure } from '../../model/accountBook';
import type { ImportedAccounts } from '../../model/importedAccounts';
import { succeed, type Result } from '../../model/problem';
import { accountId, measureId, type AccountId } from '../../model/units';
import type { NamedStream } from '../csvText';
import { ProblemLog } from '../history/problemLog';
import { ACCOUNT_RULES, type AccountLog, type AccountRule } from './accountProblems';
import { isPotential, isWorkload } from './accountHeadings';
import { MeasureCells } from './measureCells';
import { placeByPostcode, readCoordinates, type PlacedBy, type Report } from './placeAccount';
import type { PostcodePlaces } from './postcodePlaces';
import {
  headingOf,
  readAccountTable,
  textUnder,
  type AccountTable,
  type TableRow,
  type TableSettings,
} from './readAccountTable';
import { isWholeZip, readPostcode } from './readPostcode';

export interface AccountSettings extends TableSettings {
  /** Asked for where an account has a postcode and no coordinates. */
  readonly loadPostcodes: () => Promise<PostcodePlaces>;
}

const LONGEST = 200;

/**
 * Reads a table of accounts: CSV or Excel, any order of columns. What is wrong in a cell is a problem that names its row and
 * column, and the rest goes on; an account is never left out for want of a place. Fails where the file is no table (see
 * `readAccountTable`). Linear in the file.
 */
export async function importAccounts(
  file: NamedStream,
  settings: AccountSettings,
): Promise<Result<ImportedAccounts>> {
  const log: AccountLog = new ProblemLog(ACCOUNT_RULES);
  const read = await readAccountTable(file, log, settings);
  if (!read.ok) return read;
  return succeed(await new AccountReading(read.value, log).finish(settings.loadPostcodes));
}

class AccountReading {
  readonly #table: AccountTable;
  readonly #log: AccountLog;
  readonly #measures: MeasureCells;
  readonly #rowOf = new Map<string, number>();
  readonly #columnIsUs: boolean;

  constructor(table: AccountTable, log: AccountLog) {
    this.#table = table;
    this.#log = log;
    this.#measures = new MeasureCells(table, log);
    const zips = table.rows.map((row) => textUnder(table, row, 'postcode')).filter((cell) => cell !== '');
    const named = /zip/i.test(headingOf(table, 'postcode'));
    this.#columnIsUs = named || zips.filter(isWholeZip).length >= 0.5 * zips.length;
  }

  async finish(loadPostcodes: () => Promise<PostcodePlaces>): Promise<ImportedAccounts> {
    const table = this.#table;
    const has = (role: 'id' | 'territory' | 'owner') => table.roles.includes(role);
    if (!has('id'))
      this.#log.add('column-id-missing', {
        file: table.file,
        message: 'a table of accounts must have a column of ids to be loaded back into a CRM, got none',
        action: 'each account’s name stands in for its id',
      });
    const namedBy = has('territory') ? 'territory' : has('owner') ? 'owner' : 'nothing';
    const placed: Record<PlacedBy, number> = { coordinates: 0, postcode: 0, area: 0, none: 0 };
    const accounts: Account[] = [];
    const territoryNames: string[] = [];
    let postcodes: PostcodePlaces | undefined;
    for (const row of table.rows) {
      const id = this.#readId(row);
      if (id === undefined) continue;
      const place = readCoordinates(this.#text(row, 'lat'), this.#text(row, 'lon'), this.#reporter(row));
      const code = this.#readPostcode(row);
      let found: { readonly place?: Account['place']; readonly by: PlacedBy } =
        place === undefined ? { by: 'none' } : { place, by: 'coordinates' };
      if (place === undefined && code !== undefined) {
        postcodes ??= await loadPostcodes();
        found = placeByPostcode(code, postcodes, this.#reporter(row));
      } else if (place === undefined)
        this.#add(
          'place-none',
          row,
          '',
          'an account must have coordinates or a postcode to be on the map, got neither',
          'kept without a place',
        );
      placed[found.by]++;
      accounts.push(this.#makeAccount(row, id, found.place, code?.text));
      territoryNames.push(namedBy === 'nothing' ? '' : this.#label(row, namedBy));
    }
    return {
      file: table.file,
      columns: table.columns,
      accounts,
      measures: makeMeasures(this.#measures.headings),
      territoryNames,
      namedBy,
      placed,
      problems: this.#log.problems,
      problemCounts: this.#log.counts,
    };
  }

  #makeAccount(row: TableRow, id: AccountId, place: Account['place'], postcode: string | undefined): Account {
    const name = this.#label(row, 'name');
    const optional = (['state', 'family', 'owner'] as const).flatMap((role) => {
      const text = this.#label(row, role);
      return text === '' ? [] : [[role, text] as const];
    });
    return {
      id,
      name: name === '' ? id : name,
      ...(place !== undefined && { place }),
      ...(postcode !== undefined && { postcode }),
      ...Object.fromEntries(optional),
      values: this.#measures.read(row),
    };
  }

  /** The row's id, or its name where it has none; undefined for a row that is left out. */
  #readId(row: TableRow): AccountId | undefined {
    const written = this.#label(row, 'id');
    const id = written === '' ? this.#label(row, 'name') : written;
    if (id === '') {
      this.#add(
        'account-nameless',
        row,
        'name',
        'an account must have an id or a name, got neither',
        'left out',
      );
      return undefined;
    }
    const first = this.#rowOf.get(id);
    if (first !== undefined) {
      this.#add(
        'id-duplicate',
        row,
        written === '' ? 'name' : 'id',
        `an id must be unique, got “${id}” again, first in row ${first}`,
        'left out',
      );
      return undefined;
    }
    this.#rowOf.set(id, row.row);
    return accountId(id);
  }

  #readPostcode(row: TableRow) {
    const cell = this.#label(row, 'postcode');
    if (cell === '') return undefined;
    const code = readPostcode(cell, this.#text(row, 'country'), this.#columnIsUs);
    if (code.mended)
      this.#add(
        'postcode-zeros',
        row,
        'postcode',
        `a postcode of the United States must have five digits, got ${cell}`,
        `read as ${code.text}`,
      );
    return code;
  }

  #text(row: TableRow, role: Parameters<typeof textUnder>[2]): string {
    return textUnder(this.#table, row, role);
  }

  /** A text that a plan can hold. */
  #label(row: TableRow, role: Parameters<typeof textUnder>[2]): string {
    const text = this.#text(row, role);
    if (text.length <= LONGEST) return text;
    this.#add(
      'text-cut',
      row,
      role,
      `a text must have at most ${LONGEST} characters, got ${text.length}`,
      'cut off',
    );
    return text.slice(0, LONGEST);
  }

  #reporter(row: TableRow): Report {
    return (rule, column, message, action) => this.#add(rule, row, column, message, action);
  }

  #add(
    rule: AccountRule,
    { row }: TableRow,
    role: Parameters<typeof textUnder>[2] | '',
    message: string,
    action: string,
  ): void {
    const column = role === '' ? '' : headingOf(this.#table, role);
    this.#log.add(rule, { file: this.#table.file, row, ...(column !== '' && { column }), message, action });
  }
}

/** One potential and one workload at most: two columns of dollars are not to be added. */
function makeMeasures(headings: readonly string[]): Measure[] {
  const potential = headings.findIndex(isPotential);
  const workload = headings.findIndex((heading, index) => index !== potential && isWorkload(heading));
  return headings.map((heading, index) => ({
    id: measureId(`measure-${index + 1}`),
    name: heading.slice(0, LONGEST),
    kind: index === potential ? 'potential' : index === workload ? 'workload' : 'other',
  }));
}
