import { dayOrderOf, isDayOrderOpen } from './pasteCells';
import { readPastedRows } from './pasteTable';
import type { Manager, Plan, Seat, Territory } from './plan';
import type { Problem } from './problem';
import { cellOf, nameKey, readSeat, type Reading } from './readSeatRow';
import { seatColumns, type SeatColumns } from './seatColumns';

export interface SeatRows {
  /** Seats of the rows that could be read, with ids of their own, in the rows' order. */
  readonly seats: readonly Seat[];
  /** Managers whom the rows name and the plan does not have; the seats refer to them. */
  readonly newManagers: readonly Manager[];
  /** Territories that the rows name and the plan does not have: without a potential of their own, and covered by anybody. */
  readonly newTerritories: readonly Territory[];
  /** What could not be read, one for each row and column: `path` is `row 4, Quota`. */
  readonly problems: readonly Problem[];
  /** What was assumed or left aside, in words. */
  readonly notes: readonly string[];
  /** The rows with problems as they came, under their headings if they had any: nothing pasted is lost. */
  readonly rest: string;
}

/**
 * Reads seats from a block pasted out of a spreadsheet: tab, comma or semicolon separated, with or without a row
 * of headings (see `seatColumns`). A date before the plan's start makes an incumbent, a later one a planned
 * hire, unless a status column says otherwise. A manager or a territory the plan does not know is new; a role it
 * does not know is a problem. A row is read whole or stays in `rest`. Cost: linear in the text.
 */
export function parseSeatRows(text: string, plan: Plan): SeatRows {
  const rows = readPastedRows(text);
  const columns = seatColumns(rows[0]);
  const body = columns.heading ? rows.slice(1) : rows;
  const dates = (['hired', 'start', 'closes'] as const).flatMap((column) =>
    body.map((row) => cellOf(row, columns, column)),
  );
  const reading: Reading = {
    plan,
    roles: new Map(plan.roles.map((role) => [nameKey(role.name), role])),
    managers: new Map(plan.managers.map((manager) => [nameKey(manager.name), manager])),
    newManagers: [],
    territories: new Map(plan.territories.map((territory) => [nameKey(territory.name), territory])),
    newTerritories: [],
    order: dayOrderOf(dates),
    ids: new Set(plan.seats.map((seat) => seat.id)),
    count: 1,
  };
  const seats: Seat[] = [];
  const problems: Problem[] = [];
  const left: string[] = [];
  for (const row of body) {
    const found: Problem[] = [];
    const seat = readSeat(row, columns, reading, (column, code, message) =>
      found.push({ code, path: `row ${row.number}, ${column}`, message: `Row ${row.number}: ${message}` }),
    );
    if (seat) seats.push(seat);
    else left.push(row.text);
    problems.push(...found);
  }
  const heading = columns.heading && left.length > 0 ? [rows[0]?.text ?? ''] : [];
  return {
    seats,
    newManagers: reading.newManagers,
    newTerritories: reading.newTerritories,
    problems,
    notes: notesOf(columns, isDayOrderOpen(dates), seats, plan),
    rest: [...heading, ...left].join('\n'),
  };
}

function notesOf(columns: SeatColumns, open: boolean, seats: readonly Seat[], plan: Plan): string[] {
  const notes = columns.ignored.map((heading) => `The column “${heading}” is not read.`);
  if (open) notes.push('Dates such as 3/4/2027 are read as month/day/year.');
  const names = new Set(plan.seats.map((seat) => nameKey(seat.name)));
  const twice = seats.filter((seat) => seat.occupant.kind === 'incumbent' && names.has(nameKey(seat.name)));
  if (twice.length > 0)
    notes.push(`Already in the plan and added once more: ${twice.map((seat) => seat.name).join(', ')}.`);
  const seen = new Set<string>();
  const again = new Set(
    seats.flatMap(({ name, occupant }) => {
      const key = nameKey(name);
      const known = occupant.kind === 'incumbent' && seen.has(key);
      seen.add(key);
      return known ? [name] : [];
    }),
  );
  if (again.size > 0)
    notes.push(`More than one row has the name ${[...again].join(', ')}: each becomes a seat of its own.`);
  return notes;
}
