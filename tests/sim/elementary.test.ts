import { describe, expect, it } from 'vitest';
import { seededDraws } from '../../src/model/seededDraws';
import { exp, log } from '../../src/sim/kernel/elementary';
import { gammaQuantile, incompleteGamma, logGamma } from '../../src/sim/gammaQuantile';
import { normalQuantile } from '../../src/sim/normalQuantile';
import { exactExp, exactLog, exactly, exactNormal, ratio } from './support/exactNumbers';

const draw = seededDraws(1);
const between = (low: number, high: number) => low + (high - low) * draw();
const sample = (count: number, make: () => number) => Array.from({ length: count }, make);

describe('exp and log, against 500 digits', () => {
  it('exp is within 2.3e-16 of the true value, a unit in the last place', () => {
    for (const x of [...sample(150, () => between(-20, 20)), ...sample(100, () => between(-700, 700))])
      expect(Math.abs(ratio(exactly(exp(x)), exactExp(exactly(x))) - 1)).toBeLessThan(2.3e-16 * 1.01);
  });

  it('log is within 2.3e-16 of the true value relative, near one too', () => {
    const numbers = [
      ...sample(100, () => exp(between(-600, 600))),
      ...sample(100, () => between(0.5, 2)),
      ...sample(50, () => 1 + between(-1e-8, 1e-8)),
      Number.MIN_VALUE,
      Number.MAX_VALUE,
    ];
    for (const x of numbers)
      expect(Math.abs(ratio(exactly(log(x)), exactLog(exactly(x))) - 1), String(x)).toBeLessThan(3.4e-16);
  });

  it('the ends are what they are', () => {
    expect([exp(0), exp(-Infinity), exp(-746), exp(710), exp(Infinity)]).toEqual([
      1,
      0,
      0,
      Infinity,
      Infinity,
    ]);
    expect([log(1), log(0), log(-1), log(Infinity)]).toEqual([0, -Infinity, NaN, Infinity]);
    expect([exp(NaN), log(NaN)]).toEqual([NaN, NaN]);
    expect(exp(709.78)).toBeLessThan(Infinity);
  });
});

describe('the normal quantile', () => {
  it('is within 1e-15 of the true one, to 2⁻⁴⁰ in the tails', () => {
    const chances = [
      0.5 + 1e-9,
      ...sample(60, () => between(0.01, 0.99)),
      ...sample(40, () => exp(between(-27, -2))),
    ];
    for (const p of chances) {
      const z = normalQuantile(p);
      const { density, below } = exactNormal(exactly(z));
      const relative = ratio(below - exactly(p), density) / z;
      expect(Math.abs(relative), String(p)).toBeLessThan(1e-15);
    }
  });

  it('is zero at one half and odd around it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [0.25, 0.0625, 2 ** -10]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });
});

describe('the gamma distribution', () => {
  const close = (value: number, truth: number, tolerance: number) =>
    expect(Math.abs(value / truth - 1)).toBeLessThan(tolerance);

  it('ln Γ is the sum of logarithms at whole numbers and ln √π at one half', () => {
    let sum = 0;
    for (let n = 3; n < 60; n++) {
      sum += Math.log(n - 1);
      close(logGamma(n), sum, 2e-14);
    }
    close(logGamma(0.5), 0.5723649429247001, 1e-14);
  });

  it('at whole shapes is a Poisson sum', () => {
    for (const x of [0.1, 1, 4, 9, 30])
      for (let n = 1; n <= 20; n++) {
        let term = Math.exp(-x);
        let upper = 0;
        for (let k = 0; k < n; k++) {
          upper += term;
          term *= x / (k + 1);
        }
        close(incompleteGamma(n, x).upper, upper, 1e-12);
      }
  });

  it('at shape one half is the square of a normal', () => {
    for (const z of [0.1, 0.5, 1, 1.96, 3, 5]) {
      const { below } = exactNormal(exactly(-z));
      close(incompleteGamma(0.5, (z * z) / 2).upper, 2 * ratio(below, exactly(1)), 1e-13);
    }
  });

  it('has tails that add up to one and a density that is their slope', () => {
    for (const a of [0.04, 0.7, 1, 3.5, 40, 900])
      for (const x of [0.2 * a, 0.9 * a, a, 1.3 * a, 2 * a + 1]) {
        const { lower, upper, density } = incompleteGamma(a, x);
        expect(lower + upper).toBeCloseTo(1, 14);
        const h = x * 1e-5;
        close(
          (incompleteGamma(a, x + h).lower - incompleteGamma(a, x - h).lower) / (2 * h) + 1,
          density + 1,
          1e-7,
        );
      }
  });

  it('has a quantile that its distribution function leads back from, in both tails', () => {
    for (const shape of [0.04, 0.11, 0.3, 0.6944444444444444, 1, 2, 5, 20, 100, 2000])
      for (let k = 1; k <= 32; k++)
        for (const upper of [false, true]) {
          const p = 2 ** -k;
          const tails = incompleteGamma(shape, gammaQuantile(shape, p, upper));
          close(upper ? tails.upper : tails.lower, p, 1e-10);
        }
  });

  it('of shape one is the exponential', () => {
    for (const p of [0.5, 0.1, 1e-3, 1e-9]) {
      close(gammaQuantile(1, p, true), -Math.log(p), 1e-13);
      close(gammaQuantile(1, p, false), -Math.log1p(-p), 1e-12);
    }
  });

  it('changes by less than 1e-6 where large shapes go over to their approximation', () => {
    for (const p of [0.5, 0.1, 1e-3, 1e-9])
      for (const upper of [false, true])
        close(gammaQuantile(20_000.001, p, upper), gammaQuantile(19_999.999, p, upper), 1e-6);
  });
});
