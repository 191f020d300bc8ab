import { SIGNED_STEPS, SKETCH_BINS } from '../sim/outcome';
import { octaveEdge } from './octaveEdge';

/**
 * Edges of a sketch of both signs (`signedBin` of kernel/sketch.ts), its floor counted in bins of eight to an octave: from
 * the most negative over one bin around zero to the most positive.
 */
export function signedEdges(floor: number): Float64Array {
  const edges = new Float64Array(SKETCH_BINS + 1);
  for (let step = 0; step <= SIGNED_STEPS; step++) {
    const edge = step < 8 ? octaveEdge(floor + step, 8) : 2 * (edges[SIGNED_STEPS + step - 6] ?? 0);
    edges[SIGNED_STEPS + 2 + step] = edge;
    edges[SIGNED_STEPS + 1 - step] = -edge;
  }
  edges[0] = -Infinity;
  edges[SKETCH_BINS] = Infinity;
  return edges;
}
