import { sketchSize, type Sketch } from './sketch';
import type { Interval } from './summary';

/** What the sample's mean must lie between: all values at the lower or all at the upper edge of their bins. Infinite where values lie beyond the range; none of an empty sketch. */
export function meanRangeOfSketch(sketch: Sketch): Interval | undefined {
  const { counts, edges } = sketch;
  const size = sketchSize(sketch);
  if (size === 0) return undefined;
  let low = 0;
  let high = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (count === 0) continue;
    low += count * (edges[bin] ?? 0);
    high += count * (edges[bin + 1] ?? 0);
  }
  return { low: low / size, high: high / size };
}
