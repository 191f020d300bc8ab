import type { Seat } from '../../model/plan';
import type { Session } from '../../state/session.svelte';
import { BUTTON_COLUMN, gridAction, nextEditable, type ActiveCell, type PressedKey } from './gridKeys';
import { removeWithNotice } from './removeWithNotice';
import { changeCells, fillOf, stepRow } from './seatBulk';
import { seatTableColumns, type SeatColumnId } from './seatColumnList';
import { textOfCell } from './seatEdits';
import { figuresOfSeats, yearOfSeats, type SeatFigures } from './seatFigures';
import { SeatRange } from './seatRange.svelte';
import { layoutSeatRows, nextSort, type SeatRow, type SeatSort, type TableRow } from './seatRows';

/** The team's table as it is being looked at and edited: filter, order, closed groups, the active cell, what is typed in it. */
export class SeatGrid {
  filter = $state('');
  #sort = $state.raw<SeatSort>();
  #closed = $state.raw<ReadonlySet<string>>(new Set());
  #active = $state.raw<ActiveCell>();
  #draft = $state<string>();
  #fault = $state<string>();
  /** Whether anything was typed since the cell began to be edited. */
  #typed = false;
  #focusWish = $state(0);
  readonly #session: Session;
  readonly #openSeat: (seat: Seat) => void;
  readonly #openManager: (id: string) => void;
  readonly year = $derived.by(() => yearOfSeats(this.#session.plan));
  // While a cell is typed in, the figures of a run that goes on rest: laying out 2,000 rows anew would hold up a key.
  #shown: SeatFigures = new Map();
  readonly #figures = $derived.by(() =>
    this.#draft === undefined
      ? (this.#shown = figuresOfSeats(this.#session.forecast.summary, this.year))
      : this.#shown,
  );
  readonly layout = $derived.by(() =>
    layoutSeatRows(this.#session.plan, this.#figures, {
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

  readonly #range = new SeatRange(
    () => this.rows,
    () => this.active,
  );

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

  /** The seats whose cell in the active column is chosen, in the order of the rows; one at the least where a seat is active. */
  get chosen(): readonly SeatRow[] {
    return this.#range.chosen;
  }

  /** Whether that cell is one of several that are chosen. */
  isChosen(row: string, column: number): boolean {
    return this.active?.column === column && this.#range.has(row);
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
    this.#sort = nextSort(this.#sort, column);
  }

  toggle(key: string, open = this.#closed.has(key)): void {
    const others = [...this.#closed].filter((each) => each !== key);
    this.#closed = new Set(open ? others : others.concat(key));
  }

  /** Makes a cell the active one; what is being typed elsewhere is settled first, and stays where it cannot be. */
  activate(row: string, column: number, extend = false): boolean {
    if (extend) return this.#extendTo({ row, column: this.active?.column ?? column });
    const same = this.active?.row === row && this.active.column === column;
    if (!same && !this.settle()) return false;
    this.#goTo({ row, column });
    return true;
  }

  #goTo(cell: ActiveCell): void {
    this.#range.end();
    this.#active = cell;
    this.#focusWish++;
  }

  #extendTo(cell: ActiveCell): boolean {
    if (!this.settle()) return false;
    this.#range.begin();
    this.#active = cell;
    this.#focusWish++;
    return true;
  }

  type(text: string): void {
    this.#typed = true;
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
    this.#typed = text !== undefined;
    this.#draft = text ?? textOfCell(row, column.id);
    this.#fault = undefined;
  }

  /** Takes over what was typed. False where it cannot be: it stays in the cell with the reason. */
  settle(): boolean {
    const row = this.activeSeat;
    const column = seatTableColumns[this.active?.column ?? 0];
    if (this.#draft === undefined || !row || !column) return true;
    const differs = this.#draft !== textOfCell(row, column.id);
    if (differs || (this.#typed && this.chosen.length > 1)) this.set(row.seat, column.id, this.#draft);
    if (this.#fault !== undefined) return false;
    this.revert();
    return true;
  }

  revert(): void {
    this.#draft = undefined;
    this.#fault = undefined;
  }

  /** Applies a text to a seat's column, and to all that are chosen with it; what is wrong with it becomes the fault. */
  set(seat: Seat, column: SeatColumnId, text: string): void {
    const chosen = this.chosen.map((row) => row.seat);
    this.#fault = changeCells(this.#session, chosen.includes(seat) ? chosen : [seat], column, [text]);
  }

  /** Lays texts, one for each line, on the chosen cells. What is wrong is said, and nothing is changed. */
  lay(texts: readonly string[]): void {
    const column = seatTableColumns[this.active?.column ?? 0];
    const seats = this.chosen.map((row) => row.seat);
    if (column?.editable) this.#say(changeCells(this.#session, seats, column.id, texts));
  }

  /** Fills the chosen cells with the first of them; one cell alone with the one above it. */
  fillDown(): void {
    const column = seatTableColumns[this.active?.column ?? 0];
    const fill = fillOf(this.rows, this.activeIndex, this.chosen);
    if (column?.editable && fill)
      this.#say(changeCells(this.#session, fill.seats, column.id, [textOfCell(fill.from, column.id)]));
  }

  /** Where no cell is being edited, a reason has no place to stand at. */
  #say(fault: string | undefined): void {
    if (fault !== undefined) this.#session.notices.alarm(fault);
  }

  /** Takes a seat out of the plan, with a way back. */
  remove(seat: Seat): void {
    const next = this.rows[this.activeIndex + 1] ?? this.rows[this.activeIndex - 1];
    if (!removeWithNotice(this.#session, seat)) return;
    this.#goTo({ row: next?.key ?? '', column: 0 });
  }

  /** Does what a key asks for; false where the key is not the table's. */
  press(event: PressedKey): boolean {
    if (this.#draft !== undefined) return this.#pressTyping(event);
    const row = this.rows[this.activeIndex];
    const action = gridAction(event, row, this.active?.column ?? 0);
    if (!action || !row) return false;
    if (action.kind === 'move') this.#move(action.rows, action.columns);
    else if (action.kind === 'extend')
      this.#extendTo(stepRow(this.rows, { row: row.key, column: this.active?.column ?? 0 }, action.rows));
    else if (action.kind === 'fillDown') this.fillDown();
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
    this.#goTo({ row: this.rows[row]?.key ?? '', column });
  }

  #moveToEditable(direction: 1 | -1): boolean {
    const next = nextEditable(this.rows, this.activeIndex, this.active?.column ?? 0, direction);
    if (!next) return false;
    this.#goTo(next);
    return true;
  }
}
