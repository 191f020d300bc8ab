import { strainOf, type Limit } from './limits';
import type { SplitState } from './splitState';
import type { Units } from './units';

/** Sums come in another order elsewhere: bounds are this share of the tolerance narrower. */
const NARROWER = 1e-7;
/** What the lesser of excess and deficit counts: it must be mended too, but what mends the greater one mends most of it. */
const LESSER = 0.1;

/** How far the loads of a split that is being changed are beyond what they may be, and what a move would take off that. */
export class OffBounds {
  readonly #units: Units;
  readonly #state: SplitState;
  readonly #limits: readonly Limit[];
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;
  /** By territory what one strain of a limit comes to in weight: as much as the tolerance. */
  readonly #strained: Float64Array;
  #excess = 0;
  #deficit = 0;

  constructor(
    units: Units,
    state: SplitState,
    {
      targets,
      tolerance,
      limits = [],
    }: {
      readonly targets: Float64Array;
      readonly tolerance: number;
      readonly limits?: readonly Limit[];
    },
  ) {
    this.#units = units;
    this.#state = state;
    this.#limits = limits;
    const within = tolerance * (1 - NARROWER);
    this.#lowest = targets.map((target) => target * (1 - within));
    this.#highest = targets.map((target) => target * (1 + within));
    this.#strained = targets.map((target) => target * tolerance);
    state.loads.forEach((_, territory) => this.#count(territory, 1));
  }

  /** Weight beyond what its territory may have, and missing below; what strains limits, in weight. */
  total(): number {
    const { length } = this.#state.loads;
    let sum = this.#excess + this.#deficit;
    for (let territory = 0; territory < length; territory++) sum += this.#beyondLimits(territory, -1, 0);
    return sum;
  }

  /** The weight that must move at least, were it as fine as sand: the free bound. */
  least(): number {
    return Math.max(this.#excess, this.#deficit);
  }

  /** How far that territory is off, in weight: negative where it has too little. */
  off(territory: number): number {
    const load = this.#state.loads[territory] ?? 0;
    return this.#over(territory, load) - this.#under(territory, load);
  }

  /** The same with what strains its limits, and no sign. */
  strained(territory: number): number {
    return Math.abs(this.off(territory)) + this.#beyondLimits(territory, -1, 0);
  }

  /**
   * By how much the move lowers what must move at least, in weight: the greater of all excess and all deficit, as the free
   * bound has it. The lesser of them counts for a tenth, what strains limits in full.
   */
  relief(unit: number, to: number): number {
    const { loads, split } = this.#state;
    const from = split[unit] ?? -1;
    const own = this.#units.weight[unit] ?? 0;
    const [given, taken] = [loads[from] ?? 0, loads[to] ?? 0];
    let excess = this.#excess + this.#over(to, taken + own) - this.#over(to, taken);
    let deficit = this.#deficit + this.#under(to, taken + own) - this.#under(to, taken);
    if (from >= 0) {
      excess += this.#over(from, given - own) - this.#over(from, given);
      deficit += this.#under(from, given - own) - this.#under(from, given);
    }
    let relief =
      Math.max(this.#excess, this.#deficit) -
      Math.max(excess, deficit) +
      LESSER * (Math.min(this.#excess, this.#deficit) - Math.min(excess, deficit));
    if (this.#limits.length > 0)
      relief +=
        this.#beyondLimits(from, -1, 0) -
        this.#beyondLimits(from, unit, -1) +
        this.#beyondLimits(to, -1, 0) -
        this.#beyondLimits(to, unit, 1);
    return relief;
  }

  move(unit: number, to: number): void {
    const from = this.#state.split[unit] ?? -1;
    this.#count(from, -1);
    this.#count(to, -1);
    this.#state.move(unit, to);
    this.#count(from, 1);
    this.#count(to, 1);
  }

  #count(territory: number, sign: number): void {
    if (territory < 0) return;
    const load = this.#state.loads[territory] ?? 0;
    this.#excess += sign * this.#over(territory, load);
    this.#deficit += sign * this.#under(territory, load);
  }

  #over(territory: number, load: number): number {
    return Math.max(0, load - (this.#highest[territory] ?? 0));
  }

  #under(territory: number, load: number): number {
    return Math.max(0, (this.#lowest[territory] ?? 0) - load);
  }

  /** What strains the limits of a territory, with a unit more or less where one is told. */
  #beyondLimits(territory: number, unit: number, sign: number): number {
    let sum = 0;
    if (territory < 0) return sum;
    for (let index = 0; index < this.#limits.length; index++) {
      const limit = this.#limits[index];
      if (!limit) continue;
      const change = unit >= 0 ? sign * (limit.values[unit] ?? 0) : 0;
      const load = (this.#state.limitLoads[index]?.[territory] ?? 0) + change;
      sum += Math.max(0, strainOf(limit, territory, load) - 1) * (this.#strained[territory] ?? 0);
    }
    return sum;
  }
}
