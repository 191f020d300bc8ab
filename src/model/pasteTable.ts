/** One row of a pasted block: its cells, its text as it came, and its number counted from 1 as in a spreadsheet. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly text: string;
}

type Delimiter = '\t' | ';' | ',';

/** Tabs where there are any; else semicolons where the first line has at least as many of them as commas. */
function delimiterOf(text: string): Delimiter {
  if (text.includes('\t')) return '\t';
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const semicolons = first.split(';').length;
  return semicolons > 1 && semicolons >= first.split(',').length ? ';' : ',';
}

/**
 * Splits a pasted block into rows of trimmed cells; blank rows are left out but counted. Cells may stand in
 * quotes (doubled inside), and then hold delimiters and line breaks; a quote that never closes is taken as it stands.
 */
export function readPastedRows(text: string): PastedRow[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(source);
  const rows: PastedRow[] = [];
  let at = 0;
  for (let number = 1; at < source.length; number++) {
    const start = at;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(source, at, delimiter);
      cells.push(cell.value.trim());
      at = cell.end + 1;
      if (source[cell.end] !== delimiter) break;
    }
    if (cells.some((cell) => cell !== ''))
      rows.push({ number, cells, text: source.slice(start, at).replace(/\n$/, '') });
  }
  return rows;
}

/** The cell that begins at `start` and where it ends: on the delimiter, the line break or the end of the text. */
function readCell(source: string, start: number, delimiter: Delimiter): { value: string; end: number } {
  const opened = /^ *"/.exec(source.slice(start, start + 64));
  if (opened) {
    const from = start + opened[0].length;
    for (let close = source.indexOf('"', from); close >= 0; close = source.indexOf('"', close + 2)) {
      if (source[close + 1] === '"') continue;
      const end = skipSpaces(source, close + 1);
      if (end < source.length && source[end] !== delimiter && source[end] !== '\n') break;
      return { value: source.slice(from, close).replaceAll('""', '"'), end };
    }
  }
  let end = start;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n') end++;
  return { value: source.slice(start, end), end };
}

function skipSpaces(source: string, start: number): number {
  let at = start;
  while (source[at] === ' ') at++;
  return at;
}
