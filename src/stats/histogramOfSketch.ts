import { histogramWidth } from './histogramWidth';
import { rankReader } from './rankReader';
import type { Sketch } from './sketch';
import type { Histogram } from './summary';

/**
 * A histogram of a sketch, of about 40 bins as `makeHistogram` lays them: each bin's values are spread evenly over what
 * of it falls where, so counts need not be whole. Values beyond the range stand at its end. Empty for an empty sketch.
 */
export function histogramOfSketch(sketch: Sketch): Histogram {
  const reader = rankReader(sketch);
  if (reader.size === 0) return { start: 0, width: 1, counts: [] };
  const low = reader.valueOf(1).low;
  const high = reader.valueOf(reader.size).high;
  const width = histogramWidth(low, high);
  const first = Math.floor(low / width);
  const counts = Array<number>(Math.floor(high / width) - first + 1).fill(0);
  const add = (place: number, count: number) => (counts[place] = (counts[place] ?? 0) + count);
  for (let bin = 0; bin < sketch.counts.length; bin++) {
    const count = sketch.counts[bin] ?? 0;
    if (count === 0) continue;
    const from = Math.min(high, Math.max(low, sketch.edges[bin] ?? 0));
    const to = Math.min(high, Math.max(low, sketch.edges[bin + 1] ?? 0));
    if (from === to) {
      add(Math.floor(from / width) - first, count);
      continue;
    }
    for (let place = Math.floor(from / width); place * width < to; place++) {
      const covered = Math.min(to, (place + 1) * width) - Math.max(from, place * width);
      add(place - first, (count * covered) / (to - from));
    }
  }
  return { start: first * width, width, counts };
}
