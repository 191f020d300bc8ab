import { exp, log } from './kernel/elementary';
import { normalQuantile } from './normalQuantile';

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** Above it the series below needs thousands of terms. */
const LARGE_SHAPE = 20_000;

/** ln Γ(a) for a > 0, to about 1e-15 relative. Source: Lanczos 1964, g = 7, n = 9. */
export function logGamma(a: number): number {
  const x = a - 1;
  let sum = 0;
  for (let i = LANCZOS.length - 1; i > 0; i--) sum += (LANCZOS[i] ?? 0) / (x + i);
  const t = x + 7.5;
  return HALF_LOG_TWO_PI + (x + 0.5) * log(t) - t + log((LANCZOS[0] ?? 0) + sum);
}

export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
  /** The density at x, of which P is the integral. */
  readonly density: number;
}

/**
 * Lower and upper regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, the smaller one to full relative
 * accuracy. Cost: some terms for small a, about 6 √a for large.
 */
export function incompleteGamma(a: number, x: number, logGammaOfA = logGamma(a)): GammaTails {
  if (x <= 0) return { lower: 0, upper: 1, density: 0 };
  const front = exp(a * log(x) - x - logGammaOfA);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return { lower: front * sum, upper: 1 - front * sum, density: front / x };
  }
  // continued fraction, by the modified Lentz method
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    // no closer: rounding keeps the last bits moving for ever
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return { lower: 1 - front * h, upper: front * h, density: front / x };
}

/**
 * Quantile of the gamma distribution of that shape and scale one, at lower-tail probability p (or, with
 * `upper`, at upper-tail probability p), 0 < p ≤ 0.5. Halley steps from the Wilson–Hilferty start, which for large
 * shapes is within 1e-6 itself.
 */
export function gammaQuantile(shape: number, p: number, upper: boolean): number {
  const logGammaOfShape = logGamma(shape);
  let x = startingPoint(shape, p, upper, logGammaOfShape);
  if (shape > LARGE_SHAPE) return x;
  for (let i = 0; i < 60; i++) {
    const tails = incompleteGamma(shape, x, logGammaOfShape);
    const excess = upper ? p - tails.upper : tails.lower - p;
    if (!(tails.density > 0)) break;
    const newton = excess / tails.density;
    const curve = (newton * ((shape - 1) / x - 1)) / 2;
    const step = newton / Math.max(0.5, 1 - Math.min(0.5, curve));
    const next = x - step > 0 ? x - step : x / 2;
    const moved = Math.abs(next - x);
    x = next;
    // a step of cubic order: the next one would move less than a rounding
    if (moved <= 1e-6 * x) break;
  }
  return x;
}

function startingPoint(shape: number, p: number, upper: boolean, logGammaOfShape: number): number {
  const z = upper ? -normalQuantile(p) : normalQuantile(p);
  const ninth = 1 / (9 * shape);
  const root = 1 - ninth + z * Math.sqrt(ninth);
  const start = shape * root * root * root;
  // near zero P(a, x) ≈ x^a / Γ(a + 1)
  if (!upper && (root <= 0.2 || shape < 0.5)) return exp((log(p) + logGammaOfShape + log(shape)) / shape);
  return start > 0 ? start : exp((log(1 - p) + logGammaOfShape + log(shape)) / shape);
}
