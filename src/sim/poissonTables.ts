import { exp } from './kernel/elementary';
import {
  POISSON_BLOCK,
  POISSON_CELLS,
  POISSON_COLUMNS,
  POISSON_GRID,
  POISSON_SETTLED_CELLS,
  UNSETTLED,
} from './kernel/records';

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

/** Words by which rounding may move a threshold. */
const MARGIN = 2;

/**
 * The count of every intensity of a cell and every word of that top byte, where they all have the same one. A cell is
 * 1/32 wide, around a multiple of 1/32: intensities are rounded to the nearest.
 */
export const poissonSettled = settleCells();

function settleCells(): Uint8Array {
  const cells = POISSON_SETTLED_CELLS;
  const settled = new Uint8Array(cells * 256).fill(UNSETTLED);
  let below = lowestWords(0);
  for (let cell = 0; cell < cells; cell++) {
    const above = lowestWords((cell + 0.5) / POISSON_CELLS);
    // a byte is settled where the lower edge at its first word and the upper edge at its last have one count
    for (let byte = 0, low = 0, high = 0; byte < 256; byte++) {
      const firstWord = byte * 16777216;
      while (low + 1 < POISSON_COLUMNS && (below[low + 1] ?? Infinity) <= firstWord - MARGIN) low++;
      while (high + 1 < POISSON_COLUMNS && (above[high + 1] ?? Infinity) <= firstWord + 16777215 + MARGIN)
        high++;
      if (low === high) settled[cell * 256 + byte] = low;
    }
    below = above;
  }
  return settled;
}

/** For each count, the lowest word (unsigned) that has it at that intensity. */
function lowestWords(intensity: number): Float64Array {
  const words = new Float64Array(POISSON_COLUMNS);
  let probability = exp(-intensity);
  let sum = probability;
  for (let n = 1; n < POISSON_COLUMNS; n++) {
    words[n] = sum * 4294967296;
    probability *= intensity / n;
    sum += probability;
  }
  return words;
}
