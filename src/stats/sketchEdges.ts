import { SKETCH_BINS, SKETCH_OCTAVES } from '../sim/outcome';
import { octaveEdge } from './octaveEdge';

/**
 * Edges of the engine's sketches (kernel/sketch.ts) with that floor: nothing, from nothing to the range, sixteen bins to
 * an octave over twelve octaves, above.
 */
export function sketchEdges(floor: number): Float64Array {
  const edges = new Float64Array(SKETCH_BINS + 1);
  for (let bin = 0; bin <= SKETCH_OCTAVES * 16; bin++)
    edges[bin + 2] = bin < 16 ? octaveEdge(floor + bin, 16) : 2 * (edges[bin - 14] ?? 0);
  edges[SKETCH_BINS] = Infinity;
  return edges;
}
