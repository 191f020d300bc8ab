/** A triangulation as delaunator gives it: coordinates by point, corners and twin edges by half-edge. */
export interface Triangles {
  readonly coords: Float64Array;
  readonly triangles: Uint32Array;
  readonly halfedges: Int32Array;
}

/** An edge of the outline longer than this many times the usual one at its ends is no neighbourhood. */
const LONG = 4;

/**
 * Which half-edges are no neighbourhood (1), and which triangles are gone with them: the outline's over-long edges are peeled
 * off, longest first, each with its triangle, so that points across a bay or at the far ends of a coast are no neighbours.
 * All points still hang together, since a triangle's other two edges join what its first one did; an edge that has lost the
 * triangles on both its sides is a bridge and stays. After the characteristic shapes of Duckham et al. 2008, with a length of
 * its own for each place. Cost: n log n.
 */
export function peelHull(mesh: Triangles): { readonly dropped: Uint8Array; readonly gone: Uint8Array } {
  const { triangles, halfedges } = mesh;
  const gone = new Uint8Array(triangles.length / 3);
  const dropped = new Uint8Array(triangles.length);
  const lengths = edgeLengths(mesh);
  const usual = usualLengths(mesh, lengths);
  const isLong = (edge: number) => {
    const from = usual[triangles[edge] ?? 0] ?? 0;
    const to = usual[triangles[nextEdge(edge)] ?? 0] ?? 0;
    return (lengths[edge] ?? 0) > LONG * (from > to ? from : to);
  };
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

/** The lower quartile of the lengths of the edges that leave each point: at a shore most of them may cross the water. */
function usualLengths({ coords, triangles }: Triangles, lengths: Float64Array): Float64Array {
  const count = coords.length / 2;
  const start = new Uint32Array(count + 1);
  for (const from of triangles) start[from + 1] = (start[from + 1] ?? 0) + 1;
  for (let point = 0; point < count; point++)
    start[point + 1] = (start[point + 1] ?? 0) + (start[point] ?? 0);
  const next = start.slice();
  const list = new Float64Array(triangles.length);
  triangles.forEach((from, edge) => {
    const place = next[from] ?? 0;
    list[place] = lengths[edge] ?? 0;
    next[from] = place + 1;
  });
  return Float64Array.from({ length: count }, (_, point) => {
    const own = list.subarray(start[point] ?? 0, start[point + 1] ?? 0).sort();
    return own[Math.floor(own.length / 4)] ?? 0;
  });
}
