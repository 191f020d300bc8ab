import { csvFormatRows } from 'd3-dsv';

/** One line of a table: text, a number at full precision, or nothing. */
export type CsvRow = Readonly<Record<string, string | number | undefined>>;

/**
 * A table as CSV with a heading (RFC 4180, comma, full precision). Columns in the order in which rows first name
 * them. What is missing or no finite number is an empty cell. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front; numbers are left as they are.
 */
export function toCsv(rows: readonly CsvRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => cell(row[column])));
  return `${csvFormatRows([columns.map(cell), ...lines])}\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
