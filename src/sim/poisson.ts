import { exp } from './elementary';
import { nextWord, seedStream, type Stream } from './sfc32';

/** Grid lines per unit of intensity. */
const PER_UNIT = 4;
/** Intensities from here on are drawn in blocks of this size. */
const BLOCK = 32;
const ROWS = BLOCK * PER_UNIT + 2;
const COLUMNS = 96;
/** Terms of the convolution with the rest above a grid line; the next one is below 2⁻³². */
const TERMS = 9;

/**
 * P(N ≤ n) at the grid intensities, as thresholds for a 32-bit word: N is the least n whose threshold is not
 * below the word. The last one holds every word, else one word in 2³² would never end.
 */
const THRESHOLDS = new Uint32Array(ROWS * COLUMNS);
/** The same as fractions, for intensities between the grid lines. */
const CUMULATIVE = new Float64Array(ROWS * COLUMNS);
/** Where to begin for each value of the word's top byte. */
const GUIDE = new Uint8Array(ROWS * 256);

for (let row = 0; row < ROWS; row++) {
  const intensity = row / PER_UNIT;
  let probability = exp(-intensity);
  let sum = probability;
  for (let n = 0; n < COLUMNS; n++) {
    const scaled = Math.floor(sum * 4294967296);
    CUMULATIVE[row * COLUMNS + n] = sum;
    THRESHOLDS[row * COLUMNS + n] = n === COLUMNS - 1 || scaled >= 4294967296 ? 4294967295 : Math.max(0, scaled - 1);
    probability *= intensity / (n + 1);
    sum += probability;
  }
  for (let byte = 0, n = 0; byte < 256; byte++) {
    while (byte * 16777216 > (THRESHOLDS[row * COLUMNS + n] ?? 0)) n++;
    GUIDE[row * 256 + byte] = n;
  }
}

/** The quantile at a grid line. */
function atGridLine(row: number, word: number): number {
  let n = GUIDE[row * 256 + (word >>> 24)] ?? 0;
  const base = row * COLUMNS;
  while (word > (THRESHOLDS[base + n] ?? 0)) n++;
  return n;
}

/** The quantile between two grid lines whose quantiles are `low` and `high`: N(λ) = N(grid) + N(rest), by convolution. */
function between(row: number, rest: number, word: number, low: number, high: number): number {
  const level = (word + 0.5) * 2.3283064365386963e-10;
  const base = row * COLUMNS;
  const first = exp(-rest);
  for (let n = low; n < high; n++) {
    let weight = first;
    let cumulative = 0;
    for (let k = 0; k <= n && k <= TERMS; k++) {
      cumulative += weight * (CUMULATIVE[base + n - k] ?? 0);
      weight *= rest / (k + 1);
    }
    if (level <= cumulative) return n;
  }
  return high;
}

/**
 * The Poisson quantile of an intensity below 32, at the level of the word: exact inversion, so that more intensity
 * with the same word never gives fewer. The grid lines on both sides agree for most words, and that settles it.
 */
export function poissonBelowBlock(intensity: number, word: number): number {
  const row = Math.floor(intensity * PER_UNIT);
  const low = atGridLine(row, word);
  const rest = intensity - row / PER_UNIT;
  if (rest === 0) return low;
  const high = atGridLine(row + 1, word);
  return low === high ? low : between(row, rest, word, low, high);
}

const overflow: Stream = new Int32Array(4);

/**
 * A Poisson count of any intensity, monotone in it: blocks of 32, the first one at the given word, the later ones
 * and the remainder at words of a stream that the word seeds. Cost grows with intensity ÷ 32.
 */
export function drawPoisson(intensity: number, word: number): number {
  if (intensity < BLOCK) return poissonBelowBlock(intensity, word);
  seedStream(overflow, word, 0x9e3779b9, 0x7f4a7c15, 1);
  let count = 0;
  let level = word;
  let rest = intensity;
  while (rest >= BLOCK) {
    count += atGridLine(BLOCK * PER_UNIT, level);
    rest -= BLOCK;
    level = nextWord(overflow);
  }
  return count + poissonBelowBlock(rest, level);
}
