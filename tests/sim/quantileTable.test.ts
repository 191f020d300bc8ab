import { describe, expect, it } from 'vitest';
import { exp, log } from '../../src/sim/kernel/elementary';
import { gammaQuantile } from '../../src/sim/gammaQuantile';
import { normalQuantile } from '../../src/sim/normalQuantile';
import { ImageBuilder } from '../../src/sim/imageBuilder';
import { lookUp } from '../../src/sim/kernel/draws';
import { capTable, tableMean } from '../../src/sim/quantileTable';
import { makeGammaTable, makeLognormalTable } from '../../src/sim/sizes';
import { exponentialTable, normalTable } from '../../src/sim/tables';
import { attachImage } from './support/attachImage';
import { shareAbove, tableMoment } from './support/tableMoments';

const WORD = 2 ** -32;
const builder = new ImageBuilder();

const lognormal = (cv: number) => (p: number, upper: boolean) => {
  const variance = log(1 + cv * cv);
  return exp(Math.sqrt(variance) * normalQuantile(p) * (upper ? -1 : 1) - variance / 2);
};
const gamma = (cv: number) => (p: number, upper: boolean) => gammaQuantile(1 / cv ** 2, p, upper) * cv ** 2;
const exponential = (p: number, upper: boolean) => (upper ? -log(p) : -log(1 - p));

const tables: readonly { name: string; quantile: typeof exponential; table: number }[] = [
  ...[0.1, 0.35, 0.8, 1.2, 2].map((cv) => ({
    name: `lognormal of cv ${cv}`,
    quantile: lognormal(cv),
    table: builder.place(makeLognormalTable(cv)),
  })),
  ...[0.3, 0.7, 1, 1.2].map((cv) => ({
    name: `gamma of cv ${cv}`,
    quantile: gamma(cv),
    table: builder.place(makeGammaTable(cv)),
  })),
  { name: 'exponential', quantile: exponential, table: builder.place(exponentialTable) },
];

/** Tail probabilities from 2⁻³² to one half, as odd counts of 2⁻³²: those that words stand for. */
const levels = Array.from({ length: 3000 }, (_, i) => Math.floor(2 ** ((i / 3000) * 31)) | 1);

const capped = makeLognormalTable(1.2);
capTable(capped, 1.5);
const cappedTable = builder.place(capped);
const normal = builder.place(normalTable);
attachImage(builder);

describe.each(tables)('the table of the $name', ({ quantile, table }) => {
  it('has a mean of one over all words, to 5e-7 (one word in 2²⁵ is coarser than its segment)', () => {
    expect(Math.abs(tableMoment(table, 1) - 1)).toBeLessThan(5e-7);
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
  for (const v of levels) expect(lookUp(normal, v + 0x80000000)).toBe(-lookUp(normal, v));
});

describe('a table with a cap', () => {
  const uncapped = tables.find(({ name }) => name === 'lognormal of cv 1.2')?.table ?? 0;

  it('has no value above it, and below it its own ones to a segment', () => {
    for (const v of levels)
      for (const word of [v, v + 0x80000000]) {
        expect(lookUp(cappedTable, word)).toBeLessThanOrEqual(1.5 * (1 + 1e-12));
        const own = lookUp(uncapped, word);
        if (own < 1.45) expect(Math.abs(lookUp(cappedTable, word) / own - 1)).toBeLessThan(1e-12);
      }
  });

  it('has the limited expected value for its mean, to 1e-4, and says so', () => {
    // E min(X, d) as the mean of 30,000 quantiles at the middles of equal shares
    let limited = 0;
    const steps = 30_000;
    for (let i = 0; i < steps; i++)
      limited += Math.min(1.5, lognormal(1.2)((i + 0.5) / steps, false)) / steps;
    expect(Math.abs(tableMoment(cappedTable, 1) / limited - 1)).toBeLessThan(1e-4);
    expect(Math.abs(tableMean(capped) / tableMoment(cappedTable, 1) - 1)).toBeLessThan(1e-6);
  });

  it('is at the cap as often as the uncapped is at or above it, to a segment', () => {
    expect(Math.abs(shareAbove(cappedTable, 1.5 * (1 - 1e-9)) - shareAbove(uncapped, 1.5))).toBeLessThan(
      2 ** -7,
    );
  });
});
