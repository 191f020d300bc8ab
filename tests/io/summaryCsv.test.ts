import { csvParse, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/io/summaryCsv';

test('a table keeps the order of columns, full precision and gaps', () => {
  const text = toCsv([
    { month: '2027-01', mean: 0.1 + 0.2, chance: undefined },
    { month: '2027-02', mean: -5, note: 'one, "two"' },
  ]);
  expect(text).toBe('month,mean,chance,note\n2027-01,0.30000000000000004,,\n2027-02,-5,,"one, ""two"""\n');
});

test('text that a spreadsheet would run as a formula is guarded, numbers are not', () => {
  const names = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
  const read = csvParse(toCsv(names.map((name) => ({ name, change: -1.5 }))));
  expect(read.map((row) => row['name'])).toEqual(names.map((name) => `'${name}`));
  expect(read.map((row) => row['change'])).toEqual(names.map(() => '-1.5'));
});

test('what is no finite number is an empty cell', () => {
  expect(toCsv([{ a: Number.NaN, b: Infinity, c: 0 }])).toBe('a,b,c\n,,0\n');
  expect(toCsv([])).toBe('\n');
});

test('any table of text and numbers reads back the same', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r]/.test(value));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, value: number }), { minLength: 1 }), (rows) => {
      const [heading, ...lines] = csvParseRows(toCsv(rows));
      expect(heading).toEqual(['name', 'value']);
      expect(lines.map(([name]) => name)).toEqual(rows.map((row) => row.name));
      expect(lines.map(([, value]) => Number(value))).toEqual(rows.map((row) => row.value + 0));
    }),
  );
});
