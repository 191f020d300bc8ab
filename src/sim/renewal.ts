import type { DaysSpread } from '../model/plan';
import { DAYS_PER_MONTH } from '../model/units';
import { exp, log } from './kernel/elementary';
import { incompleteGamma } from './gammaQuantile';
import { Z90 } from './spread';

/** A waiting time X by ∫₀ˣ P(X ≤ u) du: what a grid needs to keep its mean, whether it has a density or is fixed. */
export type WaitingTime = (x: number) => number;

/** 1 − e^−y for y ≥ 0, near zero too. */
export function decay(y: number): number {
  return y < 1e-5 ? y * (1 - y / 2) : 1 - exp(-y);
}

/** Exponential at that force per month; at zero it never ends. */
export function leavingTime(force: number): WaitingTime {
  return (x) => {
    const y = force * x;
    if (!(y > 0)) return 0;
    return y < 1e-3 ? x * y * (1 / 2 - (y / 6) * (1 - y / 4)) : x - decay(y) / force;
  };
}

/** A spread as months: lognormal (its limited expected value, Klugman et al., Loss Models, App. A), or fixed. */
export function spreadTime({ p50, p90 }: DaysSpread, factor: number): WaitingTime {
  const median = (p50 * factor) / DAYS_PER_MONTH;
  const sigma = p90 > p50 ? (log(p90) - log(p50)) / Z90 : 0;
  if (median === 0 || sigma === 0) return (x) => Math.max(0, x - median);
  return (x) => {
    if (x <= 0) return 0;
    const z = (log(x) - log(median)) / sigma;
    const below = normalCdf(z - sigma);
    return x * normalCdf(z) - (below > 0 ? below * median * exp((sigma * sigma) / 2) : 0);
  };
}

/** P(Z ≤ z) of the standard normal, as half a gamma of shape ½. */
function normalCdf(z: number): number {
  const tail = incompleteGamma(0.5, (z * z) / 2).upper / 2;
  return z < 0 ? tail : 1 - tail;
}

/** The waiting time as weights of the grid points 0, h, 2h …: sums over them are exact for functions linear in between. */
export function gridWeights(time: WaitingTime, points: number, h: number): Float64Array {
  const integral = Float64Array.from({ length: points + 1 }, (_, j) => time(j * h));
  return Float64Array.from({ length: points }, (_, j) => {
    const here = integral[j] ?? 0;
    const rise = (integral[j + 1] ?? 0) - here;
    return (j === 0 ? rise : rise - here + (integral[j - 1] ?? 0)) / h;
  });
}

/** Σⱼ aⱼ b₍ᵢ₋ⱼ₎ at one grid point. */
export function convolveAt(a: Float64Array, b: Float64Array, i: number): number {
  let sum = 0;
  for (let j = 0; j <= i; j++) sum += (a[j] ?? 0) * (b[i - j] ?? 0);
  return sum;
}

/** The convolution at every grid point. Cost: points squared, as of `renew`. */
export const convolve = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((_, i) => convolveAt(a, b, i));

/** Solves y = base + weights ∗ y: what each life adds, over all the lives that follow one another (Cox 1962, Renewal Theory). */
export function renew(base: Float64Array, weights: Float64Array): Float64Array {
  const result = new Float64Array(base.length);
  for (let i = 0; i < base.length; i++)
    result[i] = ((base[i] ?? 0) + convolveAt(weights, result, i)) / (1 - (weights[0] ?? 0));
  return result;
}
