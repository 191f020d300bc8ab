import { parseAmount } from '../history/amounts';
import { isBlank } from '../history/folding';

/** Cells looked at. */
const ENOUGH = 500;

/** A word after a number or before it: `12 hrs`, `7,5 kr`, `63 %`, `kr 5`. */
const AFTER = /^.*\d\s*(\p{L}[\p{L}.]{0,11}|%)$/u;
const BEFORE = /^(\p{L}[\p{L}.]{0,11})\s*[\d.,].*$/u;

const wordBeside = (cell: string): string | undefined => (AFTER.exec(cell) ?? BEFORE.exec(cell))?.[1];

/** Whether a cell is a number as it stands. */
function isBare(cell: string): boolean {
  const amount = parseAmount(cell);
  return amount.kind === 'amount' && amount.stray === undefined;
}

/**
 * What stands beside most numbers of a column, such as `hrs` or `kr`; undefined where the numbers are bare or in a known
 * currency, or where the words beside them differ.
 */
export function unitOf(cells: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const cell of cells.slice(0, ENOUGH)) {
    if (isBlank(cell)) continue;
    filled++;
    const word = isBare(cell) ? undefined : wordBeside(cell.trim());
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count > 0.5 * filled) return word;
  return undefined;
}

/** The cell without that unit. */
export function withoutUnit(cell: string, unit: string | undefined): string {
  const text = cell.trim();
  if (unit === undefined || wordBeside(text) !== unit) return cell;
  return text.endsWith(unit) ? text.slice(0, -unit.length) : text.slice(unit.length);
}
