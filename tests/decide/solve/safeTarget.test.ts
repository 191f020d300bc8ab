import { describe, expect, test } from 'vitest';
import { safeTarget } from '../../../src/decide/solve/safeTarget';
import { seededDraws } from '../../../src/model/seededDraws';

/** Values from 0 to 1, evenly. */
const uniform = (n: number, seed: number) => {
  const draw = seededDraws(seed);
  return Float64Array.from({ length: n }, () => draw());
};

describe('a safe target', () => {
  test('is an amount of the sample, not above the quantile, and reached as often as is asked for', () => {
    const sample = uniform(5000, 1);
    const found = safeTarget(sample, 0.8, 0.95);
    expect(sample).toContain(found.amount);
    expect(found.amount).toBeLessThanOrEqual(found.estimate);
    expect(found.chance.value).toBeGreaterThan(0.8);
    expect(found.bounded).toBe(true);
  });

  // 400 samples of 500, seeds 1 to 400: safe in 95 % or more; three standard errors of a share of 0.95 are 0.033
  test('is safe in nineteen of twenty samples, and hardly more often', () => {
    let safe = 0;
    for (let seed = 1; seed <= 400; seed++)
      if (1 - safeTarget(uniform(500, seed), 0.8, 0.95).amount >= 0.8) safe++;
    expect(safe / 400).toBeGreaterThan(0.95 - 0.033);
    expect(safe / 400).toBeLessThan(1);
  });

  test('falls as more is asked for, whatever the order of the trials', () => {
    const sample = uniform(2000, 3);
    const shuffled = Float64Array.from(sample).reverse();
    const amounts = [0.5, 0.7, 0.9, 0.99].map((p) => safeTarget(sample, p, 0.95).amount);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect(safeTarget(shuffled, 0.7, 0.95)).toEqual(safeTarget(sample, 0.7, 0.95));
  });

  test('of too few trials is said to be unbounded', () => {
    expect(safeTarget(uniform(20, 1), 0.99, 0.95).bounded).toBe(false);
  });
});
