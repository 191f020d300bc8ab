import { rankReader } from './rankReader';
import type { Sketch } from './sketch';

/**
 * The quantile at level p (0 to 1) of a sketch, as `quantileOfSorted` gives it of the sample itself, but for its values
 * lying evenly in their bins: off by no more than a bin (1/16 octave, so 6.25 % at most; 1/8 where a sketch has both
 * signs). Throws on an empty sketch. Cost: the bins; `reader` is the sketch's, for whoever has it already.
 */
export function quantileOfSketch(sketch: Sketch, p: number, reader = rankReader(sketch)): number {
  if (reader.size === 0) throw new Error('a quantile needs at least one value, got none');
  const position = p * (reader.size - 1);
  const index = Math.floor(position);
  const low = reader.valueOf(index + 1).value;
  if (position === index) return low;
  return low + (reader.valueOf(index + 2).value - low) * (position - index);
}
