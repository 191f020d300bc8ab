import Delaunator from 'delaunator';
import { makeGraph, type Edge, type Graph } from './graph';
import { nextEdge, peelHull, type Triangles } from './peelHull';
import { spreadDuplicates } from './spreadDuplicates';

/** A border is no shorter than this, in km: zero marks a bridge. */
const SHORTEST = 1e-6;

/**
 * Which points are neighbours: those of the Delaunay triangulation, less what only its hull joins (see `peelHull`). The
 * border of two is that of their Voronoi cells, no longer than the points are apart, and zero on a bridge. Points at one place are neighbours of
 * one another (see `spreadDuplicates`), points in a line of the next one; all points hang together. Coordinates in km.
 * Cost: n log n.
 */
export function joinPoints(x: Float64Array, y: Float64Array): Graph {
  const coords = spreadDuplicates(x, y);
  const { triangles, halfedges } = new Delaunator(coords);
  if (triangles.length === 0) return makeGraph(x.length, chain(x, y));
  const mesh: Triangles = { coords, triangles, halfedges };
  const { dropped, gone } = peelHull(mesh);
  const isThere = (edge: number) => edge !== -1 && gone[Math.floor(edge / 3)] === 0;
  const edges: Edge[] = [];
  for (let edge = 0; edge < triangles.length; edge++) {
    const twin = halfedges[edge] ?? -1;
    // each edge once, from the first of its sides
    if (dropped[edge] === 1 || (twin !== -1 && twin < edge)) continue;
    const sides = [edge, twin].filter(isThere);
    const from = triangles[edge] ?? 0;
    const to = triangles[nextEdge(edge)] ?? 0;
    edges.push({ from, to, km: borderOf(mesh, sides) });
  }
  return makeGraph(x.length, edges);
}

/** Points that span no triangle, each with the next one of their line. */
function chain(x: Float64Array, y: Float64Array): Edge[] {
  const at = (list: Float64Array, index: number) => list[index] ?? 0;
  const order = [...x.keys()].sort((a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b) || a - b);
  return order.slice(1).map((to, index) => {
    const from = order[index] ?? to;
    const [dx, dy] = [at(x, to) - at(x, from), at(y, to) - at(y, from)];
    return { from, to, km: Math.max(SHORTEST, Math.sqrt(dx * dx + dy * dy)) };
  });
}

/** Between the circumcentres on both sides, or from the one there is to the edge's middle; zero where there is none: a bridge. */
function borderOf(mesh: Triangles, [edge, twin]: readonly number[]): number {
  if (edge === undefined) return 0;
  const { coords, triangles } = mesh;
  const from = 2 * (triangles[edge] ?? 0);
  const to = 2 * (triangles[nextEdge(edge)] ?? 0);
  const [ax, ay] = [coords[from] ?? 0, coords[from + 1] ?? 0];
  const [bx, by] = [coords[to] ?? 0, coords[to + 1] ?? 0];
  const [px, py] = circumcentre(mesh, Math.floor(edge / 3));
  const [qx, qy] =
    twin === undefined ? [(ax + bx) / 2, (ay + by) / 2] : circumcentre(mesh, Math.floor(twin / 3));
  const border = Math.sqrt((px - qx) * (px - qx) + (py - qy) * (py - qy));
  const apart = Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));
  return Math.max(SHORTEST, border < apart ? border : apart);
}

function circumcentre({ coords, triangles }: Triangles, triangle: number): readonly [x: number, y: number] {
  const at = (corner: number, axis: number) =>
    coords[2 * (triangles[3 * triangle + corner] ?? 0) + axis] ?? 0;
  const [ax, ay] = [at(0, 0), at(0, 1)];
  const [bx, by] = [at(1, 0) - ax, at(1, 1) - ay];
  const [cx, cy] = [at(2, 0) - ax, at(2, 1) - ay];
  const d = 2 * (bx * cy - by * cx);
  const b = bx * bx + by * by;
  const c = cx * cx + cy * cy;
  return [ax + (cy * b - by * c) / d, ay + (bx * c - cx * b) / d];
}
