/** One draw each from tabulated and tried distributions: see `quantileTable.ts` for how a table is made. */
import { f64At, i32At, segmentOf, toInt, unsigned } from './memory';
import { exp, log } from './elementary';
import { normalTable } from './image';
import { SIZE_AT, SIZE_COUNT, SIZE_KIND, SIZE_LEVEL, SIZE_MIX, SIZE_TABLE } from './records';
import { nextWord, uniform } from './stream';

/** The segment that one is in, and with it the first of a table. */
export const FIRST_SEGMENT: i32 = 1023 << 6;

/** The tabulated quantile at the level that the word stands for. */
export function lookUp(table: i32, word: i32): number {
  const v: number = (word & 0x7fffffff) | 1;
  const segment = table + ((((word >>> 31) << 11) + segmentOf(v) - FIRST_SEGMENT) << 4);
  return f64At(segment, 0) + f64At(segment, 1) * v;
}

/** From a table where there is one, else the fixed number. */
export function drawSpread(table: i32, fixed: number, word: i32): number {
  return table === 0 ? fixed : lookUp(table, word);
}

/**
 * One gamma variate of that shape and scale one. Source: Marsaglia & Tsang 2000, ACM Trans. Math. Softw. 26; below
 * shape one through shape + 1 and a power of a uniform. Takes two words a try, 1.05 tries on average, of the stream at
 * hand, which must be nobody else's: how many words are taken depends on the shape.
 */
export function drawGamma(shape: number): number {
  let boost: number = 1;
  let raised: number = shape;
  if (shape < 1) {
    boost = exp(log(uniform(nextWord())) / shape);
    raised = shape + 1;
  }
  const d: number = raised - 1 / 3.0;
  const c: number = 1 / Math.sqrt(9 * d);
  let drawn: number = -1;
  while (drawn < 0) {
    const z = lookUp(normalTable, nextWord());
    const u = uniform(nextWord());
    const root: number = 1 + c * z;
    if (root <= 0) continue;
    const v: number = root * root * root;
    const square: number = z * z;
    if (u < 1 - 0.0331 * square * square || log(u) < 0.5 * square + d * (1 - v + log(v))) drawn = d * v;
  }
  return boost * drawn;
}

/** One beta variate: a gamma of the one shape as a share of it and one of the other. */
export function drawBeta(won: number, lost: number): number {
  const first = drawGamma(won);
  const second = drawGamma(lost);
  const sum: number = first + second;
  return sum > 0 ? first / sum : won / (won + lost);
}

/** Turns the order of unsigned words into that of signed ones. */
const SIGN_BIT: i32 = -2147483648;
const WORD: number = 2.3283064365386963e-10;

/** One deal's size from a source of any kind: one word, or two of a mix. */
export function drawSize(source: i32, word: i32): number {
  let part = source;
  let level = word;
  if (i32At(part, SIZE_KIND) === SIZE_MIX) {
    part = source + 16;
    while ((word ^ SIGN_BIT) > i32At(part, SIZE_LEVEL)) part += 16;
    level = nextWord();
  }
  const at = i32At(part, SIZE_AT);
  if (i32At(part, SIZE_KIND) === SIZE_TABLE) return lookUp(at, level);
  return f64At(at, toInt(unsigned(level) * (i32At(part, SIZE_COUNT) * WORD)));
}
