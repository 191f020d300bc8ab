/**
 * Functions to 400 digits and more, as whole numbers of 2^−BITS: what the engine's own elementary functions are
 * held against. Slow and plain.
 */
const BITS = 1700n;
const ONE = 1n << BITS;

/** By division, which rounds towards zero: a shift would leave a negative term at −1 for ever. */
const times = (a: bigint, b: bigint) => (a * b) / ONE;
const over = (a: bigint, b: bigint) => (a << BITS) / b;

/** A number exactly as it is stored. */
export function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const digits = exponent === 0n ? fraction : fraction | (1n << 52n);
  const shift = BITS + (exponent === 0n ? 1n : exponent) - 1075n;
  const size = shift >= 0n ? digits << shift : digits >> -shift;
  return x < 0 ? -size : size;
}

/** The nearest double of a quotient of two such numbers. */
export function ratio(a: bigint, b: bigint): number {
  return Number((a << 80n) / b) / 2 ** 80;
}

/** e to such a power: Taylor's series at x ÷ 2²⁰, squared twenty times. */
export function exactExp(x: bigint): bigint {
  const small = x >> 20n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && n < 400n; n++) {
    term = times(term, small) / n;
    sum += term;
  }
  for (let i = 0; i < 20; i++) sum = times(sum, sum);
  return sum;
}

const artanhTwice = (y: bigint) => {
  const square = times(y, y);
  let power = y;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = times(power, square);
  }
  return 2n * sum;
};

const LOG_TWO = artanhTwice(ONE / 3n);

/** The natural logarithm of such a number. */
export function exactLog(x: bigint): bigint {
  let m = x;
  let twos = 0n;
  for (; m >= (ONE * 3n) / 2n; twos++) m >>= 1n;
  for (; m < (ONE * 3n) / 4n; twos--) m <<= 1n;
  return artanhTwice(over(m - ONE, m + ONE)) + twos * LOG_TWO;
}

function exactRoot(x: bigint): bigint {
  const square = x << BITS;
  let root = 1n << (BigInt(square.toString(2).length + 1) / 2n + 1n);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** π by Machin's formula. */
const PI = (() => {
  const arctan = (n: bigint) => {
    let power = ONE / n;
    let sum = power;
    for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
      power /= n * n;
      sum += (sign * power) / k;
    }
    return sum;
  };
  return 4n * (4n * arctan(5n) - arctan(239n));
})();

/** The standard normal's density and distribution function. */
export function exactNormal(z: bigint): { density: bigint; below: bigint } {
  const density = over(exactExp(-times(z, z) / 2n), exactRoot(2n * PI));
  const square = times(z, z);
  let term = z;
  let sum = z;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = times(term, square) / k;
    sum += term;
  }
  return { density, below: ONE / 2n + times(density, sum) };
}
