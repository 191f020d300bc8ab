/** A sample as counts by bins: bin i holds the values from edges[i] to below edges[i + 1], or edges[i] where these are one. */
export interface Sketch {
  readonly counts: ArrayLike<number>;
  /** Ascending, one more than bins; the outermost may be infinite. */
  readonly edges: ArrayLike<number>;
  /** Whether the values are whole numbers. */
  readonly whole?: boolean;
}

/** Number of values. */
export function sketchSize({ counts }: Sketch): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) sum += counts[bin] ?? 0;
  return sum;
}
