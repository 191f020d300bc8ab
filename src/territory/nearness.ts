import { centresOf, type Centres } from './centresOf';
import type { Split, Units } from './units';

/** What it counts that all neighbours of a unit are in a territory, against a territory's mean squared radius. */
const NEIGHBOURS = 2;

/**
 * How much farther from its like a unit is in one territory than in another: by the squared distances to their centres, and
 * by how many of its neighbours each has, which alone tells scattered territories apart. Centres are those of the split when
 * this is made, neighbours those of the split as it is.
 */
export class Nearness {
  readonly #units: Units;
  readonly #split: Split;
  readonly #centres: Centres;
  readonly #radius: number;
  /** Of the unit last looked at the share of its neighbours by territory. */
  readonly #shares: Float64Array;

  constructor(units: Units, split: Split, territories: number) {
    this.#units = units;
    this.#split = split;
    this.#centres = centresOf(units, split, territories);
    this.#shares = new Float64Array(territories);
    this.#radius = Math.max(1e-9, meanSquare(units, split, this.#centres));
  }

  /** Looks at a unit: what is asked next is of it. */
  lookAt(unit: number): void {
    const { graph } = this.#units;
    const first = graph.start[unit] ?? 0;
    const end = graph.start[unit + 1] ?? 0;
    this.#shares.fill(0);
    for (let edge = first; edge < end; edge++) {
      const territory = this.#split[graph.to[edge] ?? 0] ?? -1;
      if (territory >= 0) this.#shares[territory] = (this.#shares[territory] ?? 0) + 1 / (end - first);
    }
  }

  /** Between −1, much nearer, and 1, much farther, for that unit when it goes there. */
  cost(unit: number, from: number, to: number): number {
    const cost =
      (this.#square(unit, to) - this.#square(unit, from)) / this.#radius +
      NEIGHBOURS * ((this.#shares[from] ?? 0) - (this.#shares[to] ?? 0));
    return cost / (1 + Math.abs(cost));
  }

  #square(unit: number, territory: number): number {
    // what has no weight has no centre yet
    if (!((this.#centres.loads[territory] ?? 0) > 0)) return 0;
    const dx = (this.#units.x[unit] ?? 0) - (this.#centres.x[territory] ?? 0);
    const dy = (this.#units.y[unit] ?? 0) - (this.#centres.y[territory] ?? 0);
    return dx * dx + dy * dy;
  }
}

/** Of all weight that is in a territory. Linear. */
export function meanSquare({ count, x, y, weight }: Units, split: Split, centres: Centres): number {
  let inertia = 0;
  let total = 0;
  for (let unit = 0; unit < count; unit++) {
    const territory = split[unit] ?? -1;
    if (territory < 0) continue;
    const dx = (x[unit] ?? 0) - (centres.x[territory] ?? 0);
    const dy = (y[unit] ?? 0) - (centres.y[territory] ?? 0);
    inertia += (weight[unit] ?? 0) * (dx * dx + dy * dy);
    total += weight[unit] ?? 0;
  }
  return total > 0 ? inertia / total : 0;
}
