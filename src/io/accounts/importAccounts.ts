import type { Account } from '../../model/accountBook';
import type { AccountRole, ImportedAccounts } from '../../model/importedAccounts';
import { succeed, type Result } from '../../model/problem';
import type { AccountId } from '../../model/units';
import type { NamedStream } from '../csvText';
import { ProblemLog } from '../history/problemLog';
import { AccountCells } from './accountCells';
import { AccountIds } from './accountIds';
import { AccountPlaces, NO_COLUMNS, type FoundPlace } from './accountPlaces';
import { ACCOUNT_RULES, type AccountLog } from './accountProblems';
import { doubtOrder } from './doubtOrder';
import { MeasureCells } from './measureCells';
import type { PlacedBy } from './placeAccount';
import type { PostcodePlaces } from './postcodePlaces';
import { readAccountTable, type AccountTable, type TableSettings } from './readAccountTable';
import type { TableRow } from './tableRows';

export interface AccountSettings extends TableSettings {
  /** Asked for where an account has a postcode and no coordinates. */
  readonly loadPostcodes: () => Promise<PostcodePlaces>;
}

/**
 * Reads a table of accounts: CSV or Excel, any order of columns. What is wrong in a cell is a problem that names its row and
 * column, and the rest goes on; an account is never left out for want of a place. Where no column says which account a row
 * is, there are none, and the columns are told so that the reader can say it. Fails where the file is no table (see
 * `readAccountTable`). Linear in the file.
 */
export async function importAccounts(
  file: NamedStream,
  settings: AccountSettings,
): Promise<Result<ImportedAccounts>> {
  const log: AccountLog = new ProblemLog(ACCOUNT_RULES);
  const read = await readAccountTable(file, log, settings);
  return read.ok ? succeed(await readAccounts(read.value, log, settings.loadPostcodes)) : read;
}

async function readAccounts(
  table: AccountTable,
  log: AccountLog,
  loadPostcodes: () => Promise<PostcodePlaces>,
): Promise<ImportedAccounts> {
  const has = (...roles: readonly AccountRole[]) => roles.some((role) => table.roles.includes(role));
  if (!has('id'))
    log.add('column-id-missing', {
      file: table.file,
      message: 'a table of accounts must have a column of ids to be loaded back into a CRM, got none',
      action: has('name') ? 'each account’s name stands in for its id' : 'no account was read',
    });
  if (has('id', 'name') && !has('lat', 'postcode'))
    log.add('columns-place-missing', {
      file: table.file,
      message: NO_COLUMNS,
      action: 'kept without a place',
    });
  const namedBy = has('territory') ? 'territory' : has('owner') ? 'owner' : 'nothing';
  const cells = new AccountCells(table, log);
  const ids = new AccountIds(cells);
  const places = new AccountPlaces(cells, loadPostcodes);
  const measures = new MeasureCells(table, log);
  const placed: Record<PlacedBy, number> = { coordinates: 0, postcode: 0, area: 0, none: 0 };
  const accounts: Account[] = [];
  const territoryNames: string[] = [];
  const unplaced: { id: AccountId; reason: string }[] = [];
  for (const row of has('id', 'name') ? table.rows : []) {
    const id = ids.read(row);
    if (id === undefined) continue;
    const found = await places.find(row);
    placed[found.by]++;
    if (found.place === undefined) unplaced.push({ id, reason: found.reason });
    accounts.push(makeAccount(cells, row, id, found, measures.read(row)));
    territoryNames.push(namedBy === 'nothing' ? '' : cells.label(row, namedBy));
  }
  const swapDoubt = doubtOrder(places.straight, places.turned);
  return {
    file: table.file,
    columns: table.columns,
    headless: table.headless,
    ...(table.sheets && { sheets: table.sheets }),
    accounts,
    measures: measures.measures,
    territoryNames,
    namedBy,
    placed,
    unplaced,
    ...(swapDoubt !== undefined && { swapDoubt }),
    problems: log.problems,
    problemCounts: log.counts,
  };
}

function makeAccount(
  cells: AccountCells,
  row: TableRow,
  id: AccountId,
  { place, postcode }: FoundPlace,
  values: Account['values'],
): Account {
  const name = cells.text(row, 'name').slice(0, 200);
  const optional = (['state', 'family', 'owner'] as const).flatMap((role) => {
    const text = cells.label(row, role);
    return text === '' ? [] : [[role, text] as const];
  });
  return {
    id,
    name: name === '' ? id : name,
    ...(place !== undefined && { place }),
    ...(postcode !== undefined && { postcode }),
    ...Object.fromEntries(optional),
    values,
  };
}
