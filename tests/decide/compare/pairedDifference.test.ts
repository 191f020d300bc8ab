import { describe, expect, it } from 'vitest';
import {
  chanceDifference,
  chanceToBeat,
  pairedDifference,
  pairedSpread,
} from '../../../src/decide/compare/pairedDifference';
import { seededDraws } from '../../../src/model/seededDraws';

const figures = (...values: number[]) => Float64Array.from(values);

describe('paired figures', () => {
  it('a difference is taken trial by trial, with the standard error of its own spread', () => {
    const { mean, standardError, interval, spread } = pairedSpread(figures(1, 2, 3), figures(2, 4, 3));
    const plain = pairedDifference(figures(1, 2, 3), figures(2, 4, 3));
    expect([plain.mean, plain.standardError]).toEqual([mean, expect.closeTo(standardError, 12)]);
    expect(mean).toBe(1);
    expect(standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(interval.high - mean).toBeCloseTo(1.96 * standardError, 4);
    expect([spread.percentiles[0], spread.percentiles[8]]).toEqual([0.05, 1.95]);
  });

  it('a tie counts half', () => {
    expect(chanceToBeat(figures(1, 1, 1, 1), figures(2, 1, 0, 2))).toEqual({
      value: 0.625,
      standardError: Math.sqrt((2.25 / 4 - 0.625 ** 2) / 4),
      ties: 1,
    });
  });

  it('chances differ by the trials that one alone makes', () => {
    const difference = chanceDifference(figures(1, 1, 5, 5), 5, figures(5, 5, 1, 5), 5);
    expect(difference.value).toBe(0.25);
    expect(difference.standardError).toBeCloseTo(Math.sqrt(3 - 1 / 4) / 4, 12);
  });

  it('the interval of 95 % holds the true difference in about 95 % of samples: seed 5, 1,000 samples of 200', () => {
    const draw = seededDraws(5);
    let held = 0;
    let heldChance = 0;
    for (let round = 0; round < 1000; round++) {
      const first = Float64Array.from({ length: 200 }, () => draw());
      // A tenth more on average, with noise of its own; a tenth more of them are above one half.
      const second = first.map((value) => value + 0.1 + 0.2 * (draw() - 0.5));
      const { interval } = pairedDifference(first, second);
      if (interval.low <= 0.1 && interval.high >= 0.1) held++;
      const chance = chanceDifference(first, 0.5, second, 0.5);
      if (Math.abs(chance.value - 0.1) <= 1.96 * chance.standardError) heldChance++;
    }
    // Three binomial standard errors of 1,000 at 95 % are 21.
    expect(Math.abs(held - 950)).toBeLessThan(21);
    expect(Math.abs(heldChance - 950)).toBeLessThan(30);
  });
});
