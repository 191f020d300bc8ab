import { fail, succeed, type Result } from '../model/problem';
import { guessDelimiter } from './csvDelimiter';
import { parseCsvPiece } from './csvPiece';
import { streamText, type NamedStream } from './csvText';

/** Records in a row of a CSV file. */
export interface CsvBatch {
  readonly delimiter: string;
  /** Number of the first of them as a spreadsheet counts it: the file's first record is row 1. */
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
  /** Rows whose quoted cell goes on after its closing quote; read as they stand. */
  readonly malformedRows: readonly number[];
}

/** Text gathered before the delimiter is guessed. */
const HEAD_LENGTH = 32_768;
/** A record longer than this is taken for a quote that was opened and never closed. */
const LONGEST_RECORD = 1_048_576;

/**
 * The records of a CSV file, batch by batch as they are read; the last value is a failure where there is
 * one (those of `streamText`, and `quote-unclosed`). Memory: one chunk and one record.
 */
export async function* streamRows(
  file: NamedStream,
  signal?: AbortSignal,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<Result<CsvBatch>, void, undefined> {
  let delimiter: string | undefined;
  let pending = '';
  let nextRow = 1;
  const take = (more: boolean): Result<CsvBatch> => {
    delimiter ??= guessDelimiter(pending);
    const piece = parseCsvPiece(pending, delimiter, more);
    pending = more ? pending.slice(piece.end) : '';
    const firstRow = nextRow;
    nextRow += piece.rows.length;
    if (piece.unclosed || pending.length > LONGEST_RECORD) {
      const row = piece.unclosed ? nextRow - 1 : nextRow;
      const message = `a quoted cell must end with a quote, got one that does not: ${file.name}, row ${row} or after it`;
      return fail([{ code: 'quote-unclosed', path: `${file.name}, row ${row}`, message }]);
    }
    return succeed({
      delimiter,
      firstRow,
      rows: piece.rows,
      // One in the record that is left to the next piece will be met again there.
      malformedRows: piece.malformed
        .filter((index) => index < piece.rows.length)
        .map((index) => firstRow + index),
    });
  };
  for await (const text of streamText(file, signal, onBytes)) {
    if (!text.ok) {
      yield text;
      return;
    }
    pending += text.value;
    if (delimiter === undefined && pending.length < HEAD_LENGTH) continue;
    const batch = take(true);
    yield batch;
    if (!batch.ok) return;
  }
  // A line end after the last record does not open another one.
  if (pending.endsWith('\n')) pending = pending.slice(0, -1);
  if (pending !== '') yield take(false);
}
