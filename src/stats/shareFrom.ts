import { makeProbability } from './distribution';
import { sketchSize, type Sketch } from './sketch';
import type { Probability } from './summary';

/** The share of values at or above `least`: exact where that is an edge of bins, else those of its bin are taken to lie evenly. */
export function shareFrom(sketch: Sketch, least: number): Probability {
  const { counts, edges } = sketch;
  let hits = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const low = edges[bin] ?? 0;
    const high = edges[bin + 1] ?? 0;
    if (low >= least) hits += counts[bin] ?? 0;
    else if (high > least && high < Infinity)
      hits += ((counts[bin] ?? 0) * (high - least)) / (low === -Infinity ? Infinity : high - low);
  }
  return makeProbability(hits, sketchSize(sketch));
}
