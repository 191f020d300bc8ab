const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, relative error below 1e-14. Lanczos 1964, g = 7, nine terms. */
export function logGamma(x: number): number {
  let sum = 0.99999999999980993;
  LANCZOS.forEach((coefficient, index) => (sum += coefficient / (x + index)));
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ψ(x), the derivative of ln Γ, for x > 0. Recurrence to x ≥ 10, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < 10; y++) shift -= 1 / y;
  const z = 1 / (y * y);
  const series =
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - (z * 691) / 32760)))));
  return shift + Math.log(y) - 0.5 / y - series;
}

/**
 * P(X ≤ x) of a gamma of that shape and scale one. Series below the mean, Lentz's continued fraction above
 * (Numerical Recipes, 6.2).
 */
export function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return Math.max(0, 1 - front * fraction);
}

/** The x at which `gammaCdf` is p, 0 < p < 1, by bisection on the logarithm: sure, and called a few times a seller. */
export function gammaQuantile(shape: number, p: number): number {
  let low = Math.log(shape) - 750;
  let high = Math.log(shape + 40 * Math.sqrt(shape) + 800);
  for (let step = 0; step < 200 && high - low > 1e-13; step++) {
    const middle = (low + high) / 2;
    if (gammaCdf(shape, Math.exp(middle)) < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
