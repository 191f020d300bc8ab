type Counts = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Many histograms of one number of bins without the empty bins at their ends: a tenth of the room, as typed arrays that cross between threads. */
export interface PackedSketches {
  readonly bins: number;
  /** Values in each one's bin 0, which stands apart from the others. */
  readonly nothing: Counts;
  /** Bin of each one's first count. */
  readonly first: Uint8Array<ArrayBuffer>;
  /** Where each one's counts begin, and the end of the last one's. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly counts: Counts;
}

/** Packs the histograms that lie in `counts` one after the other, `bins` (at most 255) to each. Cost: two passes. */
export function packSketches(counts: Counts, bins: number): PackedSketches {
  const many = counts.length / bins;
  const first = new Uint8Array(many);
  const starts = new Uint32Array(many + 1);
  for (let each = 0; each < many; each++) {
    const base = each * bins;
    let low = 1;
    let high = bins;
    while (low < bins && counts[base + low] === 0) low++;
    while (high > low && counts[base + high - 1] === 0) high--;
    first[each] = low;
    starts[each + 1] = (starts[each] ?? 0) + high - low;
  }
  const make = (length: number): Counts =>
    counts instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  const packed = { bins, nothing: make(many), first, starts, counts: make(starts[many] ?? 0) };
  for (let each = 0; each < many; each++) {
    const base = each * bins;
    const from = base + (first[each] ?? 0);
    const start = starts[each] ?? 0;
    packed.nothing[each] = counts[base] ?? 0;
    packed.counts.set(counts.subarray(from, from + (starts[each + 1] ?? 0) - start), start);
  }
  return packed;
}
