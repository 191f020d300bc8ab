import type { CsvRow, WorkbookSheet } from '../../../state/planExchange';

type Format = NonNullable<WorkbookSheet['columns'][number]['format']>;

/** How figures of a column are shown, by what its heading says they are; the first that fits. */
const FORMATS: readonly (readonly [pattern: RegExp, format: Format])[] = [
  [/^(month|from month|to month|earliest|latest)$/, 'month'],
  [/(date|hired|start|closes)$/, 'date'],
  [/chance|attainment|share|attrition|probability|margin/, 'share'],
  [/headcount|ramped|vacancy|leavers|seats at quota|factor|multiplier/, 'decimal'],
  [/bookings|cost|contribution|budget|target|quota|potential|productivity|pay|amount/, 'money'],
  [/seats|months|days|hours|trials/, 'count'],
];

const formatOf = (header: string): Format | undefined =>
  FORMATS.find(([pattern]) => pattern.test(header.toLowerCase()))?.[1];

const sentenceCase = (header: string): string => header.charAt(0).toUpperCase() + header.slice(1);

/** Rows by heading as a sheet: columns in the order in which rows first name them, formatted by what they hold. */
export function rowsSheet(name: string, currency: string, rows: readonly CsvRow[]): WorkbookSheet {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (header) => header !== 'currency',
  );
  return {
    name,
    currency,
    columns: headers.map((header) => {
      const format = formatOf(header);
      return { header: sentenceCase(header), ...(format && { format }) };
    }),
    rows: rows.map((row) => headers.map((header) => row[header])),
  };
}
