import { digamma, gammaCdf, gammaQuantile, logGamma } from './gammaFunctions';
import { NORMAL_90, normalCdf } from './normalCdf';

/** A family fitted to a sample of positive values. */
export interface FittedFamily {
  readonly family: 'lognormal' | 'gamma';
  /** Lognormal: mu and sigma. Gamma: shape and scale. */
  readonly parameters: readonly [number, number];
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly logLikelihood: number;
  readonly cdf: (x: number) => number;
}

/**
 * Lognormal by maximum likelihood: mean and standard deviation (with n) of the logarithms. Its mean is often far
 * from the sample's, which is why both are shown.
 */
export function fitLognormal(sample: readonly number[]): FittedFamily {
  const n = sample.length;
  let sumOfLogs = 0;
  for (const value of sample) sumOfLogs += Math.log(value);
  const mu = sumOfLogs / n;
  let squares = 0;
  for (const value of sample) squares += (Math.log(value) - mu) ** 2;
  const sigma = Math.sqrt(squares / n);
  return {
    family: 'lognormal',
    parameters: [mu, sigma],
    mean: Math.exp(mu + (sigma * sigma) / 2),
    p50: Math.exp(mu),
    p90: Math.exp(mu + sigma * NORMAL_90),
    logLikelihood: -sumOfLogs - n * Math.log(sigma * Math.sqrt(2 * Math.PI)) - n / 2,
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
  };
}

/**
 * Gamma by maximum likelihood: ln a − ψ(a) = ln mean − mean ln, by bisection on ln a from Minka's start (2002,
 * "Estimating a gamma distribution"); its mean is the sample's.
 */
export function fitGamma(sample: readonly number[]): FittedFamily {
  const n = sample.length;
  let sum = 0;
  let sumOfLogs = 0;
  for (const value of sample) {
    sum += value;
    sumOfLogs += Math.log(value);
  }
  const mean = sum / n;
  const gap = Math.log(mean) - sumOfLogs / n;
  const start = Math.log((3 - gap + Math.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap));
  let low = start - 1;
  let high = start + 1;
  for (let step = 0; step < 100 && high - low > 1e-14; step++) {
    const middle = (low + high) / 2;
    if (middle - digamma(Math.exp(middle)) > gap) low = middle;
    else high = middle;
  }
  const shape = Math.exp((low + high) / 2);
  const scale = mean / shape;
  return {
    family: 'gamma',
    parameters: [shape, scale],
    mean,
    p50: scale * gammaQuantile(shape, 0.5),
    p90: scale * gammaQuantile(shape, 0.9),
    logLikelihood: (shape - 1) * sumOfLogs - sum / scale - n * (shape * Math.log(scale) + logGamma(shape)),
    cdf: (x) => gammaCdf(shape, x / scale),
  };
}

/** Largest distance between a sample's (ascending) and a family's distribution functions: Kolmogorov 1933. */
export function distanceFrom(sorted: readonly number[], cdf: (x: number) => number): number {
  const n = sorted.length;
  let distance = 0;
  let before = Number.NaN;
  let value = 0;
  sorted.forEach((x, index) => {
    if (x !== before) value = cdf(x);
    before = x;
    distance = Math.max(distance, (index + 1) / n - value, value - index / n);
  });
  return distance;
}
