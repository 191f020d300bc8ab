import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../src/io/link/base64url';
import { crc32 } from '../../src/io/link/crc32';
import { deflate, inflate } from '../../src/io/link/deflate';
import { packJson } from '../../src/io/link/packJson';
import { unpackJson } from '../../src/io/link/unpackJson';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const json = fc.jsonValue({ maxDepth: 5 }).map(throughText);

describe('packing', () => {
  test('any JSON data comes back as it was', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(unpackJson(throughText(packJson(value)))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('lists of like objects and of ascending amounts come back as they were, to the last digit', () => {
    const amount = fc.oneof(
      fc.nat(),
      fc.nat(1e7).map((cents) => cents / 100),
      fc.double({ noNaN: true, min: 0, noDefaultInfinity: true }),
    );
    const amounts = fc.array(amount, { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));
    const row = fc.record({ kind: fc.constantFrom('a', 'b'), amounts, note: fc.option(fc.string()) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const value = throughText(rows);
        expect(JSON.stringify(unpackJson(throughText(packJson(value))))).toBe(
          JSON.stringify(sortKeys(value)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('the order of keys and undefined values do not show in a packing', () => {
    expect(packJson({ b: [{ y: 1, x: 2 }], a: undefined, c: 0 })).toEqual(
      packJson({ c: 0, b: [{ x: 2, y: 1 }] }),
    );
  });

  test('ascending amounts are written as differences, also of cents', () => {
    expect(packJson([100, 103, 103, 110])).toEqual([[], [-3, 100, 3, 0, 7]]);
    expect(packJson([0.07, 0.1, 1.13])).toEqual([[], [-4, 7, 3, 103]]);
    expect(packJson([0.001, 0.5, 1])).toEqual([[], [-1, 0.001, 0.5, 1]]);
    expect(packJson([3, 2, 1])).toEqual([[], [-1, 3, 2, 1]]);
  });

  test('what is no packing is refused, never thrown at the caller', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [-1, nested(depth - 1)]);
    const faults: unknown[] = [
      undefined,
      null,
      {},
      [],
      [[], 1, 2],
      [[1], 1],
      [[], [0, 1]],
      [[['a']], [0]],
      [[['a']], [0, 1, 2]],
      [[['a', 'b']], [-2, 0, [-1, 1, 2], [-1, 1]]],
      [[['a']], [-2, 0, 5]],
      [[['a']], [-2, 1, [-1, 1]]],
      [[], [-3, 1, 'x']],
      [[], [-9, 1]],
      [[], [0.5, 1]],
      [[], {}],
      [[], nested(100)],
    ];
    for (const fault of faults) expect(unpackJson(fault)).toBeUndefined();
    fc.assert(
      fc.property(json, json, (shapes, value) => void unpackJson([shapes, value])),
      { numRuns: 500 },
    );
  });
});

describe('bytes as text', () => {
  test('any bytes come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...(fromBase64url(text) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  test('another character is refused', () => {
    for (const text of ['ab=c', 'a+b', 'é', 'ab cd']) expect(fromBase64url(text)).toBeUndefined();
  });
});

test('the checksum is the CRC-32 of zip and PNG (check value of the catalogue of CRCs)', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

describe('compression', () => {
  test('any bytes come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const copy = new Uint8Array(bytes);
        expect(await inflate(await deflate(copy))).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });

  test('what unpacks to more than the limit is refused', async () => {
    const small = await deflate(new Uint8Array(100_000));
    expect(small.length).toBeLessThan(1000);
    expect(await inflate(small, 99_999)).toBeUndefined();
    expect((await inflate(small, 100_000))?.length).toBe(100_000);
  });

  test('what is no deflate stream is refused', async () => {
    expect(await inflate(bytesOf('no deflate stream at all'))).toBeUndefined();
    const whole = await deflate(bytesOf('a plan '.repeat(100)));
    expect(await inflate(whole.slice(0, -4))).toBeUndefined();
  });
});

/** The same data with the keys of every object in order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sortKeys(held)]),
  );
}
