/**
 * exp and log made of + − × ÷ alone: the host's own differ in their last digits between engines,
 * and a result must be the same bits everywhere.
 */
import { powerOfTwo, toInt } from './memory';

export const LN2: number = 0.6931471805599453;
/** ln 2 in two parts, the first with trailing zeros, so that k × LN2_HIGH is exact. */
const LN2_HIGH: number = 0.6931471803691238;
const LN2_LOW: number = 1.9082149292705877e-10;
const SQRT2: number = 1.4142135623730951;
const TWO_32: number = 4294967296;
const TWO_MINUS_32: number = 2.3283064365386963e-10;

/** e to the power x, to about one unit in the last place. Below −745 zero, above 709.78 Infinity. */
export function exp(x: number): number {
  if (!(x > -745.2)) return x < 0 ? 0 : NaN;
  if (x > 709.78) return Infinity;
  const k: number = Math.floor(x / LN2 + 0.5);
  const r: number = x - k * LN2_HIGH - k * LN2_LOW;
  // Taylor's series from 1/13!: at |r| ≤ ln(2)/2 what is left out is less than one rounding
  let sum: number = 1.6059043836821613e-10;
  sum = sum * r + 2.08767569878681e-9;
  sum = sum * r + 2.505210838544172e-8;
  sum = sum * r + 2.755731922398589e-7;
  sum = sum * r + 2.7557319223985893e-6;
  sum = sum * r + 2.48015873015873e-5;
  sum = sum * r + 1.984126984126984e-4;
  sum = sum * r + 1.388888888888889e-3;
  sum = sum * r + 8.333333333333333e-3;
  sum = sum * r + 4.1666666666666664e-2;
  sum = sum * r + 0.16666666666666666;
  sum = sum * r + 0.5;
  const fraction: number = 1 + (r + r * (r * sum));
  // 2^1024 does not exist as a number, and results below 2^−1022 must be rounded once only
  if (k > 1023) return fraction * 2 * powerOfTwo(1023);
  if (k < -1022) return fraction * powerOfTwo(toInt(k) + 100) * powerOfTwo(-100);
  return fraction * powerOfTwo(toInt(k));
}

/** Natural logarithm of a positive number, to about one unit in the last place. −Infinity at zero, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent: number = 0;
  let m: number = x;
  while (m >= TWO_32) {
    m /= TWO_32;
    exponent += 32;
  }
  while (m < TWO_MINUS_32) {
    m *= TWO_32;
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
  const y: number = (m - 1) / (m + 1);
  const square: number = y * y;
  let sum: number = 0;
  for (let n: number = 23; n >= 3; n -= 2) sum = (sum + 1 / n) * square;
  return exponent * LN2_HIGH + (2 * (y + y * sum) + exponent * LN2_LOW);
}
