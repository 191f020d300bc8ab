import { foldName } from './folding';
import type { ProblemLog } from './problemLog';

/** Names as they stand in a column, each with how often. */
export interface ColumnNames {
  readonly file: string;
  /** Its heading. */
  readonly column: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** The names that a property of the records holds, counted by file; `headingOf` gives the column's heading in it. */
export function countNames<Rec extends { readonly file: string }>(
  records: readonly Rec[],
  headingOf: (file: string) => string,
  pick: (rec: Rec) => string | undefined,
): ColumnNames[] {
  const byFile = new Map<string, Map<string, number>>();
  for (const rec of records) {
    const counts = byFile.get(rec.file) ?? new Map<string, number>();
    byFile.set(rec.file, counts);
    const name = pick(rec);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...byFile].map(([file, counts]) => ({ file, column: headingOf(file), counts }));
}

/**
 * One spelling for names that differ in case, spaces and signs only: the one in `known` (names from their own
 * table), else the commonest, the alphabetically first of equals. Every other spelling is logged once a column.
 * Returns the name by its folded form.
 */
export function joinSpellings(
  columns: readonly ColumnNames[],
  known: readonly string[],
  log: ProblemLog,
): Map<string, string> {
  const chosen = new Map(known.map((name) => [foldName(name), name]));
  const totals = new Map<string, number>();
  for (const { counts } of columns)
    for (const [name, count] of counts) totals.set(name, (totals.get(name) ?? 0) + count);
  const byFrequency = [...totals].toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  for (const [name] of byFrequency) if (!chosen.has(foldName(name))) chosen.set(foldName(name), name);
  for (const { file, column, counts } of columns)
    for (const [name, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const spelling = chosen.get(foldName(name)) ?? name;
      if (spelling === name) continue;
      log.add('name-spelling', {
        file,
        column,
        message: `a name must be spelled in one way, got “${name}” in ${count} ${count === 1 ? 'row' : 'rows'}`,
        action: `read as “${spelling}”`,
      });
    }
  return chosen;
}
