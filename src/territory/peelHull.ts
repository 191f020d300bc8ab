import { LongestHop } from './longestHop';

/** A triangulation as delaunator gives it: coordinates by point, corners and twin edges by half-edge. */
export interface Triangles {
  readonly coords: Float64Array;
  readonly triangles: Uint32Array;
  readonly halfedges: Int32Array;
}

/** An edge of the outline is no neighbourhood where hops of less than its length over this lead from one end to the other. */
const LONG = 2;

/**
 * Which half-edges are no neighbourhood (1), and which triangles are gone with them: the outline's over-long edges are peeled
 * off, longest first, each with its triangle, so that points across a bay or at the far ends of a coast are no neighbours.
 * All points still hang together, since a triangle's other two edges join what its first one did; an edge that has lost the
 * triangles on both its sides is a bridge and stays. Over-long is what shorter hops lead around, so that far cities of many
 * accounts each stay neighbours (after the characteristic shapes of Duckham et al. 2008, which have one length for all).
 * Cost: n log n.
 */
export function peelHull(mesh: Triangles): { readonly dropped: Uint8Array; readonly gone: Uint8Array } {
  const { triangles, halfedges } = mesh;
  const gone = new Uint8Array(triangles.length / 3);
  const dropped = new Uint8Array(triangles.length);
  const lengths = edgeLengths(mesh);
  const hops = new LongestHop(mesh, lengths);
  const isLong = (edge: number) =>
    (lengths[edge] ?? 0) > LONG * hops.between(triangles[edge] ?? 0, triangles[nextEdge(edge)] ?? 0);
  let outline = [...halfedges.keys()].filter((edge) => halfedges[edge] === -1 && isLong(edge));
  while (outline.length > 0) {
    outline.sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
    const uncovered: number[] = [];
    for (const edge of outline) {
      const triangle = Math.floor(edge / 3);
      if (gone[triangle] === 1) continue;
      gone[triangle] = 1;
      dropped[edge] = 1;
      const other = halfedges[edge] ?? -1;
      if (other !== -1) dropped[other] = 1;
      for (const inner of [nextEdge(edge), nextEdge(nextEdge(edge))]) {
        const twin = halfedges[inner] ?? -1;
        if (twin !== -1 && isLong(twin)) uncovered.push(twin);
      }
    }
    outline = uncovered;
  }
  return { dropped, gone };
}

/** The one that follows around its triangle. */
export const nextEdge = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);

function edgeLengths({ coords, triangles }: Triangles): Float64Array {
  return Float64Array.from(triangles, (from, edge) => {
    const to = triangles[nextEdge(edge)] ?? 0;
    const dx = (coords[2 * from] ?? 0) - (coords[2 * to] ?? 0);
    const dy = (coords[2 * from + 1] ?? 0) - (coords[2 * to + 1] ?? 0);
    return Math.sqrt(dx * dx + dy * dy);
  });
}
