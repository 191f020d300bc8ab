import { describe, expect, it, test } from 'vitest';
import { seededDraws } from '../../src/model/seededDraws';
import { makeProbability, summariseSample } from '../../src/stats/distribution';
import { rankInterval } from '../../src/stats/rankInterval';
import { PERCENTILES } from '../../src/stats/summary';
import { closedForm } from '../support/closedForms';

/** P(B ≤ k) of Binomial(n, p), straight from the definition by logarithms: another way than the one under test. */
function binomialUpTo(n: number, p: number, k: number): number {
  let logTerm = n * Math.log1p(-p);
  let sum = 0;
  for (let at = 0; at <= Math.min(n, k); at++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((n - at) / (at + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return sum;
}

const sizes = [1, 2, 10, 64, 145, 146, 500, 10_000];
const levels = [0.001, 0.025, 0.1, 0.5, 0.9, 0.975];

describe('the ranks that bound a quantile', () => {
  it('miss it at either end in at most 2.5 %, and one rank nearer would miss it in more', () => {
    for (const n of sizes)
      for (const p of levels) {
        const { low, high } = rankInterval(n, p);
        const missLow = (rank: number) => binomialUpTo(n, p, rank - 1);
        const missHigh = (rank: number) => 1 - binomialUpTo(n, p, rank - 1);
        const of = `n ${n}, p ${p}`;
        if (low > 1) expect(missLow(low), of).toBeLessThanOrEqual(0.025 + 1e-9);
        expect(missLow(low + 1), of).toBeGreaterThan(0.025 - 1e-9);
        if (high < n) expect(missHigh(high), of).toBeLessThanOrEqual(0.025 + 1e-9);
        expect(missHigh(high - 1), of).toBeGreaterThan(0.025 - 1e-9);
        expect(low, of).toBeLessThanOrEqual(high);
      }
  });

  it('are the published ones of a median: 10 values are bounded by the 2nd and the 9th, 20 by the 6th and the 15th', () => {
    // Conover (1999), Practical Nonparametric Statistics, table of the sign test: 97.9 % and 95.9 %
    expect(rankInterval(10, 0.5)).toEqual({ low: 2, high: 9 });
    expect(rankInterval(20, 0.5)).toEqual({ low: 6, high: 15 });
  });

  it('are the sample’s ends where it is too small to bound the quantile: 146 trials bound the 2.5th percentile, 145 do not', () => {
    expect(rankInterval(145, 0.025).low).toBe(1);
    expect(0.975 ** 145).toBeGreaterThan(0.025);
    expect(0.975 ** 146).toBeLessThan(0.025);
    expect(rankInterval(1, 0.5)).toEqual({ low: 1, high: 1 });
    expect(() => rankInterval(0, 0.5)).toThrow('a quantile needs at least one value, got 0');
  });

  it('mirror each other: the p-quantile of the values is the (1 − p)-quantile of their negatives', () => {
    for (const n of [64, 1000, 4097])
      for (const p of [0.025, 0.05, 0.1, 0.25]) {
        const { low, high } = rankInterval(n, p);
        expect(rankInterval(n, 1 - p)).toEqual({ low: n + 1 - high, high: n + 1 - low });
      }
  });

  it('lie within two ranks of the normal approximation with continuity correction, from 1,000 to 1,000,000 values', () => {
    const z = 1.959963984540054;
    for (const n of [1000, 10_000, 100_000, 1_000_000])
      for (const percent of PERCENTILES) {
        const p = percent / 100;
        const half = z * Math.sqrt(n * p * (1 - p)) + 0.5;
        const { low, high } = rankInterval(n, p);
        expect(Math.abs(low - (n * p - half + 0.5)), `${n} ${p}`).toBeLessThan(2);
        expect(Math.abs(high - (n * p + half + 0.5)), `${n} ${p}`).toBeLessThan(2);
      }
  });
});

/** A normal number by Box and Muller, good enough for a test. */
const normalBy = (draw: () => number) => () =>
  Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

test('the intervals of percentiles hold the true ones in 95 % or more (seed 5, 2,000 samples of 200 exponentials, 3 standard errors)', () => {
  const draw = seededDraws(5);
  const samples = 2000;
  const held = PERCENTILES.map(() => 0);
  for (let each = 0; each < samples; each++) {
    const { intervals } = summariseSample(Float64Array.from({ length: 200 }, () => -Math.log(1 - draw())));
    intervals.forEach(({ low, high }, index) => {
      const truth = -Math.log(1 - (PERCENTILES[index] ?? 0) / 100);
      if (low <= truth && truth <= high) held[index] = (held[index] ?? 0) + 1;
    });
  }
  for (const count of held) {
    const share = count / samples;
    expect(share).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / samples));
    // each end is missed in 2.5 % less at most the probability of one rank: 0.095 at 200 values and 2.5 %
    expect(share).toBeLessThan(0.995);
  }
});

const reference = closedForm('monte_carlo_error');

test.skipIf(reference === undefined)(
  'standard errors are those of the reference (block monte_carlo_error; skipped where the shared folder is absent)',
  () => {
    const { se_prob: chance = 0, se_mean: mean = 0, se_p10: tenth = 0 } = reference?.values ?? {};
    expect(makeProbability(5500, 10_000).standardError).toBeCloseTo(chance, 10);
    // seed 8, 400 samples of 10,000 normals of mean 600,000 and sd 244,000: the spread of what is estimated
    const normal = normalBy(seededDraws(8));
    const samples = 400;
    const tenths: number[] = [];
    let meanError = 0;
    let halfWidth = 0;
    for (let each = 0; each < samples; each++) {
      const summary = summariseSample(
        Float64Array.from({ length: 10_000 }, () => 600_000 + 244_000 * normal()),
      );
      const at = PERCENTILES.indexOf(10);
      const { low, high } = summary.intervals[at] ?? { low: 0, high: 0 };
      tenths.push(summary.percentiles[at] ?? 0);
      meanError += summary.standardError / samples;
      halfWidth += (high - low) / 2 / 1.959963984540054 / samples;
    }
    // the mean of 400 estimated standard errors, each known to 0.7 %; ranks are whole, so intervals are a half rank wide (1.7 %)
    expect(Math.abs(meanError / mean - 1)).toBeLessThan(0.002);
    expect(Math.abs(halfWidth / tenth - 1)).toBeLessThan(0.03);
    const centre = tenths.reduce((sum, value) => sum + value, 0) / samples;
    const sd = Math.sqrt(tenths.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (samples - 1));
    // an sd of 400 values is known to 3.5 %: 4 standard errors
    expect(Math.abs(sd / tenth - 1)).toBeLessThan(4 / Math.sqrt(2 * samples));
  },
);
