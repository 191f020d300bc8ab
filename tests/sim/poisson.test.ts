import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../src/model/units';
import { entityKey } from '../../src/sim/entityKey';
import { ImageBuilder } from '../../src/sim/imageBuilder';
import { drawPoisson } from '../../src/sim/kernel/poissonDraw';
import { keepStream, nextWord, seedStream, splitStream, takeStream } from '../../src/sim/kernel/stream';
import { blockOf } from '../support/blockOf';
import { chiSquare } from '../support/statistics';
import { attachImage } from './support/attachImage';
import { makeTestPlan } from './support/testPlan';

const builder = new ImageBuilder();
const deals = builder.place(new Int32Array(4));
attachImage(builder);

function distribution(mean: number, upTo: number): number[] {
  let sum = 0;
  let logFactorial = 0;
  return Array.from({ length: upTo }, (_, n) => {
    if (n > 0) logFactorial += Math.log(n);
    sum += Math.exp(n * Math.log(mean) - mean - logFactorial);
    return sum;
  });
}

const word = fc.nat(0xffffffff);
const intensity = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.nat(1600).map((line) => line / 16),
  fc.double({ min: 31.9, max: 32.1, noNaN: true }),
);

describe('a Poisson count', () => {
  it.each([0.05, 0.3, 1.7, 7.3, 31.9])(
    'at intensity %d is the exact quantile of every word, to two words in 2³²',
    (mean) => {
      const exact = distribution(mean, 200);
      for (let n = 0; (exact[n] ?? 1) < 1 - 1e-9; n++) {
        let [below, above] = [-1, 0x100000000];
        while (above - below > 1) {
          const middle = Math.floor((below + above) / 2);
          if (drawPoisson(mean, middle) <= n) below = middle;
          else above = middle;
        }
        expect(Math.abs(above - (exact[n] ?? 0) * 2 ** 32)).toBeLessThan(2);
      }
    },
  );

  // 400,000 words of seed 1 each; the chance of a statistic above freedom + 4 √(2 freedom) is below 1e-3
  it.each([0.05, 0.3, 1.7, 7.3, 31.9, 32.1, 90])(
    'at intensity %d has the exact chances by chi-square',
    (mean) => {
      seedStream(1, 2, 3, 1);
      const seen = Array<number>(200).fill(0);
      const draws = 400_000;
      const words = Int32Array.from({ length: draws }, nextWord);
      for (const word of words) {
        const count = drawPoisson(mean, word);
        seen[count] = (seen[count] ?? 0) + 1;
      }
      const exact = distribution(mean, 200);
      const { statistic, freedom } = chiSquare(
        seen,
        exact.map((sum, n) => draws * (sum - (exact[n - 1] ?? 0))),
      );
      expect(freedom).toBeGreaterThan(1);
      expect(statistic).toBeLessThan(freedom + 4 * Math.sqrt(2 * freedom));
    },
  );

  it('never falls as intensity rises at the same word, grid lines and block ends included', () => {
    fc.assert(
      fc.property(word, intensity, intensity, (level, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(drawPoisson(more, level)).toBeGreaterThanOrEqual(drawPoisson(less, level));
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('never falls as the word rises at the same intensity below 32', () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 31.99, noNaN: true }), (one, other, mean) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(drawPoisson(mean, more)).toBeGreaterThanOrEqual(drawPoisson(mean, less));
      }),
      { seed: 2, numRuns: 20_000 },
    );
  });

  it('ends at the largest word', () => {
    for (let line = 0; line < 512; line++)
      expect(drawPoisson(line / 16 + 0.03, 0xffffffff)).toBeLessThan(128);
    expect(drawPoisson(0, 0xffffffff)).toBe(0);
  });

  it('is the same in a run, month by month, from the stream of deals that a seat splits off its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 }),
        fc.oneof(fc.constant(1), fc.constant(9)),
        fc.nat(),
        (season, perMonth, seed) => {
          const plan = {
            ...makeTestPlan({ role: { productivity: { perMonth: money(perMonth), cv: 0 } } }),
            seasonality: season,
            run: { seed, trials: 4 },
          };
          const { bookings } = blockOf(plan, 0, 4);
          const { high, low } = entityKey('seat', 'seat-0');
          for (let trial = 0; trial < 4; trial++) {
            seedStream(trial, high, low, seed);
            splitStream(deals);
            takeStream(deals);
            const counts = season.map((weight) => {
              const word = nextWord();
              keepStream(deals);
              const count = drawPoisson(weight * perMonth, word);
              takeStream(deals);
              return count;
            });
            expect([...bookings.subarray(12 * trial, 12 * trial + 12)]).toEqual(counts);
          }
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each([1e5, 1e9, 2 ** 27, 2 ** 32 / 32, 1e15])(
    'of a mean of %d is one of 100,000, the most that is counted of a seat’s month (4 errors)',
    (mean) => {
      const productivity = { perMonth: money(mean), cv: 0 };
      const { deals } = blockOf(makeTestPlan({ months: 1, role: { productivity } }), 0, 4);
      for (const count of deals) expect(Math.abs(count - 1e5)).toBeLessThan(4 * Math.sqrt(1e5));
    },
  );
});
