import { exp } from './kernel/elementary';
import { POISSON_BLOCK, POISSON_COLUMNS, POISSON_GRID, UNSETTLED } from './kernel/poissonDraw';

const ROWS = POISSON_BLOCK * POISSON_GRID + 2;
/** Turns the order of unsigned words into that of signed ones. */
const SIGN_BIT = 0x80000000 | 0;

/**
 * P(N ≤ n) at the grid lines as signed thresholds: N is the least n whose threshold is not below the word (its sign
 * bit flipped). The last one holds every word, else one word in 2³² would never end.
 */
export const poissonThresholds = new Int32Array(ROWS * POISSON_COLUMNS);
/** Where to begin in a row for each value of the word's top byte. */
export const poissonGuide = new Uint8Array(ROWS * 256);
/** P(N ≤ n) as a fraction, for intensities between the grid lines. */
export const poissonCumulative = new Float64Array(ROWS * POISSON_COLUMNS);
/** The count of every intensity from a line to the next and every word of that top byte, where they all have the same one. */
export const poissonSettled = new Uint8Array(ROWS * 256).fill(UNSETTLED);

for (let row = 0; row < ROWS; row++) {
  const intensity = row / POISSON_GRID;
  const first = row * POISSON_COLUMNS;
  let probability = exp(-intensity);
  let sum = probability;
  for (let n = 0; n < POISSON_COLUMNS; n++) {
    const words = n === POISSON_COLUMNS - 1 ? 4294967296 : Math.min(4294967296, Math.floor(sum * 4294967296));
    poissonCumulative[first + n] = sum;
    poissonThresholds[first + n] = (Math.max(1, words) - 1) ^ SIGN_BIT;
    probability *= intensity / (n + 1);
    sum += probability;
  }
  for (let byte = 0, n = 0; byte < 256; byte++) {
    while (((byte << 24) ^ SIGN_BIT) > (poissonThresholds[first + n] ?? 0)) n++;
    poissonGuide[row * 256 + byte] = n;
  }
}

/** The count at a grid line for the highest word of a top byte. */
function highest(row: number, byte: number): number {
  const level = ((byte << 24) | 0xffffff) ^ SIGN_BIT;
  let n = poissonGuide[row * 256 + byte] ?? 0;
  while (level > (poissonThresholds[row * POISSON_COLUMNS + n] ?? 0)) n++;
  return n;
}

for (let row = 0; row + 1 < ROWS; row++)
  for (let byte = 0; byte < 256; byte++) {
    const least = poissonGuide[row * 256 + byte] ?? 0;
    if (least === highest(row + 1, byte)) poissonSettled[row * 256 + byte] = least;
  }
