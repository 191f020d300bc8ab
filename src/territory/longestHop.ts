import type { Triangles } from './peelHull';

/**
 * The longest hop that cannot be avoided on the way from one point of a triangulation to another: the longest edge of their
 * path in the shortest tree (Kruskal 1956), kept as a forest joined by size, so that an answer takes log n steps. Cost: n log n.
 */
export class LongestHop {
  readonly #parent: Int32Array;
  /** The length at which a point's tree was hung below its parent. */
  readonly #joined: Float64Array;

  /** `lengths` by half-edge. */
  constructor({ coords, triangles, halfedges }: Triangles, lengths: Float64Array) {
    const count = coords.length / 2;
    this.#parent = Int32Array.from({ length: count }, (_, point) => point);
    this.#joined = new Float64Array(count).fill(Infinity);
    const size = new Int32Array(count).fill(1);
    const edges = triangles
      .map((_, edge) => edge)
      .filter((edge) => edge > (halfedges[edge] ?? -1))
      .sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
    for (const edge of edges) {
      const from = this.#root(triangles[edge] ?? 0);
      const to = this.#root(triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? 0);
      if (from === to) continue;
      const [below, above] = (size[from] ?? 0) < (size[to] ?? 0) ? [from, to] : [to, from];
      this.#parent[below] = above;
      this.#joined[below] = lengths[edge] ?? 0;
      size[above] = (size[above] ?? 0) + (size[below] ?? 0);
    }
  }

  /** In the lengths' unit; zero from a point to itself, Infinity where no edges lead. */
  between(one: number, other: number): number {
    let [a, b] = [one, other];
    let longest = 0;
    // what was joined earlier lies deeper: climb from there
    while (a !== b) {
      const [atA, atB] = [this.#joined[a] ?? Infinity, this.#joined[b] ?? Infinity];
      longest = atA < atB ? atA : atB;
      if (longest === Infinity) return Infinity;
      if (atA < atB) a = this.#parent[a] ?? a;
      else b = this.#parent[b] ?? b;
    }
    return longest;
  }

  /** Without shortening the way, which would lose the order of joining. */
  #root(point: number): number {
    let at = point;
    while (this.#parent[at] !== at) at = this.#parent[at] ?? at;
    return at;
  }
}
