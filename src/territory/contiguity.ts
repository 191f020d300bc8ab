import type { Graph } from './graph';
import type { Split } from './units';

/**
 * Answers whether a territory stays in one piece when a unit leaves it. First by the unit's own neighbours, which settles
 * most cases; where they are not joined to one another by a search through the territory that ends as soon as it has met
 * them all. (In a planar map the neighbours alone would do; with bridges and corners they are sufficient, not necessary.)
 */
export class Contiguity {
  readonly #graph: Graph;
  readonly #split: Split;
  readonly #seen: Int32Array;
  readonly #queue: Int32Array;
  #mark = 0;

  /** Looks at the split as it is whenever asked. */
  constructor(graph: Graph, split: Split) {
    this.#graph = graph;
    this.#split = split;
    this.#seen = new Int32Array(split.length);
    this.#queue = new Int32Array(split.length);
  }

  /** Whether the unit's territory is not empty and in no more pieces without the unit than with it. */
  staysWhole(unit: number): boolean {
    const { start, to } = this.#graph;
    const territory = this.#split[unit];
    const first = start[unit] ?? 0;
    const end = start[unit + 1] ?? 0;
    // marks: neighbours of the unit in its territory that are yet to be met
    const wanted = ++this.#mark;
    let missing = 0;
    let from = -1;
    for (let edge = first; edge < end; edge++) {
      const other = to[edge] ?? 0;
      if (this.#split[other] !== territory || this.#seen[other] === wanted) continue;
      this.#seen[other] = wanted;
      missing++;
      from = other;
    }
    if (missing <= 1) return missing === 1;
    return this.#meetAround(unit, from, wanted, missing) || this.#meetAll(unit, from, wanted, missing);
  }

  /** Whether a neighbour of the unit is in that territory. */
  touches(unit: number, territory: number): boolean {
    const end = this.#graph.start[unit + 1] ?? 0;
    for (let edge = this.#graph.start[unit] ?? 0; edge < end; edge++)
      if (this.#split[this.#graph.to[edge] ?? 0] === territory) return true;
    return false;
  }

  /** Through the unit's neighbours alone. */
  #meetAround(unit: number, from: number, wanted: number, missing: number): boolean {
    const { start, to } = this.#graph;
    const met = ++this.#mark;
    this.#seen[from] = met;
    this.#queue[0] = from;
    let left = missing - 1;
    for (let head = 0, tail = 1; head < tail; head++) {
      const at = this.#queue[head] ?? 0;
      const end = start[at + 1] ?? 0;
      for (let edge = start[at] ?? 0; edge < end; edge++) {
        const other = to[edge] ?? 0;
        if (this.#seen[other] !== wanted || other === unit) continue;
        this.#seen[other] = met;
        this.#queue[tail++] = other;
        if (--left === 0) return true;
      }
    }
    return false;
  }

  /** Through the whole territory. */
  #meetAll(unit: number, from: number, wanted: number, missing: number): boolean {
    const { start, to } = this.#graph;
    const territory = this.#split[unit];
    const around = wanted + 1;
    const met = ++this.#mark;
    this.#seen[unit] = met;
    this.#seen[from] = met;
    this.#queue[0] = from;
    let left = missing - 1;
    for (let head = 0, tail = 1; head < tail; head++) {
      const at = this.#queue[head] ?? 0;
      const end = start[at + 1] ?? 0;
      for (let edge = start[at] ?? 0; edge < end; edge++) {
        const other = to[edge] ?? 0;
        const seen = this.#seen[other];
        if (seen === met || this.#split[other] !== territory) continue;
        if ((seen === wanted || seen === around) && --left === 0) return true;
        this.#seen[other] = met;
        this.#queue[tail++] = other;
      }
    }
    return false;
  }
}
