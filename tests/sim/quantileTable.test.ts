import { describe, expect, it } from 'vitest';
import { exp, log } from '../../src/sim/kernel/elementary';
import { gammaQuantile } from '../../src/sim/gammaQuantile';
import { normalQuantile } from '../../src/sim/normalQuantile';
import { lookUp, makeQuantileTable, type QuantileTable } from '../../src/sim/quantileTable';
import { makeGammaTable, makeLognormalTable } from '../../src/sim/sizeSource';

const WORD = 2 ** -32;

const lognormal = (cv: number) => (p: number, upper: boolean) => {
  const variance = log(1 + cv * cv);
  return exp(Math.sqrt(variance) * normalQuantile(p) * (upper ? -1 : 1) - variance / 2);
};
const gamma = (cv: number) => (p: number, upper: boolean) => gammaQuantile(1 / cv ** 2, p, upper) * cv ** 2;
const exponential = (p: number, upper: boolean) => (upper ? -log(p) : -log(1 - p));

const tables: readonly { name: string; quantile: typeof exponential; table: QuantileTable }[] = [
  ...[0.1, 0.35, 0.8, 1.2, 2].map((cv) => ({
    name: `lognormal of cv ${cv}`,
    quantile: lognormal(cv),
    table: makeLognormalTable(cv),
  })),
  ...[0.3, 0.7, 1, 1.2].map((cv) => ({
    name: `gamma of cv ${cv}`,
    quantile: gamma(cv),
    table: makeGammaTable(cv),
  })),
  { name: 'exponential', quantile: exponential, table: makeQuantileTable(exponential, 1) },
];

/** Tail probabilities from 2⁻³² to one half, as odd counts of 2⁻³²: those that words stand for. */
const levels = Array.from({ length: 3000 }, (_, i) => Math.floor(2 ** ((i / 3000) * 31)) | 1);

/** The mean over all 2³² words: the table is linear within a segment, so two words stand for all of it. */
function meanOverAllWords(table: QuantileTable): number {
  let sum = 0;
  for (const tail of [0, 0x80000000]) {
    for (let v = 0; v < 256; v++) sum += lookUp(table, tail + v);
    for (let octave = 8; octave < 31; octave++)
      for (let segment = 0; segment < 64; segment++) {
        const first = 2 ** octave + segment * 2 ** (octave - 6);
        const last = first + 2 ** (octave - 6) - 1;
        sum += ((lookUp(table, tail + first) + lookUp(table, tail + last)) / 2) * 2 ** (octave - 6);
      }
  }
  return sum * WORD;
}

describe.each(tables)('the table of the $name', ({ quantile, table }) => {
  it('has a mean of one over all words, to 5e-7 (one word in 2²⁵ is coarser than its segment)', () => {
    expect(Math.abs(meanOverAllWords(table) - 1)).toBeLessThan(5e-7);
  });

  it('is within 5e-5 of the exact quantile at every level', () => {
    for (const v of levels)
      for (const upper of [false, true]) {
        const exact = quantile(v * WORD, upper);
        const drawn = lookUp(table, v + (upper ? 0x80000000 : 0));
        expect(Math.abs(drawn / exact - 1), `${v} ${upper}`).toBeLessThan(5e-5);
      }
  });

  it('is strictly monotone in the tail probability', () => {
    const distinct = [...new Set(levels)];
    for (let i = 1; i < distinct.length; i++) {
      const [less, more] = [distinct[i - 1] ?? 0, distinct[i] ?? 0];
      expect(lookUp(table, more)).toBeGreaterThan(lookUp(table, less));
      expect(lookUp(table, more + 0x80000000)).toBeLessThan(lookUp(table, less + 0x80000000));
    }
    expect(lookUp(table, 0xffffffff)).toBeGreaterThan(lookUp(table, 0x7fffffff));
  });
});

it('the normal table is odd, to the bit', () => {
  const table = makeQuantileTable((p, upper) => (upper ? -normalQuantile(p) : normalQuantile(p)));
  for (const v of levels) expect(lookUp(table, v + 0x80000000)).toBe(-lookUp(table, v));
});
