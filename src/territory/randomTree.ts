import type { Draw } from '../model/seededDraws';
import type { Graph } from './graph';

/**
 * Random spanning trees of parts of a graph: grown from a unit by edges drawn from all that lead out, so that branches are
 * bushy and what a cut leaves on either side is in one piece.
 */
export class RandomTree {
  /** Units of the tree last grown, parents before children, `size` of them. */
  readonly units: Int32Array;
  /** By place in `units` the place of the parent; −1 for the first. */
  readonly parent: Int32Array;
  size = 0;
  readonly #graph: Graph;
  readonly #seen: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #mark = 0;

  constructor(graph: Graph) {
    const count = graph.start.length - 1;
    this.#graph = graph;
    this.units = new Int32Array(count);
    this.parent = new Int32Array(count);
    this.#seen = new Int32Array(count);
    this.#from = new Int32Array(graph.to.length);
    this.#to = new Int32Array(graph.to.length);
  }

  /** Grows a tree over all that can be reached from that unit through units of these two territories. Linear in their edges. */
  grow(root: number, split: Int32Array, one: number, other: number, draw: Draw): void {
    const { start, to } = this.#graph;
    const mark = ++this.#mark;
    let edges = 0;
    const add = (unit: number, parent: number) => {
      const place = this.size++;
      this.units[place] = unit;
      this.parent[place] = parent;
      this.#seen[unit] = mark;
      const end = start[unit + 1] ?? 0;
      for (let edge = start[unit] ?? 0; edge < end; edge++) {
        const next = to[edge] ?? 0;
        if (this.#seen[next] === mark || (split[next] !== one && split[next] !== other)) continue;
        this.#from[edges] = place;
        this.#to[edges++] = next;
      }
    };
    this.size = 0;
    add(root, -1);
    while (edges > 0) {
      const pick = Math.floor(draw() * edges);
      const unit = this.#to[pick] ?? 0;
      const parent = this.#from[pick] ?? 0;
      edges--;
      this.#to[pick] = this.#to[edges] ?? 0;
      this.#from[pick] = this.#from[edges] ?? 0;
      if (this.#seen[unit] !== mark) add(unit, parent);
    }
  }
}
