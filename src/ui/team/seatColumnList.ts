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

/** The columns in their order; the last four are results of the run and cannot be edited. */
export const seatTableColumns: readonly SeatTableColumn[] = [
  text('name', 'Name', 148),
  text('role', 'Role', 132),
  text('manager', 'Manager', 124),
  text('status', 'Status', 80),
  text('date', 'Hired or starts', 108),
  {
    ...text('quota', 'Annual quota', 100),
    figure: true,
    definition:
      'What the seat is asked to book in a whole year. The role’s own unless one is typed here; empty it to go back.',
  },
  {
    ...text('backfill', 'Backfill', 72),
    definition: 'Whether a person who leaves this seat is replaced, after the role’s time to fill.',
  },
  {
    id: 'expected',
    label: 'Expected',
    width: 88,
    editable: false,
    figure: true,
    definition: 'Mean bookings of the seat in that fiscal year over all trials, vacant months included.',
  },
  {
    id: 'mean',
    label: 'Mean',
    width: 60,
    editable: false,
    figure: true,
    definition: 'Mean attainment over the trials in which the seat had a quota.',
    formula: 'attainment = bookings ÷ quota',
  },
  {
    id: 'median',
    label: 'Median',
    width: 68,
    editable: false,
    figure: true,
    definition:
      'Median attainment: half the trials end above it. Below the mean where a few large deals carry the year.',
    formula: 'attainment = bookings ÷ quota',
  },
  {
    id: 'atQuota',
    label: 'At quota',
    width: 76,
    editable: false,
    figure: true,
    definition: 'Share of trials in which the seat books its quota or more.',
    formula: 'trials with bookings ≥ quota ÷ trials with a quota',
  },
];
