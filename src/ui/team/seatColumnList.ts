/** A column of the team's table. */
export interface SeatTableColumn {
  readonly id: SeatColumnId;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly editable: boolean;
  /** Figures stand at the end of their cell. */
  readonly figure: boolean;
  readonly definition?: string;
  readonly formula?: string;
}

export type SeatColumnId =
  | 'name'
  | 'role'
  | 'manager'
  | 'status'
  | 'date'
  | 'quota'
  | 'backfill'
  | 'territory'
  | 'closes'
  | 'expected'
  | 'mean'
  | 'median'
  | 'atQuota';

const text = (id: SeatColumnId, label: string, width: number): SeatTableColumn => ({
  id,
  label,
  width,
  editable: true,
  figure: false,
});

const result = (
  id: SeatColumnId,
  label: string,
  width: number,
  definition: string,
  formula?: string,
): SeatTableColumn => ({
  id,
  label,
  width,
  editable: false,
  figure: true,
  definition,
  ...(formula && { formula }),
});

/** The columns in their order: what is planned, what the run makes of it, and what is rarely changed. */
export const seatTableColumns: readonly SeatTableColumn[] = [
  text('name', 'Name', 124),
  text('role', 'Role', 122),
  text('status', 'Status', 80),
  {
    ...text('date', 'Start', 94),
    definition:
      'The hire date of a filled seat, from which ramp and tenure go on; the target start of a planned hire; the day of a transfer.',
  },
  {
    ...text('quota', 'Quota', 84),
    figure: true,
    definition:
      'What the seat is asked to book in a whole year. The role’s own unless one is typed here; empty it to go back.',
  },
  result(
    'expected',
    'Expected',
    62,
    'Mean bookings of the seat in that fiscal year over all trials, vacant months included.',
  ),
  result(
    'mean',
    'Mean',
    46,
    'Mean attainment over the trials in which the seat had a quota.',
    'attainment = bookings ÷ quota',
  ),
  result(
    'median',
    'Median',
    52,
    'Median attainment: half the trials end above it. Below the mean where a few large deals carry the year.',
    'attainment = bookings ÷ quota',
  ),
  result(
    'atQuota',
    'At quota',
    60,
    'Share of trials in which the seat books its quota or more.',
    'trials with bookings ≥ quota ÷ trials with a quota',
  ),
  {
    ...text('backfill', 'Backfill', 64),
    definition: 'Whether a person who leaves this seat is replaced, after the role’s time to fill.',
  },
  text('manager', 'Manager', 120),
  {
    ...text('territory', 'Territory', 110),
    definition: 'What the seat sells to. Territories are added in the seat’s dialog.',
  },
  {
    ...text('closes', 'Closes', 94),
    definition: 'A planned reduction: from this day on there is no such position. Empty it for never.',
  },
];
