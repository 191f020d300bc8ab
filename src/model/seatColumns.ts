import type { PastedRow } from './pasteTable';

const COLUMNS = [
  'name',
  'role',
  'manager',
  'status',
  'start',
  'hired',
  'quota',
  'backfill',
  'territory',
  'closes',
] as const;

/** What a column of pasted seats can hold; `start` and `hired` are both the seat's date. */
export type SeatColumn = (typeof COLUMNS)[number];

export interface SeatColumns {
  /** Whether the first row is one of headings. */
  readonly heading: boolean;
  readonly at: Readonly<Partial<Record<SeatColumn, number>>>;
  /** How many cells a row may have. */
  readonly count: number;
  /** Headings of columns that are not read. */
  readonly ignored: readonly string[];
}

const WORDS: Readonly<Record<SeatColumn, readonly string[]>> = {
  name: ['name', 'seat', 'seller', 'rep', 'person', 'employee', 'sales rep', 'sales agent', 'full name'],
  role: ['role', 'job', 'title', 'job title', 'position', 'function'],
  manager: ['manager', 'reports to', 'team', 'team lead', 'line manager', 'sales manager'],
  status: ['status', 'filled', 'filled or planned', 'filled / planned', 'filled/planned', 'type'],
  start: [
    'start',
    'start date',
    'starts',
    'target start',
    'planned start',
    'hire/start date',
    'date',
    'start month',
  ],
  hired: ['hired', 'hire date', 'hired on', 'joined', 'date of hire'],
  quota: ['quota', 'annual quota', 'yearly quota', 'quota per year'],
  backfill: ['backfill', 'replace', 'replaced', 'backfilled'],
  territory: ['territory', 'sales territory', 'patch', 'territory name'],
  closes: ['closes', 'closes on', 'closing', 'closing date', 'closed', 'end', 'end date', 'position ends'],
};

const ORDER: readonly SeatColumn[] = ['name', 'role', 'manager', 'start', 'quota', 'backfill'];

/** The order of columns that a block without headings is read in, in words; territories and closings need headings. */
export const SEAT_COLUMN_ORDER = 'Name, Role, Manager, Start, Quota, Backfill';

const columnNamed = (heading: string): SeatColumn | undefined => {
  // A unit or currency in brackets says nothing about which column it is.
  const word = heading
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return COLUMNS.find((column) => WORDS[column].includes(word));
};

/**
 * Which column holds what: by the headings where the first row has at least two that are known (or is a
 * single known one), else in the order of `SEAT_COLUMN_ORDER`. Of two columns that mean the same the first counts.
 */
export function seatColumns(first: PastedRow | undefined): SeatColumns {
  const named = (first?.cells ?? []).map(columnNamed);
  const known = named.filter((column) => column !== undefined).length;
  if (known < 2 && !(known === 1 && named.length === 1))
    return {
      heading: false,
      at: Object.fromEntries(ORDER.map((column, index) => [column, index])),
      count: ORDER.length,
      ignored: [],
    };
  const at: Partial<Record<SeatColumn, number>> = {};
  const ignored: string[] = [];
  named.forEach((column, index) => {
    if (column !== undefined && at[column] === undefined) at[column] = index;
    else if (first?.cells[index]) ignored.push(first.cells[index]);
  });
  return { heading: true, at, count: named.length, ignored };
}
