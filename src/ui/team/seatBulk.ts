import { mapShared } from '../../model/editList';
import { mendReferences } from '../../model/mendReferences';
import { patched, type Patch } from '../../model/patch';
import type { Plan, Seat } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { SeatId } from '../../model/units';
import type { Session } from '../../state/session.svelte';
import { tryChange } from '../kit/tryChange';
import type { ActiveCell } from './gridKeys';
import { seatTableColumns, type SeatColumnId } from './seatColumnList';
import { readSeatEdit } from './seatEdits';
import type { SeatRow, TableRow } from './seatRows';
import { countWords } from './seatWords';

/** Seats in the rows from one to the other, both included, whichever comes first. */
export function seatsBetween(rows: readonly TableRow[], one: string, other: string): SeatRow[] {
  const [a, b] = [one, other].map((key) => rows.findIndex((row) => row.key === key));
  if (a === undefined || b === undefined || a < 0 || b < 0) return [];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).filter((row) => row.kind === 'seat');
}

/**
 * The plan with texts in a column of those seats, one each in their order, begun again from the first where there are fewer.
 * The first seat that cannot take its text, by name and reason, where there is one: then nothing is changed. Linear in the plan.
 */
export function withCells(
  plan: Plan,
  seats: readonly Seat[],
  column: SeatColumnId,
  texts: readonly string[],
): Result<Plan> {
  const patches = new Map<SeatId, Patch<Seat>>();
  for (const [index, seat] of seats.entries()) {
    const patch = readSeatEdit(plan, seat, column, texts[index % texts.length] ?? '');
    const of = seats.length > 1 ? `${seat.name}: ` : '';
    if (!patch.ok) return fail(patch.problems.map((each) => ({ ...each, message: `${of}${each.message}` })));
    patches.set(seat.id, patch.value);
  }
  const next: Plan = {
    ...plan,
    seats: mapShared(plan.seats, (seat) => {
      const patch = patches.get(seat.id);
      return patch ? patched(seat, patch) : seat;
    }),
  };
  // Another role may not be able to hold what hung on the seat.
  return succeed(column === 'role' ? mendReferences(next) : next);
}

/** Makes that edit as one step of undo; returns why not, where a text or the model refuses. */
export function changeCells(
  session: Session,
  seats: readonly Seat[],
  column: SeatColumnId,
  texts: readonly string[],
): string | undefined {
  const next = withCells(session.plan, seats, column, texts);
  if (!next.ok) return next.problems[0]?.message;
  const label = seatTableColumns.find((each) => each.id === column)?.label.toLowerCase() ?? column;
  const of = seats.length === 1 ? seats[0]?.name : countWords(seats.length, 'seat');
  return tryChange(session, `Change ${label} of ${of}`, () => next.value);
}

/** Where a range that reaches from the active cell ends after a step: the next row that way, a seat or not, inside the table. */
export function stepRow(rows: readonly TableRow[], from: ActiveCell, by: number): ActiveCell {
  const at = rows.findIndex(({ key }) => key === from.row);
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  return row ? { ...from, row: row.key } : from;
}

/** What is filled down: from the first chosen row into the others, or into one alone from the seat above it; undefined for nothing. */
export function fillOf(
  rows: readonly TableRow[],
  active: number,
  chosen: readonly SeatRow[],
): { readonly from: SeatRow; readonly seats: readonly Seat[] } | undefined {
  const above = rows.slice(0, Math.max(0, active)).findLast((row) => row.kind === 'seat');
  const [from, ...rest] = chosen.length > 1 ? chosen : [above, ...chosen];
  const seats = rest.flatMap((row) => (row ? [row.seat] : []));
  return from && seats.length > 0 ? { from, seats } : undefined;
}
