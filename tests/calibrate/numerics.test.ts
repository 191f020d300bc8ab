import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEmpiricalSizes } from '../../src/calibrate/empiricalSizes';
import { fitGammaPrior } from '../../src/calibrate/fitGammaPrior';
import { fitGamma, fitLognormal } from '../../src/calibrate/fitSizes';
import { digamma, gammaCdf, gammaQuantile, logGamma } from '../../src/calibrate/gammaFunctions';
import { normalCdf } from '../../src/calibrate/normalCdf';
import { roundFigure, roundUp } from '../../src/calibrate/roundFigure';
import { summariseSizes } from '../../src/calibrate/summariseSizes';
import { estimateWinRate } from '../../src/calibrate/winRate';
import { money } from '../../src/model/units';
import { meanDealSize } from '../../src/model/meanDealSize';

describe('special functions', () => {
  // Values of Abramowitz & Stegun, tables 6.1, 6.3 and 26.1, and of closed forms.
  test('ln Γ, ψ, the gamma and the normal distribution have their tabled values', () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(digamma(0.25)).toBeCloseTo(-4.2274535333762655, 12);
    expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
    expect(gammaCdf(3, 20)).toBeCloseTo(1 - Math.exp(-20) * (1 + 20 + 200), 14);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCdf(-1.2815515655446004)).toBeCloseTo(0.1, 12);
    expect(gammaQuantile(1, 0.9)).toBeCloseTo(-Math.log(0.1), 10);
  });

  test('the gamma quantile undoes its distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 5000, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (shape, p) => {
          expect(gammaCdf(shape, gammaQuantile(shape, p))).toBeCloseTo(p, 8);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('win rate', () => {
  test("Wilson's interval has its published value and stays within 0 and 1", () => {
    // 81 of 263: .2553 to .3662 (Newcombe 1998, Statistics in Medicine 17, table I, method 3).
    const rate = estimateWinRate(81, 263);
    expect([rate.low, rate.high].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([0.2553, 0.3662]);
    expect(estimateWinRate(0, 20)).toMatchObject({ low: 0, rate: 0 });
    expect(estimateWinRate(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(estimateWinRate(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('the prior of sellers', () => {
  test('sits where its likelihood is flat, whatever the exposures', () => {
    const logLikelihood = (sellers: { count: number; months: number }[], a: number, b: number) =>
      sellers.reduce(
        (sum, { count, months }) =>
          sum +
          logGamma(a + count) -
          logGamma(a) +
          a * Math.log(b / (b + months)) -
          count * Math.log(b + months),
        0,
      );
    const seller = fc.record({
      count: fc.integer({ min: 0, max: 80 }),
      months: fc.constantFrom(1.5, 3, 6, 9),
    });
    fc.assert(
      fc.property(fc.array(seller, { minLength: 3, maxLength: 30 }), (sellers) => {
        const total = sellers.reduce((sum, { count }) => sum + count, 0);
        const fit = fitGammaPrior(sellers);
        if (total === 0) return expect(fit).toBeUndefined();
        if (fit === undefined) throw new Error('no fit');
        const best = logLikelihood(sellers, fit.shape, fit.rate);
        for (const factor of [0.99, 1.01]) {
          expect(logLikelihood(sellers, fit.shape, fit.rate * factor)).toBeLessThanOrEqual(best + 1e-9);
          const inside = fit.shape * factor > 0.05 && fit.shape * factor < Math.max(1, total);
          if (inside)
            expect(logLikelihood(sellers, fit.shape * factor, fit.rate)).toBeLessThanOrEqual(best + 1e-9);
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('of sellers who differ by less than chance weighs as much as all that was seen, no more', () => {
    const alike = fitGammaPrior(Array.from({ length: 10 }, () => ({ count: 6, months: 3 })));
    expect(alike?.shape).toBeCloseTo(60, 6);
    expect((alike?.shape ?? 0) / (alike?.rate ?? 1)).toBeCloseTo(2, 9);
  });

  test('does not exist for one seller or for none who won', () => {
    expect(fitGammaPrior([{ count: 5, months: 3 }])).toBeUndefined();
    expect(
      fitGammaPrior([
        { count: 0, months: 3 },
        { count: 0, months: 3 },
      ]),
    ).toBeUndefined();
  });
});

describe('samples', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 3, maxLength: 200 });

  test('a scaled sample has scaled fits', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(0.01, 7, 1000), (sample, factor) => {
        if (new Set(sample).size < 2) return;
        const scaled = sample.map((value) => value * factor);
        for (const fit of [fitLognormal, fitGamma]) {
          expect(fit(scaled).mean / (fit(sample).mean * factor)).toBeCloseTo(1, 8);
          expect(fit(scaled).p90 / (fit(sample).p90 * factor)).toBeCloseTo(1, 6);
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('every value is in one bin, and a fit expects all of the sample in its bins or beyond', () => {
    fc.assert(
      fc.property(sizes, (sample) => {
        const report = summariseSizes(sample);
        if (report === undefined) throw new Error('no report');
        expect(report.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(sample.length);
        expect(report.histogram.edges).toHaveLength(report.histogram.counts.length + 1);
        expect(
          [report.histogram.edges[0], report.histogram.edges.at(-1)].every((edge) => edge !== undefined),
        ).toBe(true);
        for (const fit of report.fits)
          expect(fit.expected.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(
            sample.length * 1.0001,
          );
      }),
      { seed: 4, numRuns: 100 },
    );
    expect(summariseSizes([])).toBeUndefined();
    expect(summariseSizes([5])).toMatchObject({ n: 1, mean: 5, sd: 0, median: 5, fits: [] });
  });

  test('empirical sizes keep every amount; thinned ones keep the mean', () => {
    expect(makeEmpiricalSizes([3, 1, 3].map(money))).toEqual({
      kind: 'empirical',
      amounts: [1, 3],
      counts: [1, 2],
    });
    const many = Array.from({ length: 12_345 }, (_, index) => money(1000 + ((index * 7919) % 12_345) ** 1.5));
    const thinned = makeEmpiricalSizes(many);
    expect(thinned.amounts.length).toBeLessThanOrEqual(5000);
    expect(thinned.counts.reduce((sum, count) => sum + count, 0)).toBe(many.length);
    expect(meanDealSize(thinned) / (many.reduce((sum, size) => sum + size, 0) / many.length)).toBeCloseTo(
      1,
      9,
    );
  });

  test('rounding up never gives less, and a round number is its own', () => {
    expect([11_827_816, 12_000_000, 9_900_001, 99.5, 0.0123].map((value) => roundUp(value, 2))).toEqual([
      12_000_000, 12_000_000, 10_000_000, 100, 0.013,
    ]);
    expect(roundUp(0.1 + 0.2, 1)).toBe(0.3);
    expect(roundFigure(1 / 3)).toBe(0.3333333333);
  });
});
