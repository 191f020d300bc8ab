import { crc32 } from '../../src/io/link/crc32';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An Excel workbook of one sheet with these cells, zipped without compression. */
export function workbookOf(rows: readonly (readonly (string | number)[])[]): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const at = `${String.fromCharCode(65 + column)}${index + 1}`;
      if (cell === '') return '';
      return typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
    });
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
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
