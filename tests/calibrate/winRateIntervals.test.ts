import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaQuantile, betaTails } from '../../src/calibrate/betaFunctions';
import {
  clopperPearsonInterval,
  jeffreysInterval,
  wilsonInterval,
} from '../../src/calibrate/winRateIntervals';
import { closedForm, type ClosedForm } from '../support/closedForms';

const close = (value: number, exact: number, tolerance: number) =>
  expect(Math.abs(value / exact - 1), `${value} for ${exact}`).toBeLessThan(tolerance);

/** P(from ≤ won ≤ to) of n by the binomial sum, in logarithms so that no term underflows on the way. */
function binomial(n: number, share: number, from: number, to: number): number {
  let logChance = n * Math.log1p(-share);
  let sum = from === 0 ? Math.exp(logChance) : 0;
  for (let k = 1; k <= to; k++) {
    logChance += Math.log((n - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    if (k >= from) sum += Math.exp(logChance);
  }
  return sum;
}

const shape = fc.double({ min: -1, max: 5, noNaN: true }).map((exponent) => 10 ** exponent);
const chance = fc.double({ min: -12, max: -0.001, noNaN: true }).map((exponent) => 10 ** exponent);

describe('the incomplete beta function', () => {
  test('of shapes one and b, a and one, one half and one half is its closed form, to 1e-12', () => {
    for (const x of [1e-9, 0.02, 0.3, 0.5, 0.77, 0.999]) {
      for (const n of [0.5, 1, 3, 40, 2500]) {
        const power = betaTails(n, 1, x).lower;
        if (power > 1e-300) close(power, x ** n, 1e-11);
        const upper = betaTails(1, n, x).upper;
        if (upper > 1e-300) close(upper, Math.exp(n * Math.log1p(-x)), 1e-11);
      }
      close(betaTails(0.5, 0.5, x).lower, (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-12);
    }
  });

  test('of whole shapes is the binomial sum, to 1e-11', () => {
    for (const n of [5, 40, 300])
      for (const k of [1, 3, Math.floor(n / 2), n - 1])
        for (const x of [0.05, 0.4, 0.55, 0.9]) {
          const { lower } = betaTails(k, n - k + 1, x);
          if (lower > 1e-250) close(lower, binomial(n, x, k, n), 1e-11);
        }
  });

  test('has tails that add up to one, are mirrored with the shapes, and have the slope stated', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
        const { lower, upper, slope } = betaTails(a, b, x);
        expect(lower + upper).toBeCloseTo(1, 12);
        expect(betaTails(b, a, 1 - x, x).upper).toBeCloseTo(lower, 10);
        const step = 1e-5 * Math.min(1, 30 / Math.sqrt(a + b));
        const at = (logit: number) => betaTails(a, b, 1 / (1 + Math.exp(-logit))).lower;
        const logit = Math.log(x / (1 - x));
        expect((at(logit + step) - at(logit - step)) / (2 * step)).toBeCloseTo(slope, 4);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('is undone by its quantile in both tails, to 1e-9', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        const low = betaQuantile(a, b, p);
        // below the smallest number there is no quantile to be tested
        if (low > 1e-290 && low < 1 - 1e-4) close(betaTails(a, b, low).lower, p, 1e-9);
        const rest = betaQuantile(b, a, p);
        if (rest > 1e-290 && rest < 1 - 1e-4) close(betaTails(a, b, 1 - rest, rest).upper, p, 1e-9);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  test('has a quantile that is mirrored, and rises with the chance', () => {
    expect(betaQuantile(7, 7, 0.5)).toBeCloseTo(0.5, 14);
    expect(betaQuantile(0.5, 0.5, 0.5)).toBeCloseTo(0.5, 14);
    for (const [a, b] of [
      [0.5, 231.5],
      [3, 8],
      [40_000.5, 3.5],
    ] as const) {
      let before = 0;
      for (let p = 0.001; p < 1; p += 0.001) {
        const x = betaQuantile(a, b, p);
        expect(x).toBeGreaterThan(before);
        expect(betaQuantile(b, a, 1 - p)).toBeCloseTo(1 - x, 12);
        before = x;
      }
    }
  });
});

const reference = closedForm('win_rate_intervals');
test.skipIf(reference === undefined)(
  '127 won of 231 have the intervals of the reference, to 1e-6 (skipped where ../shared is absent)',
  () => {
    const values: ClosedForm['values'] = reference?.values ?? {};
    const seen: Record<string, number> = { p: 127 / 231 };
    for (const [key, interval] of [
      ['wilson', wilsonInterval],
      ['jeffreys', jeffreysInterval],
      ['cp', clopperPearsonInterval],
    ] as const) {
      const { low, high } = interval(127, 231);
      seen[`${key}_lo`] = low;
      seen[`${key}_hi`] = high;
    }
    expect(Object.keys(seen).toSorted()).toEqual(Object.keys(values).toSorted());
    for (const [key, exact] of Object.entries(values)) close(seen[key] ?? NaN, exact, 1e-6);
  },
);

describe('each interval', () => {
  const counts = fc
    .integer({ min: 1, max: 3000 })
    .chain((closed) => fc.tuple(fc.integer({ min: 0, max: closed }), fc.constant(closed)));
  const intervals = [wilsonInterval, jeffreysInterval, clopperPearsonInterval];

  test('holds the share, stays within 0 and 1, and is mirrored where losses are counted for wins', () => {
    fc.assert(
      fc.property(counts, ([won, closed]) => {
        for (const interval of intervals) {
          const { low, high } = interval(won, closed);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(won / closed + 1e-12);
          expect(high).toBeGreaterThanOrEqual(won / closed - 1e-12);
          const mirrored = interval(closed - won, closed);
          expect(mirrored.low).toBeCloseTo(1 - high, 12);
          expect(mirrored.high).toBeCloseTo(1 - low, 12);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('is all there is where nothing was decided, and touches the end where all went one way', () => {
    for (const interval of intervals) {
      expect(interval(0, 0)).toEqual({ low: 0, high: 1 });
      expect(interval(0, 20).low).toBeCloseTo(0, 15);
      expect(interval(20, 20).high).toBeCloseTo(1, 15);
    }
    // none of n won: 1 − (α/2)^(1/n)
    expect(clopperPearsonInterval(0, 20).high).toBeCloseTo(1 - 0.025 ** (1 / 20), 13);
  });

  test('of Clopper and Pearson is where each binomial tail is 2.5 %, and holds that of Jeffreys', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (n, part) => {
          const won = Math.min(n - 1, Math.max(1, Math.round(n * part)));
          const { low, high } = clopperPearsonInterval(won, n);
          close(binomial(n, low, won, n), 0.025, 1e-9);
          close(binomial(n, high, 0, won), 0.025, 1e-9);
          const jeffreys = jeffreysInterval(won, n);
          expect(jeffreys.low).toBeGreaterThan(low);
          expect(jeffreys.high).toBeLessThan(high);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  test('covers as promised, worked out exactly over shares of 2 to 98 % at 40 decided: Clopper–Pearson always 95 %, the others on average', () => {
    const n = 40;
    const shares = Array.from({ length: 97 }, (_, index) => 0.02 + index * 0.01);
    const coverage = intervals.map((interval) => {
      const bounds = Array.from({ length: n + 1 }, (_, won) => interval(won, n));
      return shares.map((share) =>
        bounds.reduce(
          (sum, { low, high }, won) =>
            low <= share && share <= high ? sum + binomial(n, share, won, won) : sum,
          0,
        ),
      );
    });
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    const [wilson, jeffreys, exact] = coverage.map((values) => ({
      mean: mean(values),
      least: Math.min(...values),
    }));
    expect(Math.abs((wilson?.mean ?? 0) - 0.95)).toBeLessThan(0.01);
    expect(Math.abs((jeffreys?.mean ?? 0) - 0.95)).toBeLessThan(0.01);
    expect(exact?.least).toBeGreaterThanOrEqual(0.95);
  });
});
