import type { CsvRow } from '../summaryCsv';
import type { WorkbookSheet } from '../xlsx/workbookSheet';

/** The table for the CRM (rows as of `assignmentRows`) as a sheet, the reason in a wide column. */
export function assignmentSheet(rows: readonly CsvRow[], currency: string): WorkbookSheet {
  const headers = Object.keys(rows[0] ?? {});
  return {
    name: 'Assignment',
    currency,
    columns: headers.map((header) => ({ header, ...(header === 'Reason' && { width: 80 }) })),
    rows: rows.map((row) => headers.map((header) => row[header])),
  };
}
