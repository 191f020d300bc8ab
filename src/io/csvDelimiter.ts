import { parseCsvPiece } from './csvPiece';

/** Delimiters a table may have, the commonest first: it wins a tie. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The delimiter of a text by its first lines: the one that cuts most of them into the same number of
 * columns, the more columns the better; a comma where none cuts anything.
 */
export function guessDelimiter(head: string): string {
  let best: string = ',';
  let bestScore = 0;
  const cut = head.lastIndexOf('\n');
  const lines = cut > 0 ? head.slice(0, cut) : head;
  for (const delimiter of DELIMITERS) {
    if (!lines.includes(delimiter)) continue;
    const rows = parseCsvPiece(lines, delimiter, false)
      .rows.filter((row) => row.length > 1 || row[0] !== '')
      .slice(0, 50);
    const columns = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === columns).length / rows.length;
    const score = columns < 2 ? 0 : alike * alike * Math.min(columns, 20) + (alike === 1 ? 20 : 0);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
