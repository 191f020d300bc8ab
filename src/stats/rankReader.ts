import type { Sketch } from './sketch';

/** A value of a sketch by its rank: what its bin holds at the least and at the most, and how far it is along it. */
export interface RankedValue {
  readonly low: number;
  readonly high: number;
  /** Where the value is if those of the bin lie evenly in it. */
  readonly value: number;
}

/** Reads values by their ranks, 1 for the least; of one beyond the range, the range's end. */
export interface RankReader {
  /** Number of values. */
  readonly size: number;
  /** Throws where the sketch has no such value. */
  valueOf(rank: number): RankedValue;
}

/** Adds a sketch up once, for any number of ranks. Cost: the bins, and their logarithm a rank. */
export function rankReader(sketch: Sketch): RankReader {
  const bins = sketch.counts.length;
  const upTo = new Float64Array(bins + 1);
  for (let bin = 0; bin < bins; bin++) upTo[bin + 1] = (upTo[bin] ?? 0) + (sketch.counts[bin] ?? 0);
  const size = upTo[bins] ?? 0;
  return {
    size,
    valueOf(rank) {
      if (!(rank >= 1 && rank <= size))
        throw new Error(`rank must be from 1 to ${size}, the values of the sketch, got ${rank}`);
      let bin = 0;
      let end = bins - 1;
      while (bin < end) {
        const middle = (bin + end) >> 1;
        if ((upTo[middle + 1] ?? 0) >= rank) end = middle;
        else bin = middle + 1;
      }
      const before = upTo[bin] ?? 0;
      return valueInBin(sketch, bin, (rank - before - 0.5) / ((upTo[bin + 1] ?? 0) - before));
    },
  };
}

function valueInBin({ edges, whole = false }: Sketch, bin: number, along: number): RankedValue {
  const least = edges[bin] ?? 0;
  const most = edges[bin + 1] ?? 0;
  if (least === -Infinity) return { low: most, high: most, value: most };
  if (most === Infinity || least === most) return { low: least, high: least, value: least };
  if (!whole) return { low: least, high: most, value: least + along * (most - least) };
  // the whole numbers from the one edge to before the other, of which there is one at least: the bin holds something
  const low = Math.ceil(least);
  const high = Math.max(low, Math.ceil(most) - 1);
  return { low, high, value: low + Math.floor(along * (high - low + 1)) };
}
