/**
 * Sketches: histograms over sixteen bins an octave, whose bin is read off a number's own bits. A floor is such a bin's
 * number counted from zero; a sketch reaches twelve octaves up from it. Counts are whole, so sketches of blocks add up
 * to the same in any order.
 */
import { highWord } from './memory';
import { SIGNED_STEPS, SKETCH_BINS, SKETCH_OCTAVES } from './records';

/** The number of the bin that holds x > 0 among all there are: 16 an octave. */
export function octaveBin(x: number): i32 {
  return highWord(x) >>> 16;
}

/** The bin of x in a sketch with that floor: 0 for nothing (or less), 1 below the range, the last above it. */
export function sketchBin(x: number, floor: i32): i32 {
  if (!(x > 0)) return 0;
  const bin = octaveBin(x) - floor;
  if (bin < 0) return 1;
  return bin < SKETCH_OCTAVES << 4 ? bin + 2 : SKETCH_BINS - 1;
}

/** The bin of x in a sketch of both signs whose floor is counted in bins of eight to an octave: the first and the last hold what is beyond. */
export function signedBin(x: number, floor: i32): i32 {
  const size: number = x < 0 ? -x : x;
  const bin: i32 = size > 0 ? (octaveBin(size) >> 1) - floor : -1;
  if (bin < 0) return SIGNED_STEPS + 1;
  const step: i32 = bin < SIGNED_STEPS ? bin + 1 : SIGNED_STEPS + 1;
  return x > 0 ? SIGNED_STEPS + 1 + step : SIGNED_STEPS + 1 - step;
}
