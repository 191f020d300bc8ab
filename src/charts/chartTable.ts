import { csvFormatRows, tsvFormatRows } from 'd3-dsv';

export interface ChartCell {
  /** As it is read. */
  readonly text: string;
  /** In full precision, for files and the clipboard. */
  readonly raw: string | number;
}

/** The figures behind a picture. The first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ChartCell[])[];
}

const rawRows = (table: ChartTable) => [
  [...table.columns],
  ...table.rows.map((row) => row.map((cell) => String(cell.raw))),
];

/** The table as a CSV file, figures in full precision. */
export function writeCsv(table: ChartTable): string {
  return `${csvFormatRows(rawRows(table))}\n`;
}

/** The table as a spreadsheet takes it from the clipboard. */
export function writeTsv(table: ChartTable): string {
  return tsvFormatRows(rawRows(table));
}
