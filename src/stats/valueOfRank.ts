import type { Sketch } from './sketch';

/** A value of a sketch by its rank: what its bin holds at the least and at the most, and how far it is along it. */
export interface RankedValue {
  readonly low: number;
  readonly high: number;
  /** Where the value is if those of the bin lie evenly in it. */
  readonly value: number;
}

/** The value of that rank, 1 for the least; of one beyond the range, the range's end. Throws where the sketch has no such value. */
export function valueOfRank(sketch: Sketch, rank: number): RankedValue {
  const { counts } = sketch;
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (count > 0 && rank <= before + count) return valueInBin(sketch, bin, (rank - before - 0.5) / count);
    before += count;
  }
  throw new Error(`rank must be at most ${before}, the values of the sketch, got ${rank}`);
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
