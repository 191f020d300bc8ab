import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeDeals } from '../../src/sim/closeDeals';
import { compilePlan } from '../../src/sim/compilePlan';
import { drawPoisson } from '../../src/sim/poisson';
import { makeStream, nextWord, seedStream } from '../../src/sim/sfc32';
import { makeSizeSource } from '../../src/sim/sizeSource';
import { makeYearFrame } from '../../src/sim/yearFrame';
import { chiSquare } from '../support/statistics';
import { makeTestPlan, quietRole } from './support/testPlan';

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
      const stream = makeStream();
      seedStream(stream, 1, 2, 3, 1);
      const seen = Array<number>(200).fill(0);
      const draws = 400_000;
      for (let i = 0; i < draws; i++) {
        const count = drawPoisson(mean, nextWord(stream));
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

  it('is the same in the loop over a seat’s months', () => {
    const frame = makeYearFrame(compilePlan(makeTestPlan({ months: 12 })));
    const sizes = makeSizeSource(quietRole.dealSize, 1);
    fc.assert(
      fc.property(fc.array(intensity, { minLength: 12, maxLength: 12 }), fc.nat(), (means, seed) => {
        const [stream, words] = [makeStream(), makeStream()];
        seedStream(stream, seed, 0, 0, 0);
        seedStream(words, seed, 0, 0, 0);
        const row = { plan: new Float64Array(12), offset: 0, seat: new Float64Array(1) };
        closeDeals(frame, Float64Array.from(means), sizes, stream, row);
        const counts = means.map((mean) => drawPoisson(mean, nextWord(words)));
        expect([...row.plan]).toEqual(counts);
        expect(row.seat[0]).toBe(counts.reduce((sum, count) => sum + count, 0));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
