import { isSelling } from '../../model/isSelling';
import { occupantDate } from '../../model/occupantDate';
import type { Manager, Plan, Role, Seat, Territory } from '../../model/plan';
import { seatsByManager, type ManagerGroup } from '../../model/seatsByManager';
import type { IsoDate, TerritoryId } from '../../model/units';
import type { SeatSummary } from '../../stats/readSeat';
import type { SeatColumnId } from './seatColumnList';
import type { SeatFigures } from './seatFigures';
import { seatNotes } from './seatNotes';
import { spansOf, type Span } from './span';
import { statusWord } from './statusWord';

/** What a group of seats adds up to. The quota is the sum of its seats'; a manager has none to add. */
export interface RollUp {
  readonly seats: number;
  readonly filled: number;
  readonly planned: number;
  readonly quota: number;
  /** Mean bookings of the year; absent while a seat has no figures yet. */
  readonly expected?: number;
}

export interface SeatRow {
  readonly kind: 'seat';
  readonly key: string;
  readonly seat: Seat;
  readonly role: Role | undefined;
  readonly managerName: string;
  readonly territoryName: string;
  /** What else is dated of the seat, in words: its closing, absences, and who moves on from it. */
  readonly notes: readonly string[];
  readonly date: IsoDate;
  /** Zero of people who manage or support: they have none to add. */
  readonly quota: number;
  readonly figures: SeatSummary | undefined;
}

export interface GroupRow {
  readonly kind: 'region' | 'manager';
  readonly key: string;
  readonly name: string;
  /** Absent for regions and for the seats without a manager. */
  readonly manager?: Manager;
  readonly level: 0 | 1;
  readonly open: boolean;
  readonly rollUp: RollUp;
  /** Of a manager. */
  readonly span?: Span;
}

export type TableRow = SeatRow | GroupRow;

export interface SeatSort {
  readonly column: SeatColumnId;
  readonly descending: boolean;
}

/** The order after a heading was pressed: rising, falling, then the plan's own again. */
export function nextSort(now: SeatSort | undefined, column: SeatColumnId): SeatSort | undefined {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? undefined : { column, descending: true };
}

export interface SeatView {
  /** Words that must all occur in a seat's name, role, manager, region, territory, status or what is dated of it. */
  readonly filter: string;
  readonly sort?: SeatSort | undefined;
  /** Keys of groups that are closed; a filter opens all. */
  readonly closed: ReadonlySet<string>;
}

const SORT_KEYS: Readonly<Record<SeatColumnId, (row: SeatRow) => string | number | undefined>> = {
  name: (row) => row.seat.name.toLowerCase(),
  role: (row) => row.role?.name.toLowerCase(),
  manager: (row) => row.managerName.toLowerCase(),
  status: (row) => row.seat.occupant.kind,
  date: (row) => row.date,
  quota: (row) => row.quota,
  territory: (row) => row.territoryName.toLowerCase() || undefined,
  closes: (row) => row.seat.closes,
  backfill: (row) => Number(row.seat.backfill),
  expected: (row) => row.figures?.meanBookings,
  mean: (row) => row.figures?.attainment?.mean,
  median: (row) => row.figures?.attainment?.median,
  atQuota: (row) => row.figures?.attainment?.atQuota.value,
};

/** Rows in the order asked for; those without a figure last, whichever way it goes. */
function sorted(rows: SeatRow[], sort: SeatSort | undefined): SeatRow[] {
  if (!sort) return rows;
  const keyOf = SORT_KEYS[sort.column];
  const sign = sort.descending ? -1 : 1;
  return rows.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}

function rollUp(rows: readonly SeatRow[]): RollUp {
  let [filled, quota, expected, known] = [0, 0, 0, true];
  for (const row of rows) {
    if (row.seat.occupant.kind === 'incumbent') filled++;
    quota += row.quota;
    expected += row.figures?.meanBookings ?? 0;
    known &&= row.figures !== undefined;
  }
  const seats = rows.length;
  return { seats, filled, planned: seats - filled, quota, ...(known && seats > 0 && { expected }) };
}

/**
 * The rows of the team's table: seats under their managers, managers under their regions where the plan
 * has regions. Groups without a seat are shown unless a filter is set. Cost: seats × log(seats).
 */
export function layoutSeatRows(
  plan: Plan,
  figures: SeatFigures,
  view: SeatView,
): { rows: TableRow[]; total: RollUp } {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const territories = new Map<TerritoryId | undefined, Territory>(
    plan.territories.map((each) => [each.id, each]),
  );
  const notes = seatNotes(plan);
  const spans = spansOf(plan);
  const words = view.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const makeRow = (seat: Seat, group: ManagerGroup): SeatRow => {
    const role = roles.get(seat.roleId);
    return {
      kind: 'seat',
      key: seat.id,
      seat,
      role,
      managerName: group.manager?.name ?? '',
      territoryName: territories.get(seat.territoryId)?.name ?? '',
      notes: notes(seat),
      date: occupantDate(seat.occupant),
      quota: !role || isSelling(role) ? (seat.annualQuota ?? role?.annualQuota ?? 0) : 0,
      figures: figures.get(seat.id),
    };
  };
  const matches = (row: SeatRow, group: ManagerGroup) => {
    const status = statusWord(row.seat.occupant.kind);
    const text =
      `${row.seat.name} ${row.role?.name} ${row.managerName} ${group.region?.name ?? ''} ${status} ${row.territoryName} ${row.notes.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const teams = seatsByManager(plan).map((group) => ({
    group,
    rows: sorted(
      group.seats.map((seat) => makeRow(seat, group)).filter((row) => matches(row, group)),
      view.sort,
    ),
  }));
  const shown = words.length > 0 ? teams.filter((team) => team.rows.length > 0) : teams;
  const isOpen = (key: string) => words.length > 0 || !view.closed.has(key);
  const rows: TableRow[] = [];
  const addTeam = ({ group, rows: seats }: (typeof teams)[number], level: 0 | 1) => {
    const key = group.manager ? `manager ${group.manager.id}` : 'no manager';
    const open = isOpen(key);
    const span = group.manager && spans.get(group.manager.id);
    rows.push({
      kind: 'manager',
      key,
      name: group.manager?.name ?? 'No manager',
      ...(group.manager && { manager: group.manager }),
      level,
      open,
      rollUp: rollUp(seats),
      ...(span && { span }),
    });
    if (open) rows.push(...seats);
  };
  for (const region of plan.regions) {
    const inside = shown.filter((team) => team.group.region?.id === region.id);
    if (inside.length === 0 && words.length > 0) continue;
    const key = `region ${region.id}`;
    const open = isOpen(key);
    rows.push({
      kind: 'region',
      key,
      name: region.name,
      level: 0,
      open,
      rollUp: rollUp(inside.flatMap((team) => team.rows)),
    });
    if (open) for (const team of inside) addTeam(team, 1);
  }
  for (const team of shown) if (!team.group.region) addTeam(team, 0);
  return { rows, total: rollUp(shown.flatMap((team) => team.rows)) };
}
