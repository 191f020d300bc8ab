import { updateSeat } from '../../model/editPlan';
import type { Seat } from '../../model/plan';
import type { Session } from '../../state/session.svelte';
import { BUTTON_COLUMN, gridAction, nextEditable, type ActiveCell, type PressedKey } from './gridKeys';
import { removeWithNotice } from './removeWithNotice';
import { seatTableColumns, type SeatColumnId } from './seatColumnList';
import { readSeatEdit, textOfCell } from './seatEdits';
import { figuresOfSeats, yearOfSeats } from './seatFigures';
import { layoutSeatRows, type SeatRow, type SeatSort, type TableRow } from './seatRows';
import { tryChange } from '../kit/tryChange';

/** The team's table as it is being looked at and edited: filter, order, closed groups, the active cell, what is typed in it. */
export class SeatGrid {
  filter = $state('');
  #sort = $state.raw<SeatSort>();
  #closed = $state.raw<ReadonlySet<string>>(new Set());
  #active = $state.raw<ActiveCell>();
  #draft = $state<string>();
  #fault = $state<string>();
  #focusWish = $state(0);
  readonly #session: Session;
  readonly #openSeat: (seat: Seat) => void;
  readonly #openManager: (id: string) => void;
  readonly year = $derived.by(() => yearOfSeats(this.#session.plan));
  readonly layout = $derived.by(() =>
    layoutSeatRows(this.#session.plan, figuresOfSeats(this.#session.forecast.summary, this.year), {
      filter: this.filter,
      sort: this.#sort,
      closed: this.#closed,
    }),
  );
  readonly active = $derived.by((): ActiveCell | undefined => {
    const { rows } = this.layout;
    if (this.#active && rows.some((row) => row.key === this.#active?.row)) return this.#active;
    const first = rows[0];
    return first && { row: first.key, column: 0 };
  });

  constructor(session: Session, openSeat: (seat: Seat) => void, openManager: (id: string) => void) {
    this.#session = session;
    this.#openSeat = openSeat;
    this.#openManager = openManager;
  }

  get rows(): readonly TableRow[] {
    return this.layout.rows;
  }

  get sort(): SeatSort | undefined {
    return this.#sort;
  }

  /** What is typed in the active cell; undefined while it is not edited. */
  get draft(): string | undefined {
    return this.#draft;
  }

  get fault(): string | undefined {
    return this.#fault;
  }

  /** Rises whenever the active cell should take the focus. */
  get focusWish(): number {
    return this.#focusWish;
  }

  get activeIndex(): number {
    return this.rows.findIndex((row) => row.key === this.active?.row);
  }

  get activeSeat(): SeatRow | undefined {
    const row = this.rows[this.activeIndex];
    return row?.kind === 'seat' ? row : undefined;
  }

  /** Rising, falling, then the plan's own order again. */
  sortBy(column: SeatColumnId): void {
    const now = this.#sort?.column === column ? this.#sort : undefined;
    this.#sort = !now
      ? { column, descending: false }
      : now.descending
        ? undefined
        : { column, descending: true };
  }

  toggle(key: string, open = this.#closed.has(key)): void {
    const closed = new Set(this.#closed);
    if (open) closed.delete(key);
    else closed.add(key);
    this.#closed = closed;
  }

  /** Makes a cell the active one; what is being typed elsewhere is settled first, and stays where it cannot be. */
  activate(row: string, column: number): boolean {
    const same = this.active?.row === row && this.active.column === column;
    if (!same && !this.settle()) return false;
    this.#active = { row, column };
    this.#focusWish++;
    return true;
  }

  type(text: string): void {
    this.#draft = text;
    this.#fault = undefined;
  }

  /** Begins to edit the active cell, with the text given or its own; a manager's row opens the manager. */
  begin(text?: string): void {
    const group = this.rows[this.activeIndex];
    if (group?.kind === 'manager' && group.manager) return this.#openManager(group.manager.id);
    const row = this.activeSeat;
    const column = seatTableColumns[this.active?.column ?? 0];
    if (this.active?.column === BUTTON_COLUMN && row) return this.#openSeat(row.seat);
    if (!row || !column?.editable) return;
    if (column.id === 'backfill') return this.set(row.seat, 'backfill', row.seat.backfill ? 'no' : 'yes');
    if (this.#session.shared) return this.#session.change('Edit a seat', (plan) => plan);
    this.#active = this.active;
    this.#draft = text ?? textOfCell(row, column.id);
    this.#fault = undefined;
  }

  /** Takes over what was typed. False where it cannot be: it stays in the cell with the reason. */
  settle(): boolean {
    const row = this.activeSeat;
    const column = seatTableColumns[this.active?.column ?? 0];
    if (this.#draft === undefined || !row || !column) return true;
    if (this.#draft !== textOfCell(row, column.id)) this.set(row.seat, column.id, this.#draft);
    if (this.#fault !== undefined) return false;
    this.revert();
    return true;
  }

  revert(): void {
    this.#draft = undefined;
    this.#fault = undefined;
  }

  /** Applies a text to a seat's column; what is wrong with it becomes the fault. */
  set(seat: Seat, column: SeatColumnId, text: string): void {
    const patch = readSeatEdit(this.#session.plan, seat, column, text);
    this.#fault = patch.ok ? undefined : patch.problems[0]?.message;
    if (!patch.ok) return;
    const label = seatTableColumns.find((each) => each.id === column)?.label.toLowerCase() ?? column;
    this.#fault = tryChange(this.#session, `Change ${label} of ${seat.name}`, (plan) =>
      updateSeat(plan, seat.id, patch.value),
    );
  }

  /** Takes a seat out of the plan, with a way back. */
  remove(seat: Seat): void {
    const next = this.rows[this.activeIndex + 1] ?? this.rows[this.activeIndex - 1];
    if (!removeWithNotice(this.#session, seat)) return;
    if (next) this.#active = { row: next.key, column: 0 };
    this.#focusWish++;
  }

  /** Does what a key asks for; false where the key is not the table's. */
  press(event: PressedKey): boolean {
    if (this.#draft !== undefined) return this.#pressTyping(event);
    const row = this.rows[this.activeIndex];
    const action = gridAction(event, row, this.active?.column ?? 0);
    if (!action || !row) return false;
    if (action.kind === 'move') this.#move(action.rows, action.columns);
    else if (action.kind === 'toggle') this.toggle(row.key, action.open);
    else if (action.kind === 'edit') this.begin(action.text);
    else if (row.kind === 'seat' && action.kind === 'clear')
      this.set(row.seat, seatTableColumns[this.active?.column ?? 0]?.id ?? 'quota', '');
    else if (row.kind === 'seat') this.remove(row.seat);
    return true;
  }

  #pressTyping(event: PressedKey): boolean {
    if (event.key === 'Escape') {
      this.revert();
      this.#focusWish++;
    } else if (event.key === 'Enter') {
      if (this.settle()) this.#move(1, 0);
    } else if (event.key === 'Tab') {
      if (this.settle() && !this.#moveToEditable(event.shiftKey ? -1 : 1)) this.#focusWish++;
    } else return false;
    return true;
  }

  #move(rows: number, columns: number): void {
    const row = Math.max(0, Math.min(this.rows.length - 1, this.activeIndex + rows));
    const column = Math.max(0, Math.min(BUTTON_COLUMN, (this.active?.column ?? 0) + columns));
    this.#active = { row: this.rows[row]?.key ?? '', column };
    this.#focusWish++;
  }

  #moveToEditable(direction: 1 | -1): boolean {
    const next = nextEditable(this.rows, this.activeIndex, this.active?.column ?? 0, direction);
    if (!next) return false;
    this.#active = next;
    this.#focusWish++;
    return true;
  }
}
