import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dateSerial, numberFormatOf } from '../../../src/io/xlsx/cellFormats';
import { sheetNames } from '../../../src/io/xlsx/sheetNames';
import type { WorkbookSheet } from '../../../src/io/xlsx/workbookSheet';
import { writeWorkbook } from '../../../src/io/xlsx/writeWorkbook';
import { readWorkbook } from './readWorkbook';

const sheet = (overrides: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'Figures',
  currency: 'USD',
  columns: [
    { header: 'Name' },
    { header: 'Bookings', format: 'money' },
    { header: 'Chance', format: 'share' },
  ],
  rows: [
    ['Ana', 1_234_567.89, 0.625],
    ['Ben', undefined, 0],
  ],
  ...overrides,
});

const bytesOf = async (sheets: readonly WorkbookSheet[]) =>
  new Uint8Array(await (await writeWorkbook(sheets)).arrayBuffer());
const read = async (sheets: readonly WorkbookSheet[]) => readWorkbook(await bytesOf(sheets));
const first = async (overrides: Partial<WorkbookSheet>) => {
  const [only] = await read([sheet(overrides)]);
  if (!only) throw new Error('a workbook has a sheet');
  return only;
};

describe('a workbook', () => {
  test('has every part that Office Open XML requires, each well formed, and every part that is referred to', async () => {
    const files = unzipSync(await bytesOf([sheet(), sheet({ name: 'More' })]));
    const names = Object.keys(files);
    for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/styles.xml'])
      expect(names).toContain(name);
    const rels = strFromU8(files['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    const targets = [...rels.matchAll(/Target="([^"]+)"/g)].map(
      ([, target]) => `xl/${target?.replace('/xl/', '')}`,
    );
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) expect(names, target).toContain(target);
    const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array());
    for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(names, part).toContain(part);
  });

  test('keeps figures as numbers at full precision, with the currency’s and the percent’s format', async () => {
    const { cells } = await first({});
    expect(cells.get('B2')).toEqual({ type: 'number', value: 1_234_567.89, format: '[$$]#,##0;-[$$]#,##0' });
    expect(cells.get('C2')).toEqual({ type: 'number', value: 0.625, format: '0.0%' });
    expect(cells.get('C3')).toMatchObject({ type: 'number', value: 0 });
    expect(cells.get('A2')).toMatchObject({ type: 'text', value: 'Ana' });
    expect(cells.has('B3')).toBe(false);
  });

  test('keeps text as text, also where it begins like a formula', async () => {
    const risky = [
      '=1+1',
      '+1',
      '-2',
      '@SUM(A1)',
      '=HYPERLINK("http://a.b")',
      "'quoted",
      '<b>&"x"</b>',
      'Zoë 🚀',
    ];
    const { cells, xml } = await first({ columns: [{ header: '=Name' }], rows: risky.map((each) => [each]) });
    expect(xml).not.toMatch(/<f[ >]/);
    expect(cells.get('A1')).toMatchObject({ type: 'text', value: '=Name' });
    risky.forEach((value, index) => {
      expect(cells.get(`A${index + 2}`)).toMatchObject({ type: 'text', value });
    });
  });

  test('leaves out what XML cannot hold and what is no number, and cuts what a cell cannot hold', async () => {
    const { cells } = await first({
      columns: [{ header: 'Text' }, { header: 'Number', format: 'count' }],
      rows: [
        ['a\u0000b\u001fc\ud800d', Number.NaN],
        ['x'.repeat(40_000), Infinity],
      ],
    });
    expect(cells.get('A2')?.value).toBe('abcd');
    expect(String(cells.get('A3')?.value)).toHaveLength(32_767);
    expect([cells.has('B2'), cells.has('B3')]).toEqual([false, false]);
  });

  test('has real dates', async () => {
    const { cells } = await first({
      columns: [
        { header: 'Month', format: 'month' },
        { header: 'Day', format: 'date' },
        { header: 'None', format: 'date' },
      ],
      rows: [['2027-03', '2027-03-15', 'no date']],
    });
    expect(cells.get('A2')).toEqual({ type: 'number', value: 46_447, format: 'mmm yyyy' });
    expect(cells.get('B2')).toEqual({ type: 'number', value: 46_461, format: 'yyyy-mm-dd' });
    expect(cells.get('C2')).toMatchObject({ type: 'text', value: 'no date' });
    expect(dateSerial('1900-03-01')).toBe(61);
  });

  test('lets a cell have a format of its own', async () => {
    const { cells } = await first({
      columns: [{ header: 'What' }, { header: 'Value' }],
      rows: [
        ['Target', { value: 5, format: 'money' }],
        ['Start', { value: '2027-01', format: 'month' }],
        ['Seed', 7],
      ],
    });
    expect(cells.get('B2')?.format).toBe('[$$]#,##0;-[$$]#,##0');
    expect(cells.get('B3')?.format).toBe('mmm yyyy');
    expect(cells.get('B4')).toMatchObject({ type: 'number', value: 7 });
  });

  test('keeps the heading in view, and columns as wide as what stands in them', async () => {
    const { xml } = await first({ rows: [['A name of some thirty letters..', 1, 0.5]] });
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths[0]).toBeGreaterThan(30);
    expect(widths).toHaveLength(3);
  });

  test('of many sheets names each in order', async () => {
    const sheets = await read([
      sheet({ name: 'Summary' }),
      sheet({ name: 'A/B: [x]?' }),
      sheet({ name: 'summary' }),
    ]);
    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'A B   x', 'summary 2']);
  });
});

test('names of sheets are at most 31 letters, and no two alike', () => {
  const long = 'x'.repeat(40);
  const names = sheetNames([long, long, '', "'a'"]);
  expect(names.map((name) => name.length)).toEqual([31, 31, 5, 1]);
  expect(new Set(names).size).toBe(4);
});

test('money is shown by the currency’s own symbol, or by its code', () => {
  expect(numberFormatOf('money', 'EUR')).toBe('[$€]#,##0;-[$€]#,##0');
  expect(numberFormatOf('money', 'CHF')).toBe('[$CHF ]#,##0;-[$CHF ]#,##0');
});
