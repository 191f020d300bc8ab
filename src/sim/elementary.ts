/**
 * exp and log made of + − × ÷ alone: the host's own differ in their last digits between engines,
 * and a result must be the same bits everywhere.
 */
export const LN2 = 0.6931471805599453;
/** ln 2 in two parts, the first with trailing zeros, so that k × LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT2 = 1.4142135623730951;

const SMALLEST_POWER = -1074;
const LARGEST_POWER = 1023;

/** 2^k for k from −1074 to 1023, by exact doublings. */
const POWERS_OF_TWO = (() => {
  const powers = new Float64Array(LARGEST_POWER - SMALLEST_POWER + 1);
  let power = 1;
  for (let k = 0; k <= LARGEST_POWER; k++, power *= 2) powers[k - SMALLEST_POWER] = power;
  power = 1;
  for (let k = 0; k >= SMALLEST_POWER; k--, power /= 2) powers[k - SMALLEST_POWER] = power;
  return powers;
})();

/** 1/13!, 1/12!, … 1/2!: Taylor coefficients, which at |r| ≤ ln(2)/2 leave less than one rounding. */
const EXP_COEFFICIENTS = (() => {
  const coefficients: number[] = [];
  let factorial = 1;
  for (let n = 2; n <= 13; n++) {
    factorial *= n;
    coefficients.unshift(1 / factorial);
  }
  return coefficients;
})();

/** e to the power x, to about one unit in the last place. Below −745 zero, above 709.78 Infinity. */
export function exp(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  if (x > 709.78) return Infinity;
  const k = Math.round(x / LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 0;
  for (const coefficient of EXP_COEFFICIENTS) sum = (sum + coefficient) * r;
  const fraction = 1 + (r + r * sum);
  // 2^1024 does not exist as a number, and results below 2^−1022 must be rounded once only
  if (k > LARGEST_POWER) return fraction * 2 * (POWERS_OF_TWO[LARGEST_POWER - SMALLEST_POWER] ?? 0);
  return fraction * (POWERS_OF_TWO[k - SMALLEST_POWER] ?? 0);
}

/** Natural logarithm of a positive number, to about one unit in the last place. −Infinity at zero, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  let m = x;
  while (m >= 4294967296) {
    m /= 4294967296;
    exponent += 32;
  }
  while (m < 2.3283064365386963e-10) {
    m *= 4294967296;
    exponent -= 32;
  }
  while (m >= SQRT2) {
    m /= 2;
    exponent++;
  }
  while (m < SQRT2 / 2) {
    m *= 2;
    exponent--;
  }
  // ln m = 2 artanh y with |y| < 0.172
  const y = (m - 1) / (m + 1);
  const square = y * y;
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = (sum + 1 / n) * square;
  return exponent * LN2_HIGH + (2 * (y + y * sum) + exponent * LN2_LOW);
}
