import { freshId } from './ids';
import { parseAmountCell, parseDateCell, parseYesCell, type DayOrder } from './pasteCells';
import type { PastedRow } from './pasteTable';
import type { Manager, Plan, Role, Seat, Territory } from './plan';
import type { SeatColumn, SeatColumns } from './seatColumns';
import {
  managerId,
  money,
  seatId,
  territoryId,
  type IsoDate,
  type ManagerId,
  type TerritoryId,
} from './units';

/** As many seats as `parsePlan` allows. */
const MOST_SEATS = 5000;

/** What the rows read so far add up to: `managers`, `newManagers`, `territories`, `newTerritories`, `ids` and `count`
 * grow as rows are read. */
export interface Reading {
  readonly plan: Plan;
  readonly roles: ReadonlyMap<string, Role>;
  readonly managers: Map<string, Manager>;
  readonly newManagers: Manager[];
  readonly territories: Map<string, Territory>;
  readonly newTerritories: Territory[];
  readonly order: DayOrder;
  readonly ids: Set<string>;
  /** The number that the next seat's id is looked for from, 1 at first. */
  count: number;
}

/** Takes note of a fault of one row: its column, the rule broken, the sentence. */
export type Complain = (column: string, code: string, message: string) => void;

/** The form by which names are compared: without regard to case, accents' encoding and runs of spaces. */
export const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The text a row has in that column; empty where there is none. */
export const cellOf = (row: PastedRow, columns: SeatColumns, column: SeatColumn): string => {
  const index = columns.at[column];
  return index === undefined ? '' : (row.cells[index] ?? '');
};

/** The seat that a row describes, or undefined and at least one complaint. */
export function readSeat(
  row: PastedRow,
  columns: SeatColumns,
  reading: Reading,
  complain: Complain,
): Seat | undefined {
  const cell = (column: SeatColumn) => cellOf(row, columns, column);
  let sound = true;
  const refuse: Complain = (column, code, message) => {
    sound = false;
    complain(column, code, message);
  };
  const extra = row.cells.slice(columns.count).filter((value) => value !== '');
  if (extra.length > 0)
    refuse(
      'end',
      'cells',
      `there must be no more than ${columns.count} cells, got also “${extra.join(' ')}”`,
    );
  if (reading.ids.size >= MOST_SEATS)
    refuse('Name', 'many', `a plan must have at most ${MOST_SEATS.toLocaleString('en-US')} seats`);
  const role = readRole(cell('role'), reading, refuse);
  const date = readDate(cell('start') || cell('hired'), reading, refuse);
  const quota = readQuota(cell('quota'), refuse);
  const backfill = readYes(cell('backfill'), refuse);
  const closes = readClosing(cell('closes'), date, reading, refuse);
  const planned = readStatus(cell('status'), date, reading, refuse);
  const name = cell('name') || (role && planned ? `${role.name} hire` : '');
  if (name === '') refuse('Name', 'missing', 'name must be given for a filled seat');
  else if (name.length > 200)
    refuse('Name', 'long', `name must have at most 200 characters, got ${name.length}`);
  if (!sound || !role || !date) return undefined;
  if (cell('territory').length > 200)
    return void refuse('Territory', 'long', 'territory must have at most 200 characters');
  const manager = readManager(cell('manager'), reading);
  const territory = readTerritory(cell('territory'), reading);
  const id = nextId(reading);
  return {
    id: seatId(id),
    name,
    roleId: role.id,
    ...(manager && { managerId: manager }),
    ...(territory && { territoryId: territory }),
    occupant: planned ? { kind: 'planned', start: date } : { kind: 'incumbent', hired: date },
    backfill,
    ...(closes && { closes }),
    ...(quota !== undefined && quota !== role.annualQuota && { annualQuota: money(quota) }),
  };
}

function readRole(text: string, reading: Reading, complain: Complain): Role | undefined {
  const only = reading.plan.roles.length === 1 ? reading.plan.roles[0] : undefined;
  const role = text === '' ? only : reading.roles.get(nameKey(text));
  if (role) return role;
  const names = reading.plan.roles.map((known) => known.name).join(', ');
  if (text === '') complain('Role', 'missing', `role must be given, one of ${names}`);
  else complain('Role', 'unknown', `role must be one of ${names}, got “${text}”`);
  return undefined;
}

function readDate(text: string, reading: Reading, complain: Complain): IsoDate | undefined {
  const date = parseDateCell(text, reading.order);
  if (date) return date;
  if (text === '') complain('Start', 'missing', 'start or hire date must be given');
  else complain('Start', 'date', `start must be a date such as 2027-03-01, got “${text}”`);
  return undefined;
}

function readQuota(text: string, complain: Complain): number | undefined {
  if (text === '') return undefined;
  const quota = parseAmountCell(text);
  if (quota === undefined) complain('Quota', 'amount', `quota must be an amount, got “${text}”`);
  else if (quota < 0) complain('Quota', 'negative', `quota must not be below zero, got ${text}`);
  else if (quota > 1e12) complain('Quota', 'high', `quota must be at most 1,000,000,000,000, got ${text}`);
  else return quota;
  return undefined;
}

function readYes(text: string, complain: Complain): boolean {
  const answer = text === '' ? true : parseYesCell(text);
  if (answer === undefined) complain('Backfill', 'answer', `backfill must be yes or no, got “${text}”`);
  return answer ?? true;
}

/** Whether the seat is a planned hire. */
function readStatus(text: string, date: IsoDate | undefined, reading: Reading, complain: Complain): boolean {
  if (/^(planned|plan|open|hire|new|vacant|requisition|req)/i.test(text)) return true;
  if (/^(filled|incumbent|active|hired|current|employed)/i.test(text)) return false;
  if (text !== '') complain('Status', 'status', `status must be filled or planned, got “${text}”`);
  return date !== undefined && date >= `${reading.plan.calendar.start}-01`;
}

/** As `freshId` would give, going on from the last one found: a plan may take thousands of rows. */
function nextId(reading: Reading): string {
  while (reading.ids.has(`seat-${reading.count}`)) reading.count++;
  const id = `seat-${reading.count}`;
  reading.ids.add(id);
  return id;
}

function readManager(text: string, reading: Reading): ManagerId | undefined {
  if (text === '') return undefined;
  const known = reading.managers.get(nameKey(text));
  if (known) return known.id;
  const taken = [...reading.managers.values()].map((manager) => manager.id);
  const manager: Manager = { id: managerId(freshId('manager', taken)), name: text };
  reading.managers.set(nameKey(text), manager);
  reading.newManagers.push(manager);
  return manager.id;
}

function readTerritory(text: string, reading: Reading): TerritoryId | undefined {
  if (text === '') return undefined;
  const known = reading.territories.get(nameKey(text));
  if (known) return known.id;
  const taken = [...reading.territories.values()].map(({ id }) => id);
  const territory: Territory = { id: territoryId(freshId('territory', taken)), name: text, workload: 0 };
  reading.territories.set(nameKey(text), territory);
  reading.newTerritories.push(territory);
  return territory.id;
}

/** The day from which there is no such position, after its start; undefined for never. */
function readClosing(
  text: string,
  start: IsoDate | undefined,
  reading: Reading,
  complain: Complain,
): IsoDate | undefined {
  if (text === '' || /^(never|no|none|-|–|—)$/i.test(text)) return undefined;
  const date = parseDateCell(text, reading.order);
  if (!date) complain('Closes', 'date', `closing must be a date such as 2027-10-01, got “${text}”`);
  else if (start !== undefined && date <= start)
    complain('Closes', 'order', `closing must be after the start ${start}, got “${text}”`);
  else return date;
  return undefined;
}
