import type { CsvRow } from '../../state/planExchange';
import type { SampleColumn } from './sampleColumns';

/** Rows that are written at once: a few milliseconds, so that the page is never held. */
const AT_ONCE = 500;

export interface SampleWriting {
  readonly columns: readonly SampleColumn[];
  readonly trials: number;
  /** What every row says besides: the seed, say. */
  readonly run: Readonly<Record<string, string | number>>;
  /** Writes rows as CSV with their heading. */
  readonly csv: (rows: readonly CsvRow[]) => string;
  /** Gives the page a turn. */
  readonly pause: () => Promise<void>;
}

/**
 * A sample as the pieces of a CSV file, a line for each trial, figures at full precision. The first piece holds the heading, whose
 * words may need quoting; all that follows is numbers. Linear in trials × columns, in slices with pauses in between.
 */
export async function writeSample({ columns, trials, run, csv, pause }: SampleWriting): Promise<string[]> {
  if (trials === 0) return [];
  const row = (trial: number): CsvRow =>
    Object.fromEntries(columns.map(({ heading, read }) => [heading, read(trial)]));
  const pieces = [csv([{ ...row(0), ...run }])];
  const end = Object.values(run)
    .map((value) => `,${value}`)
    .join('');
  for (let first = 1; first < trials; first += AT_ONCE) {
    let piece = '';
    for (let trial = first; trial < Math.min(trials, first + AT_ONCE); trial++)
      piece += `${columns.map(({ read }) => String(read(trial))).join(',')}${end}\n`;
    pieces.push(piece);
    await pause();
  }
  return pieces;
}
