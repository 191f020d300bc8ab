import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import { dateSerial, numberFormatOf } from './cellFormats';
import { sheetNames } from './sheetNames';
import type { CellFormat, WorkbookCell, WorkbookSheet } from './workbookSheet';

/** Most letters that a cell may hold. */
const LONGEST_TEXT = 32_767;
const WIDTHS = { least: 9, most: 48 };
/**
 * A workbook (Office Open XML, ECMA-376) of those sheets: figures as numbers with formats, dates as dates, text as text, also
 * where it begins like a formula; the heading stays in view. What is no finite number is an empty cell. Cost: some 300 ms
 * for 30,000 cells, so it is made off the page's thread.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, index): Sheet<Blob> => ({
    sheet: names[index] ?? sheet.name,
    stickyRowsCount: 1,
    columns: widthsOf(sheet).map((width) => ({ width })),
    data: [
      sheet.columns.map(({ header }) => ({
        value: text(header),
        type: String,
        fontWeight: 'bold',
        backgroundColor: '#f3f1ea',
        bottomBorderStyle: 'thin',
        wrap: true,
        alignVertical: 'top',
      })),
      ...sheet.rows.map((row) =>
        sheet.columns.map(({ format }, column) => cellOf(row[column], format, sheet.currency)),
      ),
    ],
  }));
  return writeExcelFile(written).toBlob();
}

const text = (value: string): string => [...value].filter(isWritable).join('').slice(0, LONGEST_TEXT);

/** Whether XML 1.0 has a way to write that character; halves of a pair have come apart and are none. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

function cellOf(
  cell: WorkbookCell,
  columnFormat: CellFormat | undefined,
  currency: string,
): CellObject | null {
  if (cell === undefined) return null;
  const { value, format } = typeof cell === 'object' ? cell : { value: cell, format: columnFormat };
  if (typeof value === 'string') {
    const serial = format === 'month' || format === 'date' ? dateSerial(value) : undefined;
    if (serial === undefined || !format) return value === '' ? null : { value: text(value), type: String };
    return { value: serial, type: Number, format: numberFormatOf(format, currency) };
  }
  if (!Number.isFinite(value)) return null;
  return { value, type: Number, ...(format && { format: numberFormatOf(format, currency) }) };
}

/** As wide as the heading's longest word and the longest text below it, within bounds; figures need some twelve letters. */
function widthsOf({ columns, rows }: WorkbookSheet): number[] {
  return columns.map(({ header, width }, column) => {
    if (width !== undefined) return width;
    let longest = Math.max(...header.split(' ').map((word) => word.length));
    for (const row of rows) {
      const cell = row[column];
      const value = typeof cell === 'object' ? cell.value : cell;
      longest = Math.max(longest, typeof value === 'string' ? value.length : value === undefined ? 0 : 11);
    }
    return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2));
  });
}
