import { lookUp } from '../../../src/sim/kernel/draws';

/** Where a table begins a new segment: the tail probabilities, in words, from the first of the fine octaves on. */
const edges = Array.from({ length: 23 * 64 }, (_, index) => {
  const octave = 8 + Math.floor(index / 64);
  return { first: 2 ** octave + (index % 64) * 2 ** (octave - 6), width: 2 ** (octave - 6) };
});

/**
 * Mean over all 2³² words of what the table at that address of the attached image draws, to that power (1 to 3), exactly but for rounding: within a segment values are linear in
 * the word, so Simpson's rule is exact; the 256 outermost words of each tail are taken one by one. The constant
 * bit that makes every word odd shifts a segment by half a word, which is far below any tolerance.
 */
export function tableMoment(table: number, power: number): number {
  const at = (word: number) => lookUp(table, word) ** power;
  let sum = 0;
  for (const tail of [0, 0x80000000]) {
    for (let v = 0; v < 256; v++) sum += at(tail + v);
    for (const { first, width } of edges) {
      const [low, high] = [lookUp(table, tail + first), lookUp(table, tail + first + width - 1)];
      sum += ((low ** power + 4 * ((low + high) / 2) ** power + high ** power) / 6) * width;
    }
  }
  return sum / 2 ** 32;
}

/** Share of all words whose value is above a limit, by bisection: values rise with the lower tail, and fall with the upper one. */
export function shareAbove(table: number, limit: number): number {
  const upper = lookUp(table, 0xffffffff) < limit;
  const isAbove = (v: number) => lookUp(table, v + (upper ? 0x80000000 : 0)) > limit;
  let [low, high] = [0, 2 ** 31];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isAbove(middle) === upper) low = middle;
    else high = middle;
  }
  return upper ? high / 2 ** 32 : 1 - high / 2 ** 32;
}
