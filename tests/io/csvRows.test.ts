import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDelimiter } from '../../src/io/csvDelimiter';
import { streamRows } from '../../src/io/csvRows';
import type { NamedStream } from '../../src/io/csvText';
import { fileOf } from '../support/crmFiles';

/** All records of a file, or the codes of its problems. */
async function rowsOf(file: NamedStream): Promise<string[][] | string[]> {
  const rows: string[][] = [];
  for await (const batch of streamRows(file)) {
    if (!batch.ok) return batch.problems.map(({ code }) => code);
    rows.push(...batch.value.rows.map((row) => [...row]));
  }
  return rows;
}

/** The bytes in pieces of those sizes, over and over. */
function inPieces(name: string, bytes: Uint8Array, sizes: readonly number[]): NamedStream {
  return {
    name,
    size: bytes.length,
    stream: () => {
      let at = 0;
      let piece = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          const size = sizes[piece++ % sizes.length] ?? 1;
          controller.enqueue(bytes.slice(at, at + size));
          at += size;
        },
      });
    },
  };
}

const encode = (text: string) => new TextEncoder().encode(text);

const cell = fc.stringMatching(/^[a-zé €"',;|\t\n.0-9-]{0,12}$/u);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
  );

describe('reading records', () => {
  test('a written table is read back whatever its delimiter, its line ends and the pieces it arrives in', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (rows, delimiter, lineEnd, sizes, ends) => {
          // The heading row is what the delimiter is guessed by; quotes everywhere keep the rest out of that.
          const head = rows[0]?.map((_, index) => `column${index}`) ?? [];
          const line = (cells: readonly string[]) =>
            cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter);
          const text = [head.join(delimiter), ...rows.map(line)].join(lineEnd) + (ends ? lineEnd : '');
          expect(await rowsOf(inPieces('table.csv', encode(text), sizes))).toEqual([head, ...rows]);
        },
      ),
      { seed: 20270101, numRuns: 300 },
    );
  });

  test('a mark, a quoted line end and a doubled quote are no part of the table', async () => {
    const text = '\uFEFFname,note\r\nAnna,"two\r\nlines, ""quoted"""\r\n';
    expect(await rowsOf(fileOf('a.csv', text))).toEqual([
      ['name', 'note'],
      ['Anna', 'two\nlines, "quoted"'],
    ]);
  });

  test.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name;note\n"x, y";2\n', ';'],
    ['a\n1\n', ','],
  ])('the delimiter of %j is %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  test('UTF-16 and windows-1252 files are read as they were meant', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...'a\tb\né\t1\n'].flatMap((sign) => [sign.charCodeAt(0), 0]),
    ]);
    expect(await rowsOf(fileOf('utf16.txt', utf16))).toEqual([
      ['a', 'b'],
      ['é', '1'],
    ]);
    const latin = Uint8Array.from([...'a,b\nJos\u00e9,1\n'].map((sign) => sign.charCodeAt(0)));
    expect(await rowsOf(fileOf('latin.csv', latin))).toEqual([
      ['a', 'b'],
      ['José', '1'],
    ]);
  });

  test.each([
    ['an Excel workbook', [0x50, 0x4b, 3, 4, 20, 0]],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['a binary file', [1, 2, 0, 4]],
  ])('%s is refused with what to do', async (what, bytes) => {
    for await (const batch of streamRows(fileOf('book.xlsx', Uint8Array.from(bytes)))) {
      expect(batch.ok).toBe(false);
      if (batch.ok) continue;
      expect(batch.problems[0]?.message).toMatch(/^book.xlsx must be a text table, got .*save it as CSV/);
      expect(batch.problems[0]?.message).toContain(what.replace('an Excel workbook', 'an Excel workbook or'));
    }
  });

  test('a quote that never closes is named by its row, whether the file is small or not', async () => {
    expect(await rowsOf(fileOf('a.csv', 'a,b\n1,"2\n3,4\n'))).toEqual(['quote-unclosed']);
    expect(await rowsOf(fileOf('a.csv', 'a,b\n1,"2\n', '3,4\n'.repeat(600_000)))).toEqual(['quote-unclosed']);
  });

  test('a stream that fails is a problem, not an exception', async () => {
    const failing: NamedStream = {
      name: 'gone.csv',
      size: 10,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.error(new Error('the disk is gone')),
        }),
    };
    expect(await rowsOf(failing)).toEqual(['file-unreadable']);
  });
});
