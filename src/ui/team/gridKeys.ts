import { seatTableColumns } from './seatColumnList';
import type { TableRow } from './seatRows';

/** The keys of an event that the table looks at. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A row by its key and a column by its place. */
export interface ActiveCell {
  readonly row: string;
  readonly column: number;
}

/** What a key asks of the table. */
export type GridAction =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'extend'; readonly rows: number }
  | { readonly kind: 'fillDown' }
  | { readonly kind: 'toggle'; readonly open: boolean }
  | { readonly kind: 'edit'; readonly text?: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'remove' };

/** The column after the last one holds the row's button. */
export const BUTTON_COLUMN = seatTableColumns.length;

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
  'Control Home': [-Infinity, -Infinity],
  'Control End': [Infinity, Infinity],
};

/**
 * What a key asks for while no cell is edited, or undefined where it is not the table's. Tab goes from cell to
 * cell of a seat's row and leaves the table at the row's ends; a letter begins to edit with it. Shift with an arrow chooses
 * several cells of a column, Ctrl+D fills them with the first.
 */
export function gridAction(
  event: PressedKey,
  row: TableRow | undefined,
  column: number,
): GridAction | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (!row || event.altKey) return undefined;
  if (event.shiftKey && !control && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
    return { kind: 'extend', rows: event.key === 'ArrowUp' ? -1 : 1 };
  if (control && !event.shiftKey && event.key.toLowerCase() === 'd' && row.kind === 'seat')
    return { kind: 'fillDown' };
  if (row.kind !== 'seat') {
    const open = { ArrowLeft: false, ArrowRight: true, Enter: !row.open, ' ': !row.open }[event.key];
    if (open !== undefined) return { kind: 'toggle', open };
    if (event.key === 'F2') return { kind: 'edit' };
  }
  const move = MOVES[control && /Home|End/.test(event.key) ? `Control ${event.key}` : event.key];
  if (move) return { kind: 'move', rows: move[0], columns: move[1] };
  if (control || row.kind !== 'seat') return undefined;
  const id = seatTableColumns[column]?.id;
  if (event.key === 'Tab') {
    const columns = event.shiftKey ? -1 : 1;
    return column + columns < 0 || column + columns > BUTTON_COLUMN
      ? undefined
      : { kind: 'move', rows: 0, columns };
  }
  if (event.key === 'Enter' || event.key === 'F2') return { kind: 'edit' };
  if (event.key === ' ') return id === 'backfill' || column === BUTTON_COLUMN ? { kind: 'edit' } : undefined;
  if (event.key === 'Delete')
    return id === 'quota' || id === 'closes'
      ? { kind: 'clear' }
      : id === 'name'
        ? { kind: 'remove' }
        : undefined;
  if (event.key.length !== 1) return undefined;
  if (id === 'name' || id === 'date' || id === 'quota' || id === 'closes')
    return { kind: 'edit', text: event.key };
  return id === 'role' || id === 'manager' || id === 'status' || id === 'territory'
    ? { kind: 'edit' }
    : undefined;
}

/** The cell to edit after (or before) that one: in its row, else in the nearest seat's row that way. */
export function nextEditable(
  rows: readonly TableRow[],
  index: number,
  column: number,
  direction: 1 | -1,
): ActiveCell | undefined {
  const editable = seatTableColumns.flatMap((each, at) => (each.editable ? [at] : []));
  const ordered = direction === 1 ? editable : editable.toReversed();
  const inRow = ordered.find((at) => (at - column) * direction > 0);
  const row = rows[index];
  if (row && inRow !== undefined) return { row: row.key, column: inRow };
  for (let at = index + direction; rows[at]; at += direction) {
    const other = rows[at];
    if (other?.kind === 'seat') return { row: other.key, column: ordered[0] ?? 0 };
  }
  return undefined;
}
