import { chiSquareP, normalP, poissonP } from '../../support/pValues';
import { chiSquare } from '../../support/statistics';

/**
 * Statistical tests of 32-bit words. Each takes the words (2¹⁹ in the laws) and says where its statistic lies in the
 * distribution that fair words would give it, as P(X ≤ x). Sources: Knuth, The Art of Computer Programming 2, 3.3.2;
 * Marsaglia 1985, "A current view of random number generators"; L'Ecuyer & Simard 2007, TestU01, ACM TOMS 33:22.
 */
export type WordTest = (words: Uint32Array) => number;

const at = (words: ArrayLike<number>, index: number) => words[index] ?? 0;

/** Number of ones in a word. */
export function weightOf(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The same words with their bits in reverse: what a test says of the top bits it then says of the bottom ones. */
export function reverseBits(words: Uint32Array): Uint32Array {
  return words.map((word) => {
    let v = ((word >>> 1) & 0x55555555) | ((word & 0x55555555) << 1);
    v = ((v >>> 2) & 0x33333333) | ((v & 0x33333333) << 2);
    v = ((v >>> 4) & 0x0f0f0f0f) | ((v & 0x0f0f0f0f) << 4);
    v = ((v >>> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
    return (v >>> 16) | (v << 16);
  });
}

/** Number of ones among all 32 N bits, normal. */
export function monobit(words: Uint32Array): number {
  let ones = 0;
  for (const word of words) ones += weightOf(word);
  return normalP((ones - 16 * words.length) / Math.sqrt(8 * words.length));
}

/** χ² of the 256 values of all 4 N bytes, 255 degrees of freedom. */
export function byteFrequencies(words: Uint32Array): number {
  const counts = new Float64Array(256);
  for (const word of words)
    for (let shift = 0; shift < 32; shift += 8) {
      const byte = (word >>> shift) & 255;
      counts[byte] = at(counts, byte) + 1;
    }
  return evenP(counts, 4 * words.length);
}

/** χ² of pairs of top bytes of successive words, N ÷ 2 pairs in 65,536 cells. */
export function serialPairs(words: Uint32Array): number {
  const counts = new Float64Array(65536);
  for (let i = 0; i + 1 < words.length; i += 2) {
    const cell = ((at(words, i) >>> 24) << 8) | (at(words, i + 1) >>> 24);
    counts[cell] = at(counts, cell) + 1;
  }
  return evenP(counts, words.length >>> 1);
}

function evenP(counts: Float64Array, total: number): number {
  const mean = total / counts.length;
  let statistic = 0;
  for (const count of counts) statistic += (count - mean) ** 2 / mean;
  return chiSquareP(statistic, counts.length - 1);
}

/** Number of runs up and down: mean (2 N − 1) ÷ 3, variance (16 N − 29) ÷ 90, normal. */
export function runsUpAndDown(words: Uint32Array): number {
  const n = words.length;
  let runs = 1;
  let rising = at(words, 1) > at(words, 0);
  for (let i = 2; i < n; i++) {
    const rises = at(words, i) > at(words, i - 1);
    if (rises !== rising) runs++;
    rising = rises;
  }
  return normalP((runs - (2 * n - 1) / 3) / Math.sqrt((16 * n - 29) / 90));
}

/** χ² of the gaps between words in the lowest eighth: geometric, about N ÷ 8 gaps in cells of ten and more. */
export function gaps(words: Uint32Array): number {
  const seen = Array<number>(200).fill(0);
  let last = -1;
  let total = 0;
  words.forEach((word, index) => {
    if (word >= 0x20000000) return;
    if (last >= 0) {
      const gap = Math.min(199, index - last - 1);
      seen[gap] = at(seen, gap) + 1;
      total++;
    }
    last = index;
  });
  const expected = seen.map((_, gap) => total * (gap === 199 ? 0.875 ** 199 : 0.125 * 0.875 ** gap));
  const { statistic, freedom } = chiSquare(seen, expected);
  return chiSquareP(statistic, freedom);
}

/** Equal spacings among 4,096 birthdays in a year of 2³² days, in N ÷ 4,096 rounds: Poisson of mean m³ ÷ 4 n = 4 each. */
export function birthdaySpacings(words: Uint32Array): number {
  const m = 4096;
  const rounds = Math.floor(words.length / m);
  let equal = 0;
  for (let round = 0; round < rounds; round++) {
    const days = words.slice(round * m, (round + 1) * m).sort();
    const spacings = days
      .map((day, index) => day - (index === 0 ? at(days, m - 1) : at(days, index - 1)))
      .sort();
    for (let i = 1; i < m; i++) if (spacings[i] === spacings[i - 1]) equal++;
  }
  return poissonP(equal, (rounds * m ** 3) / (4 * 2 ** 32));
}

/** χ² of the weights of four successive words (below, at, above sixteen ones): N ÷ 4 quadruples in 81 cells. */
export function hammingWeights(words: Uint32Array): number {
  const counts = Array<number>(81).fill(0);
  for (let i = 0; i + 3 < words.length; i += 4) {
    let cell = 0;
    for (let k = 0; k < 4; k++) cell = 3 * cell + 1 + Math.sign(weightOf(at(words, i + k)) - 16);
    counts[cell] = at(counts, cell) + 1;
  }
  const middle = 601_080_390 / 2 ** 32; // 32 over 16
  const quadruples = Math.floor(words.length / 4);
  const expected = counts.map((_, cell) => {
    let chance = 1;
    for (let rest = cell, k = 0; k < 4; k++, rest = Math.floor(rest / 3))
      chance *= rest % 3 === 1 ? middle : (1 - middle) / 2;
    return quadruples * chance;
  });
  const { statistic, freedom } = chiSquare(counts, expected);
  return chiSquareP(statistic, freedom);
}

/** χ² of the ranks (32, 31, 30, fewer) of N ÷ 32 matrices of 32 × 32 bits. */
export function matrixRanks(words: Uint32Array): number {
  const counts = [0, 0, 0, 0];
  const matrices = Math.floor(words.length / 32);
  const rows = new Int32Array(32);
  for (let first = 0; first < matrices * 32; first += 32) {
    rows.set(words.subarray(first, first + 32));
    const missing = Math.min(3, 32 - rankOf(rows));
    counts[missing] = at(counts, missing) + 1;
  }
  const chances = [0, 1, 2].map((missing) => rankChance(32 - missing));
  const rest = 1 - chances.reduce((sum, chance) => sum + chance, 0);
  const { statistic, freedom } = chiSquare(
    counts,
    [...chances, rest].map((chance) => chance * matrices),
  );
  return chiSquareP(statistic, freedom);
}

/** Rank over the field of two; the rows are used up. */
function rankOf(rows: Int32Array): number {
  let rank = 0;
  for (let bit = 0; bit < 32; bit++) {
    let pivot = rank;
    while (pivot < 32 && ((at(rows, pivot) >>> bit) & 1) === 0) pivot++;
    if (pivot === 32) continue;
    const row = at(rows, pivot);
    rows[pivot] = at(rows, rank);
    rows[rank] = row;
    for (let below = pivot + 1; below < 32; below++)
      if ((at(rows, below) >>> bit) & 1) rows[below] = at(rows, below) ^ row;
    rank++;
  }
  return rank;
}

/** Chance of a rank of a random 32 × 32 matrix: 2^(r (64 − r) − 1024) Π (1 − 2^(i − 32))² ÷ (1 − 2^(i − r)), i below r. */
function rankChance(rank: number): number {
  let chance = 2 ** (rank * (64 - rank) - 1024);
  for (let i = 0; i < rank; i++) chance *= (1 - 2 ** (i - 32)) ** 2 / (1 - 2 ** (i - rank));
  return chance;
}

/** Collisions of 65,536 balls in 2²⁴ urns (the top 24 bits), in N ÷ 65,536 rounds: Poisson of mean 127.8 each. */
export function collisions(words: Uint32Array): number {
  const [balls, urns] = [65536, 2 ** 24];
  const rounds = Math.floor(words.length / balls);
  let collided = 0;
  for (let round = 0; round < rounds; round++) {
    const used = words
      .slice(round * balls, (round + 1) * balls)
      .map((word) => word >>> 8)
      .sort();
    for (let i = 1; i < balls; i++) if (used[i] === used[i - 1]) collided++;
  }
  const mean = balls - urns * -Math.expm1(balls * Math.log1p(-1 / urns));
  return poissonP(collided, rounds * mean);
}

/** Correlation of each word with the one `lag` later, as uniforms: normal with error 1 ÷ √N. */
export const correlation =
  (lag: number): WordTest =>
  (words) => {
    const n = words.length - lag;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (at(words, i) / 2 ** 32 - 0.5) * (at(words, i + lag) / 2 ** 32 - 0.5);
    return normalP((12 * sum) / Math.sqrt(n));
  };

/** χ² of how often each of the 32 bits agrees with that of the word `lag` later, 32 degrees of freedom. */
export const bitAgreement =
  (lag: number): WordTest =>
  (words) => {
    const n = words.length - lag;
    const differ = new Float64Array(32);
    for (let i = 0; i < n; i++) {
      const changed = at(words, i) ^ at(words, i + lag);
      for (let bit = 0; bit < 32; bit++) differ[bit] = at(differ, bit) + ((changed >>> bit) & 1);
    }
    return chiSquareP(
      differ.reduce((sum, count) => sum + (count - n / 2) ** 2 / (n / 4), 0),
      32,
    );
  };
