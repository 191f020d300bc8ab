import { exp } from './elementary';
import { nextWord, seedStream, type Stream } from './sfc32';

/**
 * Exact Poisson quantiles: a table by grid lines of intensity settles nearly every word, a short convolution the rest.
 * More intensity with the same word never gives fewer.
 */

/** Grid lines per unit of intensity. */
export const POISSON_GRID = 16;
/** Intensities from here on are drawn in blocks of this size. */
export const POISSON_BLOCK = 32;
/** Counts a row of the table has room for; P(N ≥ 128) at 32 is far below 2⁻³². */
export const POISSON_COLUMNS = 128;
const ROWS = POISSON_BLOCK * POISSON_GRID + 2;
/** 1 ÷ (k + 1). */
const inverses = Float64Array.from({ length: 8 }, (_, k) => 1 / (k + 1));
/** Terms of the convolution with the rest above a grid line; the next one is below 2⁻³². */
const TERMS = 6;

/** Turns the order of unsigned words into that of signed ones, which engines compare without boxing. */
export const SIGN_BIT = 0x80000000 | 0;

/**
 * P(N ≤ n) at the grid lines as signed thresholds: N is the least n whose threshold is not below the word (its sign
 * bit flipped). The last one holds every word, else one word in 2³² would never end.
 */
export const poissonThresholds = new Int32Array(ROWS * POISSON_COLUMNS);
/** Where to begin in a row for each value of the word's top byte. */
export const poissonGuide = new Uint8Array(ROWS * 256);
/** P(N ≤ n) as a fraction, for intensities between the grid lines. */
const cumulative = new Float64Array(ROWS * POISSON_COLUMNS);

for (let row = 0; row < ROWS; row++) {
  const intensity = row / POISSON_GRID;
  const first = row * POISSON_COLUMNS;
  let probability = exp(-intensity);
  let sum = probability;
  for (let n = 0; n < POISSON_COLUMNS; n++) {
    const words = n === POISSON_COLUMNS - 1 ? 4294967296 : Math.min(4294967296, Math.floor(sum * 4294967296));
    cumulative[first + n] = sum;
    poissonThresholds[first + n] = (Math.max(1, words) - 1) ^ SIGN_BIT;
    probability *= intensity / (n + 1);
    sum += probability;
  }
  for (let byte = 0, n = 0; byte < 256; byte++) {
    while (((byte << 24) ^ SIGN_BIT) > (poissonThresholds[first + n] ?? 0)) n++;
    poissonGuide[row * 256 + byte] = n;
  }
}

/** The quantile at a grid line, at the level of a 32-bit word (signed or not). */
function atGridLine(row: number, word: number): number {
  const level = word ^ SIGN_BIT;
  let n = poissonGuide[row * 256 + (word >>> 24)] ?? 0;
  while (level > (poissonThresholds[row * POISSON_COLUMNS + n] ?? 0)) n++;
  return n;
}

/**
 * The quantile between two grid lines where they differ; `low` is the lower line's.
 * N(λ) = N(line) + N(rest), so P(N ≤ n) is the convolution of the two.
 */
export function poissonBetweenLines(intensity: number, word: number, low: number): number {
  const row = Math.floor(intensity * POISSON_GRID);
  const rest = intensity - row / POISSON_GRID;
  const high = atGridLine(row + 1, word);
  const level = ((word >>> 0) + 0.5) * 2.3283064365386963e-10;
  // e^−rest by its series: the rest is below 1/16, and the general exp costs five times as much
  const none =
    1 - rest * (1 - (rest / 2) * (1 - (rest / 3) * (1 - (rest / 4) * (1 - (rest / 5) * (1 - rest / 6)))));
  for (let n = low; n < high; n++) {
    let weight = none;
    let sum = 0;
    const terms = n < TERMS ? n : TERMS;
    for (let k = 0; k <= terms; k++) {
      sum += weight * (cumulative[row * POISSON_COLUMNS + n - k] ?? 0);
      weight *= rest * (inverses[k] ?? 0);
    }
    if (level <= sum) return n;
  }
  return high;
}

/** The most deals a seat may be expected to close in a month, ten times what a plan may ask of one person: more would never end. */
const LARGEST_INTENSITY = 100_000;

const overflow: Stream = new Int32Array(4);

/**
 * A Poisson count of any intensity up to 100,000 (and of that one above it) at the level of the word: blocks of 32, the first one at the word itself, the later
 * ones and the remainder at words of a stream that it seeds. Cost grows with intensity ÷ 32.
 */
export function drawPoisson(intensity: number, word: number): number {
  let count = 0;
  let level = word;
  let rest = Math.min(intensity, LARGEST_INTENSITY);
  if (rest >= POISSON_BLOCK) seedStream(overflow, word, 0x9e3779b9, 0x7f4a7c15, 1);
  while (rest >= POISSON_BLOCK) {
    count += atGridLine(POISSON_BLOCK * POISSON_GRID, level);
    rest -= POISSON_BLOCK;
    level = nextWord(overflow);
  }
  if (rest <= 0) return count;
  return count + poissonBetweenLines(rest, level, atGridLine(Math.floor(rest * POISSON_GRID), level));
}
