import { betaQuantile } from '../../../src/calibrate/betaFunctions';
import { gammaCdf, gammaQuantile, logGamma } from '../../../src/calibrate/gammaFunctions';
import { normalCdf } from '../../../src/calibrate/normalCdf';

/**
 * What is exact of a distribution, by closed forms, the host's functions and the calibrate room's special functions:
 * nothing of the engine. Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions; Johnson, Kemp &
 * Kotz, Univariate Discrete Distributions.
 */
export interface ExactLaw {
  /** E X^n, for n from 0 to 6. */
  readonly moment: (n: number) => number;
  /** Values at which shares are counted, with P(X ≤ value). */
  readonly tails: readonly { readonly value: number; readonly share: number }[];
}

const LEVELS = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

const atLevels = (quantile: (p: number) => number): ExactLaw['tails'] =>
  LEVELS.map((share) => ({ value: quantile(share), share }));

/** Where a rising function passes a level, by bisection. */
function inverse(rising: (x: number) => number, level: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const normalQuantile = (p: number) => inverse(normalCdf, p, -10, 10);

export const exponential: ExactLaw = {
  moment: (n) => Math.exp(logGamma(n + 1)),
  tails: atLevels((p) => -Math.log1p(-p)),
};

export const normal: ExactLaw = {
  moment: (n) => [1, 0, 1, 0, 3, 0, 15][n] ?? NaN,
  tails: atLevels(normalQuantile),
};

/** Of mean one: σ² = ln(1 + cv²), E X^n = (1 + cv²)^(n (n − 1) ÷ 2). */
export function lognormal(cv: number): ExactLaw & { readonly cdf: (x: number) => number } {
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  return {
    moment: (n) => (1 + cv * cv) ** ((n * (n - 1)) / 2),
    tails: atLevels((p) => Math.exp(sigma * (normalQuantile(p) - sigma / 2))),
    cdf: (x) => normalCdf(Math.log(x) / sigma + sigma / 2),
  };
}

const risingFactorial = (a: number, n: number) => Math.exp(logGamma(a + n) - logGamma(a));

export const gamma = (shape: number, scale: number): ExactLaw => ({
  moment: (n) => risingFactorial(shape, n) * scale ** n,
  tails: atLevels((p) => gammaQuantile(shape, p) * scale),
});

export const beta = (a: number, b: number): ExactLaw => ({
  moment: (n) => risingFactorial(a, n) / risingFactorial(a + b, n),
  tails: atLevels((p) => betaQuantile(a, b, p)),
});

/** Of mean one; the shape by its own equation, solved here once more. */
export function weibull(cv: number): ExactLaw {
  const variance = (shape: number) => Math.exp(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)) - 1;
  const shape = inverse((k) => -variance(k), -cv * cv, 0.2, 60);
  const scale = Math.exp(-logGamma(1 + 1 / shape));
  return {
    moment: (n) => scale ** n * Math.exp(logGamma(1 + n / shape)),
    tails: atLevels((p) => scale * (-Math.log1p(-p)) ** (1 / shape)),
  };
}

/** Moments by Touchard's recurrence, E N^(n+1) = mean × Σ (n over k) E N^k; tails at the counts where the levels are passed. */
export function poisson(mean: number): ExactLaw {
  const moments = [1];
  for (let power = 0; power < 6; power++) {
    let [sum, choose] = [0, 1];
    for (let k = 0; k <= power; k++) {
      sum += choose * (moments[k] ?? 0);
      choose *= (power - k) / (k + 1);
    }
    moments.push(mean * sum);
  }
  const cdf = (k: number) => 1 - gammaCdf(k + 1, mean);
  const counts = LEVELS.map((level) => {
    let k = 0;
    while (cdf(k) < level) k++;
    return k;
  });
  return {
    moment: (n) => moments[n] ?? NaN,
    tails: [...new Set(counts)].map((value) => ({ value, share: cdf(value) })),
  };
}

/** Amounts ascending, each with how often it occurred. */
export function empirical(amounts: readonly number[], counts: readonly number[]): ExactLaw {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let upTo = 0;
  const shares = counts.map((count) => (upTo += count) / total);
  return {
    moment: (n) => amounts.reduce((sum, amount, i) => sum + (amount ** n * (counts[i] ?? 0)) / total, 0),
    tails: amounts.slice(0, -1).map((value, i) => ({ value, share: shares[i] ?? 0 })),
  };
}

/** A share of lognormals of mean one and that cv, and the rest gammas. */
export function lognormalOrGamma(share: number, cv: number, shape: number, scale: number): ExactLaw {
  const [first, second] = [lognormal(cv), gamma(shape, scale)];
  const cdf = (x: number) => share * first.cdf(x) + (1 - share) * gammaCdf(shape, x / scale);
  return {
    moment: (n) => share * first.moment(n) + (1 - share) * second.moment(n),
    tails: atLevels((p) => inverse(cdf, p, 1e-6, 1000)),
  };
}

/** Mean, sd and skewness with the standard errors that a sample of that size has by the law's own six moments. */
export function exactFigures({ moment }: ExactLaw, size: number) {
  const mean = moment(1);
  /** Central, by the binomial theorem. */
  const central = (n: number) => {
    let [sum, choose] = [0, 1];
    for (let k = 0; k <= n; k++) {
      sum += choose * moment(k) * (-mean) ** (n - k);
      choose *= (n - k) / (k + 1);
    }
    return sum;
  };
  const sd = Math.sqrt(central(2));
  const z = (n: number) => central(n) / sd ** n;
  const skewness = z(3);
  // one value z bends the skewness by z³ − γ − 3 z − 3/2 γ (z² − 1), whose variance this is
  const influence = z(6) - 6 * z(4) + 9 + skewness ** 2 * (11 + 2.25 * (z(4) - 1)) - 3 * skewness * z(5);
  return {
    mean: { exact: mean, error: sd / Math.sqrt(size) },
    sd: { exact: sd, error: (sd * Math.sqrt(z(4) - 1)) / (2 * Math.sqrt(size)) },
    skewness: { exact: skewness, error: Math.sqrt(influence / size) },
  };
}
