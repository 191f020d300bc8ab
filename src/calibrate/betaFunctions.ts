import { logGamma } from './gammaFunctions';

export interface BetaTails {
  /** I_x(a, b), the chance of at most x. */
  readonly lower: number;
  /** One less that, to its own relative accuracy where it is the smaller. */
  readonly upper: number;
  /** Slope of `lower` along the logit of x: x^a (1 − x)^b ÷ B(a, b). */
  readonly slope: number;
}

/**
 * Both tails of a beta of shapes a, b > 0 at x, the smaller one to full relative accuracy (about 1e-13, of shapes in
 * the millions 1e-9); `rest` is 1 − x, for whoever knows it better than that difference does. Lentz's continued fraction on the side where it converges fast (Numerical Recipes, 6.4).
 * Cost: about √(a + b) steps.
 */
export function betaTails(a: number, b: number, x: number, rest = 1 - x): BetaTails {
  if (x <= 0) return { lower: 0, upper: 1, slope: 0 };
  if (rest <= 0) return { lower: 1, upper: 0, slope: 0 };
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-rest);
  const logRest = x < 0.5 ? Math.log1p(-x) : Math.log(rest);
  const slope = Math.exp(a * logX + b * logRest + logGamma(a + b) - logGamma(a) - logGamma(b));
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (slope * continuedFraction(a, b, x)) / a);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = Math.min(1, (slope * continuedFraction(b, a, rest)) / b);
  return { lower: 1 - upper, upper, slope };
}

function continuedFraction(a: number, b: number, x: number): number {
  const inverse = (value: number) => 1 / (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = inverse(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = inverse(1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = inverse(1 + odd * d);
    c = 1 + odd / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction;
}

/**
 * The x at which the beta's distribution function is p, 0 < p < 1: the inverse of the regularised incomplete beta
 * function, to about 1e-12 of x or of 1 − x, whichever is smaller. Newton's method for the logarithm of the tail along
 * the logit of x: the density there is log-concave, and so is the tail, hence from below the root every step stays
 * below it. The first steps may go so far down that the tail underflows; then half the way back.
 */
export const betaQuantile = (a: number, b: number, p: number): number =>
  p > 0.5 ? 1 - lowerQuantile(b, a, 1 - p) : lowerQuantile(a, b, p);

/** For p up to one half. */
function lowerQuantile(a: number, b: number, p: number): number {
  let y = Math.log(a / b);
  let last = y;
  let nothing = -Infinity;
  for (let step = 0; step < 200; step++) {
    const { lower, slope } = betaTails(a, b, fromLogit(y), fromLogit(-y));
    if (!(lower > 0)) {
      nothing = y;
      y = (y + last) / 2;
      continue;
    }
    last = y;
    const next = y + ((Math.log(p) - Math.log(lower)) * lower) / slope;
    // of quadratic order: the step after this one would be below a rounding
    if (Math.abs(next - y) < 1e-9 * Math.max(1, Math.abs(y))) return fromLogit(next);
    y = next > nothing ? next : (nothing + y) / 2;
  }
  return fromLogit(y);
}

const fromLogit = (y: number) => (y < 0 ? Math.exp(y) / (1 + Math.exp(y)) : 1 / (1 + Math.exp(-y)));
