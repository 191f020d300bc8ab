import { MOST_ACCOUNTS } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { fail, succeed, type Result } from '../../model/problem';
import { streamRows } from '../csvRows';
import type { NamedStream } from '../csvText';
import { isSheet, streamSheet } from '../xlsx/streamSheet';

export interface TextRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly headings: readonly string[];
  readonly rows: readonly TextRow[];
}

/** A whole small table, CSV or the first sheet of a workbook, blank rows left out. Fails where it is none, or longer than a plan can hold. */
export async function readRows(file: NamedStream, signal?: AbortSignal): Promise<Result<TextTable>> {
  const refuse = (code: string, words: string) =>
    fail<TextTable>([{ code, path: file.name, message: `${file.name} must have ${words}` }]);
  let headings: readonly string[] | undefined;
  const rows: TextRow[] = [];
  for await (const batch of isSheet(file.name) ? streamSheet(file, signal) : streamRows(file, signal)) {
    if (!batch.ok) return batch;
    batch.value.rows.forEach((cells, index) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (headings === undefined) headings = cells.map((cell) => cell.trim());
      else if (rows.length <= MOST_ACCOUNTS) rows.push({ row: batch.value.firstRow + index, cells });
    });
  }
  if (headings === undefined || rows.length === 0)
    return refuse(
      'file-empty',
      `a row of headings and rows below it, got ${headings === undefined ? 'an empty file' : 'the headings alone'}`,
    );
  if (headings.length < 2) return refuse('file-no-table', `2 columns or more, got ${headings.length}`);
  if (rows.length > MOST_ACCOUNTS)
    return refuse('rows-too-many', `at most ${formatCount(MOST_ACCOUNTS)} rows, one an area, got more`);
  return succeed({ headings, rows });
}
