/** Exact Poisson quantiles by the tables of `poissonTables.ts`: more intensity with the same word never gives fewer. */
import { f64At, i32At, toInt, u8At } from './memory';
import { poissonCumulative, poissonGuide, poissonThresholds } from './image';
import { POISSON_BLOCK, POISSON_GRID } from './records';
import { nextWord, seedStream, uniform } from './stream';

/** Terms of the convolution with the rest above a grid line; the next one is below 2⁻³². */
const TERMS: i32 = 6;
const SIGN_BIT: i32 = -2147483648;
/** The most deals a seat may be expected to close in a month, ten times what a plan may ask of one person: more would never end. */
export const LARGEST_INTENSITY: number = 100000;

/** The quantile at a grid line, at the level of a word. */
function atGridLine(row: i32, word: i32): i32 {
  const level = word ^ SIGN_BIT;
  let n = u8At(poissonGuide, (row << 8) + (word >>> 24));
  while (level > i32At(poissonThresholds, (row << 7) + n)) n++;
  return n;
}

/** The quantile between two grid lines: N(λ) = N(line) + N(rest), so P(N ≤ n) is the convolution of the two. */
function betweenLines(intensity: number, word: i32): i32 {
  const row = toInt(intensity * POISSON_GRID);
  const low = atGridLine(row, word);
  const high = atGridLine(row + 1, word);
  if (low === high) return low;
  const rest: number = intensity - row / 16.0;
  const level = uniform(word);
  // e^−rest by its series: the rest is below 1/16, and the general exp costs five times as much
  const none: number =
    1 - rest * (1 - (rest / 2) * (1 - (rest / 3) * (1 - (rest / 4) * (1 - (rest / 5) * (1 - rest / 6)))));
  for (let n = low; n < high; n++) {
    let weight: number = none;
    let sum: number = 0;
    const terms = n < TERMS ? n : TERMS;
    for (let k = 0; k <= terms; k++) {
      sum += weight * f64At(poissonCumulative, (row << 7) + n - k);
      weight *= rest / (k + 1.0);
    }
    if (level <= sum) return n;
  }
  return high;
}

/** Of 32 and more: blocks of 32, the first one at the word itself, the later ones and the rest at words of a stream that it seeds. */
function drawLarge(intensity: number, word: i32): i32 {
  let count = 0;
  let level = word;
  let rest: number = Math.min(intensity, LARGEST_INTENSITY);
  seedStream(word, 0x1e3779b9, 0x7f4a7c15, 1);
  while (rest >= POISSON_BLOCK) {
    count += atGridLine(POISSON_BLOCK * POISSON_GRID, level);
    rest -= POISSON_BLOCK;
    level = nextWord();
  }
  return rest > 0 ? count + betweenLines(rest, level) : count;
}

/**
 * A Poisson count of any intensity up to 100,000 (and of that one above it) at the level of the word. From 32 on it takes
 * the place of the stream at hand, and its cost grows with intensity ÷ 32.
 */
export function drawPoisson(intensity: number, word: i32): i32 {
  if (intensity >= POISSON_BLOCK) return drawLarge(intensity, word);
  return intensity > 0 ? betweenLines(intensity, word) : 0;
}
