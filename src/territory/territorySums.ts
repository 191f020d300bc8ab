import { strainOf, type Limit } from './limits';
import type { RandomTree } from './randomTree';
import type { Split, Units } from './units';

/** What is summed: weight, its moments, weight away from home, units locked elsewhere (for either side of a cut), and limits from here on. */
const [LOAD, X, Y, SQUARES, AWAY, AWAY_OTHER, LOCKED, LOCKED_OTHER, LIMITS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** What balance weighs at one tolerance off, against a territory's inertia: as in `annealSplit`. */
const WEIGHT = 0.4;
/** What it weighs where the tolerance comes first. */
const STRICT = 1000;

interface Aims {
  readonly targets: Float64Array;
  readonly limits?: readonly Limit[];
  readonly home?: { readonly split: Split; readonly weight: number };
}

/** Sums of a split's territories and of the branches of a tree over two of them, from which follows what a cut is worth. */
export class TerritorySums {
  readonly #units: Units;
  readonly #aims: Aims;
  readonly #limits: readonly Limit[];
  readonly #width: number;
  /** By territory, and by place in the tree what hangs on it. */
  readonly #all: Float64Array;
  readonly #branch: Float64Array;
  readonly #at: Float64Array;
  readonly #middle: readonly [number, number];
  readonly #scale: number;
  readonly #meanTarget: number;
  #one = 0;
  #other = 0;

  constructor(units: Units, split: Split, aims: Aims) {
    const { count, x, y, weight } = units;
    const k = aims.targets.length;
    this.#units = units;
    this.#aims = aims;
    this.#limits = aims.limits ?? [];
    this.#width = LIMITS + this.#limits.length;
    this.#all = new Float64Array((k + 2) * this.#width);
    this.#branch = new Float64Array(count * this.#width);
    this.#at = new Float64Array(this.#width);
    const mean = (values: Float64Array) => {
      const total = weight.reduce((sum, each) => sum + each, 0);
      return total > 0 ? values.reduce((sum, each, unit) => sum + each * (weight[unit] ?? 0), 0) / total : 0;
    };
    this.#middle = [mean(x), mean(y)];
    this.#meanTarget = Math.max(1e-300, aims.targets.reduce((sum, each) => sum + each, 0) / k);
    for (let unit = 0; unit < count; unit++) {
      const territory = split[unit] ?? -1;
      if (territory >= 0) this.#add(this.#all, territory, unit, territory, territory, 0, 1);
    }
    let inertia = 0;
    for (let t = 0; t < k; t++) inertia += this.#inertia(this.#all, t * this.#width);
    this.#scale = Math.max(1e-12, inertia / k);
  }

  /** Sums of what hangs on each place of a tree over these two territories. Linear. */
  gather(tree: RandomTree, split: Split, one: number, other: number, locked?: Uint8Array): void {
    this.#one = one;
    this.#other = other;
    const width = this.#width;
    const branch = this.#branch;
    const k = this.#aims.targets.length;
    this.#all.copyWithin(k * width, one * width, (one + 1) * width);
    this.#all.copyWithin((k + 1) * width, other * width, (other + 1) * width);
    branch.fill(0, 0, tree.size * width);
    for (let place = tree.size - 1; place >= 0; place--) {
      const unit = tree.units[place] ?? 0;
      const at = split[unit] ?? -1;
      this.#add(branch, place, unit, one, other, locked?.[unit] ? (at === one ? 1 : 2) : 0, 1);
      // what the tree does not reach stays on the side it is on
      this.#add(this.#all, at === one ? k : k + 1, unit, at, at, 0, -1);
      const parent = tree.parent[place] ?? -1;
      if (parent < 0) continue;
      for (let channel = 0; channel < width; channel++) {
        const cell = parent * width + channel;
        branch[cell] = (branch[cell] ?? 0) + (branch[place * width + channel] ?? 0);
      }
    }
  }

  /** What a territory is worth as it is: the less the better. */
  worthOf(territory: number, tight: number): number {
    return this.#worthAt(this.#all, territory * this.#width, territory, WEIGHT, tight);
  }

  /** What they are worth where the branch at that place goes to a territory of the two, and the rest to the other; Infinity where a lock forbids it. */
  worthOfCut(place: number, to: number, tight: number): number {
    const mate = to === this.#one ? this.#other : this.#one;
    if (!this.#side(place, to, true)) return Infinity;
    const worth = this.#worthAt(this.#at, 0, to, WEIGHT, tight);
    if (!this.#side(place, mate, false)) return Infinity;
    return worth + this.#worthAt(this.#at, 0, mate, WEIGHT, tight);
  }

  /** Cuts there, in these sums and in the split. */
  cut(tree: RandomTree, place: number, to: number, split: Split): void {
    const mate = to === this.#one ? this.#other : this.#one;
    this.#side(place, to, true);
    this.#all.set(this.#at, to * this.#width);
    this.#side(place, mate, false);
    this.#all.set(this.#at, mate * this.#width);
    const inside = new Uint8Array(tree.size);
    for (let each = 0; each < tree.size; each++) {
      inside[each] = each === place || inside[tree.parent[each] ?? -1] ? 1 : 0;
      split[tree.units[each] ?? 0] = inside[each] ? to : mate;
    }
  }

  /** What the whole split is worth where the tolerance comes first: the less the better. */
  worth(tolerance: number): number {
    let sum = 0;
    for (let t = 0; t < this.#aims.targets.length; t++)
      sum += this.#worthAt(this.#all, t * this.#width, t, STRICT, tolerance);
    return sum;
  }

  /** Loads and moments of one side of a cut, with what the tree does not reach, into `#at`; false where a lock forbids it. */
  #side(place: number, to: number, inside: boolean): boolean {
    const width = this.#width;
    const isOne = to === this.#one;
    const rest = (this.#aims.targets.length + (isOne ? 0 : 1)) * width;
    for (let channel = 0; channel < width; channel++) {
      const own = this.#branch[place * width + channel] ?? 0;
      this.#at[channel] = inside ? own : (this.#branch[channel] ?? 0) - own;
    }
    if (!isOne) {
      this.#at[AWAY] = this.#at[AWAY_OTHER] ?? 0;
      this.#at[LOCKED] = this.#at[LOCKED_OTHER] ?? 0;
    }
    if ((this.#at[LOCKED] ?? 0) > 0) return false;
    for (let channel = 0; channel < width; channel++)
      this.#at[channel] = (this.#at[channel] ?? 0) + (this.#all[rest + channel] ?? 0);
    return true;
  }

  #worthAt(sums: Float64Array, base: number, territory: number, weight: number, tight: number): number {
    const { targets, home } = this.#aims;
    const target = targets[territory] ?? 0;
    const load = sums[base + LOAD] ?? 0;
    // as near to the middle of the tolerance as the search by single units will want it
    const free = weight === STRICT ? tight : 0.3 * tight;
    const squared = (off: number) => {
      const beyond = off > free ? ((off - free) / tight) * ((off - free) / tight) : 0;
      return weight === STRICT ? beyond * beyond : beyond;
    };
    let balance = squared(target > 0 ? Math.abs(load / target - 1) : load > 0 ? 1 : 0);
    for (let index = 0; index < this.#limits.length; index++) {
      const limit = this.#limits[index];
      if (limit) balance += squared(tight * strainOf(limit, territory, sums[base + LIMITS + index] ?? 0));
    }
    const away = home ? (home.weight * (sums[base + AWAY] ?? 0)) / this.#meanTarget : 0;
    return weight * balance + this.#inertia(sums, base) / this.#scale + away;
  }

  #inertia(sums: Float64Array, base: number): number {
    const load = sums[base + LOAD] ?? 0;
    if (!(load > 0)) return 0;
    const [x, y] = [sums[base + X] ?? 0, sums[base + Y] ?? 0];
    return Math.max(0, (sums[base + SQUARES] ?? 0) - (x * x + y * y) / load);
  }

  /** Adds a unit to a row of sums: `away` of `one` and of `other`, and where it is locked to 1 (`one`) or 2 (`other`). */
  #add(
    sums: Float64Array,
    row: number,
    unit: number,
    one: number,
    other: number,
    lockedTo: number,
    sign: number,
  ): void {
    const { x, y, weight } = this.#units;
    const base = row * this.#width;
    const own = sign * (weight[unit] ?? 0);
    const dx = (x[unit] ?? 0) - this.#middle[0];
    const dy = (y[unit] ?? 0) - this.#middle[1];
    const home = this.#aims.home?.split[unit] ?? -1;
    sums[base + LOAD] = (sums[base + LOAD] ?? 0) + own;
    sums[base + X] = (sums[base + X] ?? 0) + own * dx;
    sums[base + Y] = (sums[base + Y] ?? 0) + own * dy;
    sums[base + SQUARES] = (sums[base + SQUARES] ?? 0) + own * (dx * dx + dy * dy);
    if (home !== one) sums[base + AWAY] = (sums[base + AWAY] ?? 0) + own;
    if (home !== other) sums[base + AWAY_OTHER] = (sums[base + AWAY_OTHER] ?? 0) + own;
    if (lockedTo === 2) sums[base + LOCKED] = (sums[base + LOCKED] ?? 0) + 1;
    if (lockedTo === 1) sums[base + LOCKED_OTHER] = (sums[base + LOCKED_OTHER] ?? 0) + 1;
    for (let index = 0; index < this.#limits.length; index++) {
      const cell = base + LIMITS + index;
      sums[cell] = (sums[cell] ?? 0) + sign * (this.#limits[index]?.values[unit] ?? 0);
    }
  }
}
