import { fail, succeed, type Result } from '../../model/problem';
import type { CsvBatch } from '../csvRows';
import type { NamedStream } from '../csvText';

/** Whether a file's name says that it is an Excel workbook of today's format. */
export const isSheet = (name: string): boolean => /\.xls[xm]$/i.test(name);

/** What an unpacked workbook is refused beyond: a small file may unpack to anything. */
const MOST_BYTES = 60_000_000;

/** The sheets of a workbook, and the one of them that is read. */
export interface SheetChoice {
  readonly names: readonly string[];
  readonly read: string;
}

export interface SheetSettings {
  /** The sheet to read; the first that holds a table where absent, or not there. */
  readonly sheet?: string;
  readonly onSheets?: (choice: SheetChoice) => void;
}

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

/**
 * The rows of one sheet of an Excel workbook as one batch, as `streamRows` gives those of a CSV file: numbers in full, days as
 * YYYY-MM-DD, formulas by their last value (an error by its sign, `#N/A`), empty cells empty. Fails with `file-too-large`, `file-unreadable` or `aborted`. The
 * reader is fetched when it is first asked for. Memory: the whole file.
 */
export async function* streamSheet(
  file: NamedStream,
  signal?: AbortSignal,
  onBytes: (count: number) => void = () => undefined,
  { sheet, onSheets }: SheetSettings = {},
): AsyncGenerator<Result<CsvBatch>, void, undefined> {
  const refuse = (code: string, message: string) => fail<CsvBatch>([{ code, path: file.name, message }]);
  if (file.size > MOST_BYTES) {
    yield refuse('file-too-large', `${file.name} must have at most 60 MB, got more: save the sheet as CSV`);
    return;
  }
  let rows: Sheet['data'];
  try {
    const bytes = await readAll(file, signal, onBytes);
    if (bytes === undefined) {
      yield refuse('aborted', `${file.name}: reading was cancelled`);
      return;
    }
    const { default: readSheets } = await import('read-excel-file/universal');
    const { showErrors } = await import('./showErrors');
    const sheets: readonly Sheet[] = await readSheets(showErrors(bytes).buffer);
    const chosen = sheets.find((each) => each.sheet === sheet) ?? sheets.find(holdsTable) ?? sheets[0];
    if (chosen !== undefined) onSheets?.({ names: sheets.map((each) => each.sheet), read: chosen.sheet });
    rows = chosen?.data ?? [];
  } catch {
    yield refuse(
      'file-unreadable',
      `${file.name} must be an Excel workbook that is whole and has no password, got one that cannot be read: save the sheet as CSV`,
    );
    return;
  }
  yield succeed({
    delimiter: ',',
    firstRow: 1,
    rows: rows.map((row) => row.map(cellText)),
    malformedRows: [],
  });
}

/** Whether two rows have two cells or more: a cover page has not. */
const holdsTable = ({ data }: Sheet): boolean =>
  data.filter((row) => row.filter((cell) => cellText(cell) !== '').length > 1).length > 1;

/** All of a file; undefined where it was aborted. */
async function readAll(
  file: NamedStream,
  signal: AbortSignal | undefined,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = file.stream().getReader();
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (;;) {
    if (signal?.aborted) {
      await reader.cancel();
      return undefined;
    }
    const { done, value } = await reader.read();
    if (done) return bytes;
    if (value === undefined) continue;
    bytes.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}
