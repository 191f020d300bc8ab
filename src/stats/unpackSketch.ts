import type { PackedSketches } from './packSketches';

/** The counts by bin of one of the packed histograms. */
export function unpackSketch(packed: PackedSketches, index: number): Uint32Array {
  const counts = new Uint32Array(packed.bins);
  counts[0] = packed.nothing[index] ?? 0;
  counts.set(
    packed.counts.subarray(packed.starts[index] ?? 0, packed.starts[index + 1] ?? 0),
    packed.first[index] ?? 1,
  );
  return counts;
}
