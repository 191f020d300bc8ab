import { crc32 } from '../../src/io/link/crc32';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell that is no plain text or number: what a formula last gave, the error it ended in, a day as Excel counts them. */
type SpecialCell =
  | { readonly formula: string; readonly value: string | number }
  | { readonly error: string }
  | { readonly day: number };

export type Cell = string | number | SpecialCell;

function cellXml(at: string, cell: Cell): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  const type = typeof cell.value === 'number' ? '' : ' t="str"';
  return `<c r="${at}"${type}><f>${escape(cell.formula)}</f><v>${escape(String(cell.value))}</v></c>`;
}

/** An Excel workbook of one sheet with these cells, zipped without compression. */
export const workbookOf = (rows: readonly (readonly Cell[])[]) => workbookOfSheets({ Sheet1: rows });

/** An Excel workbook of these sheets by name, zipped without compression. */
export function workbookOfSheets(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts = Object.entries(sheets).map(([name, rows], place) => {
    const lines = rows.map((row, index) => {
      const cells = row.map((cell, column) =>
        cellXml(`${String.fromCharCode(65 + column)}${index + 1}`, cell),
      );
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    });
    const number = place + 1;
    return {
      entry: `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`,
      relation: `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      path: `xl/worksheets/sheet${number}.xml`,
      xml: `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    };
  });
  const all = (key: 'entry' | 'relation') => parts.map((part) => part[key]).join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${all('entry')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${all('relation')}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    // Style 1 is a day.
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(parts.map(({ path, xml }) => [path, xml])),
  });
}

/** Files by name as a zip archive, stored. */
function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const numbers = (...fields: readonly (readonly [value: number, bytes: number])[]) =>
    fields.flatMap(([value, bytes]) =>
      Array.from({ length: bytes }, (_, byte) => (value >>> (8 * byte)) & 255),
    );
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const [name, text] of Object.entries(files)) {
    const [title, content] = [encode(name), encode(text)];
    const sizes = [
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [title.length, 2],
      [0, 2],
    ] as const;
    directory.push(
      ...numbers(
        [0x02014b50, 4],
        [20, 2],
        [20, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        ...sizes,
        [0, 6],
        [0, 4],
        [bytes.length, 4],
      ),
      ...title,
    );
    bytes.push(...numbers([0x04034b50, 4], [20, 2], [0, 2], [0, 2], [0, 4], ...sizes), ...title, ...content);
  }
  const count = Object.keys(files).length;
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [bytes.length, 4],
    [0, 2],
  );
  return Uint8Array.from([...bytes, ...directory, ...end]);
}
