import Papa from 'papaparse';

/** Records of a piece of CSV text, how far they reach, and the flaws of quoting met on the way. */
export interface CsvPiece {
  readonly rows: string[][];
  /** Characters that the records take up; what is left is the start of the next piece. */
  readonly end: number;
  /** Index of a record whose quoted cell goes on after its closing quote. */
  readonly malformed: readonly number[];
  /** Whether the text ends within a quoted cell. */
  readonly unclosed: boolean;
}

/**
 * Parses a piece of CSV text with `\n` line ends (RFC 4180, quotes by papaparse). With `more` to come, the
 * last record is left to the next piece, for it may be cut.
 */
export function parseCsvPiece(text: string, delimiter: string, more: boolean): CsvPiece {
  // papaparse types this result as `any`; `ParseResult` is what it is.
  const parsed: Papa.ParseResult<string[]> = new Papa.Parser({ delimiter, newline: '\n' }).parse(
    text,
    0,
    more,
  );
  return {
    rows: parsed.data,
    end: parsed.meta.cursor,
    malformed: parsed.errors.flatMap(({ code, row }) =>
      code === 'InvalidQuotes' && row !== undefined ? [row] : [],
    ),
    unclosed: parsed.errors.some(({ code }) => code === 'MissingQuotes'),
  };
}
