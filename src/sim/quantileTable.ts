/**
 * One primitive for every continuous quantile: a 32-bit word picks the tail (its top bit), the octave of the
 * tail probability (leading zeros) and one of 64 segments of it; the value is linear in the word within a segment.
 * Relative error about 1e-5, no exp or log where values are drawn, and monotone in the tail probability.
 */
export type QuantileTable = Float64Array<ArrayBuffer>;

const SEGMENT_BITS = 6;
const SEGMENTS = 1 << SEGMENT_BITS;
const OCTAVES = 31;
const TAIL_SIZE = 32 * SEGMENTS;
/** Where an octave's segments begin in their tail: by its exponent, as the kernel reads it off a number's bits. */
const placeOf = (octave: number) => (OCTAVES - 1 - octave) * SEGMENTS;
/** 2⁻³²: one step of a word as a probability. */
const WORD = 2.3283064365386963e-10;

/**
 * Tabulates a quantile function, given by tail: `quantile(p, false)` at lower-tail probability p and
 * `quantile(p, true)` at upper-tail probability p, p in (0, 0.5]. With `mean`, values are scaled so that the
 * table's own mean is exactly that. 4,000 evaluations.
 */
export function makeQuantileTable(
  quantile: (p: number, upper: boolean) => number,
  mean?: number,
): QuantileTable {
  // two numbers a segment, intercept and slope, so that a draw touches one cache line
  const table = new Float64Array(2 * 2 * TAIL_SIZE);
  let tableMean = 0;
  for (const upper of [false, true]) {
    let edge = quantile(0.5, upper);
    for (let octave = 0; octave < OCTAVES; octave++) {
      const first = 1 << (30 - octave);
      for (let segment = SEGMENTS - 1; segment >= 0; segment--) {
        const start = first * (1 + segment / SEGMENTS);
        const width = first / SEGMENTS;
        const at = quantile(start * WORD, upper);
        const slope = (edge - at) / width;
        const index = 2 * ((upper ? TAIL_SIZE : 0) + placeOf(octave) + segment);
        table[index] = at - slope * start;
        table[index + 1] = slope;
        tableMean += ((at + edge) / 2) * width * WORD;
        edge = at;
      }
    }
  }
  if (mean !== undefined && tableMean > 0)
    for (let i = 0; i < table.length; i++) table[i] = ((table[i] ?? 0) * mean) / tableMean;
  return table;
}

/** A table's segments: where each lies, the word it starts at, and its width in words. */
function eachSegment(visit: (index: number, start: number, width: number) => void): void {
  for (const tail of [0, TAIL_SIZE])
    for (let octave = 0; octave < OCTAVES; octave++) {
      const first = 1 << (30 - octave);
      for (let segment = 0; segment < SEGMENTS; segment++)
        visit(2 * (tail + placeOf(octave) + segment), first * (1 + segment / SEGMENTS), first / SEGMENTS);
    }
}

/** The mean of what the table gives. */
export function tableMean(table: QuantileTable): number {
  let mean = 0;
  eachSegment((index, start, width) => {
    const middle = (table[index] ?? 0) + (table[index + 1] ?? 0) * (start + width / 2);
    mean += middle * width * WORD;
  });
  return mean;
}

/** Holds a table's values at the cap where they are above it; the segment in which they pass it is linear up to it. In place. */
export function capTable(table: QuantileTable, cap: number): void {
  eachSegment((index, start, width) => {
    const intercept = table[index] ?? 0;
    const slope = table[index + 1] ?? 0;
    const at = Math.min(cap, intercept + slope * start);
    const edge = Math.min(cap, intercept + slope * (start + width));
    table[index + 1] = (edge - at) / width;
    table[index] = at - ((edge - at) / width) * start;
  });
}
