import type { PastedRow } from './pasteTable';

/** A column that a pasted block may have: what it is called, and other headings that mean it. */
export interface PasteColumn<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** In lower case. */
  readonly words: readonly string[];
}

/** Which columns a pasted block has, and where. */
export interface PasteColumns<Id extends string> {
  /** Whether the first row is one of headings. */
  readonly heading: boolean;
  /** How many cells a row may have. */
  readonly count: number;
  /** Headings of columns that are not read. */
  readonly ignored: readonly string[];
  has(column: Id): boolean;
  /** The text a row has in that column; empty where there is none. */
  cell(row: PastedRow, column: Id): string;
}

/** A unit or currency in brackets says nothing about which column it is. */
const wordOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim();

/**
 * Which column holds what: by the headings where the first row has at least two that are known (or is a single known
 * one), else in the order given. Of two columns that mean the same the first counts.
 */
export function readPasteColumns<Id extends string>(
  first: PastedRow | undefined,
  columns: readonly PasteColumn<Id>[],
): PasteColumns<Id> {
  const named = (first?.cells ?? []).map((heading) => {
    const word = wordOf(heading);
    return columns.find(({ label, words }) => label.toLowerCase() === word || words.includes(word))?.id;
  });
  const known = named.filter((id) => id !== undefined).length;
  const heading = known >= 2 || (known === 1 && named.length === 1);
  const at = new Map<Id, number>();
  const ignored: string[] = [];
  if (!heading) columns.forEach(({ id }, index) => at.set(id, index));
  else
    named.forEach((id, index) => {
      if (id !== undefined && !at.has(id)) at.set(id, index);
      else if (first?.cells[index]) ignored.push(first.cells[index]);
    });
  return {
    heading,
    count: heading ? named.length : columns.length,
    ignored,
    has: (column) => at.has(column),
    cell: (row, column) => row.cells[at.get(column) ?? -1] ?? '',
  };
}
