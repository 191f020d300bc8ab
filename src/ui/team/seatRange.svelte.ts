import type { ActiveCell } from './gridKeys';
import { seatsBetween } from './seatBulk';
import type { SeatRow, TableRow } from './seatRows';

/** Cells of one column that are chosen together: from where the choice was begun to the active cell. */
export class SeatRange {
  #anchor = $state.raw<string>();
  readonly #rows: () => readonly TableRow[];
  readonly #active: () => ActiveCell | undefined;
  readonly chosen = $derived.by((): readonly SeatRow[] => {
    const active = this.#active();
    return active ? seatsBetween(this.#rows(), this.#anchor ?? active.row, active.row) : [];
  });
  readonly #keys = $derived(new Set(this.chosen.length > 1 ? this.chosen.map(({ key }) => key) : []));

  constructor(rows: () => readonly TableRow[], active: () => ActiveCell | undefined) {
    this.#rows = rows;
    this.#active = active;
  }

  /** Whether the row is one of several. */
  has(row: string): boolean {
    return this.#keys.has(row);
  }

  /** Goes on from the active cell, if it was not begun before. */
  begin(): void {
    this.#anchor ??= this.#active()?.row;
  }

  end(): void {
    this.#anchor = undefined;
  }
}
