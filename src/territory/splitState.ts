import { limitLoads, strainOf, type Limit } from './limits';
import type { Split, Units } from './units';

/** A split that is being changed unit by unit, with all that a move's worth depends on: constant time a move. */
export class SplitState {
  readonly split: Split;
  readonly loads: Float64Array;
  readonly #units: Units;
  readonly #targets: Float64Array;
  readonly #sx: Float64Array;
  readonly #sy: Float64Array;
  readonly #members: Int32Array;
  readonly #limits: readonly Limit[];
  /** By limit the loads of territories. */
  readonly limitLoads: readonly Float64Array[];
  /** Inertia at the start, for each territory on average. */
  readonly #scale: number;
  readonly #borderScale: number;
  readonly #meanTarget: number;

  /** Takes a copy of the split. */
  constructor(units: Units, split: Split, targets: Float64Array, limits: readonly Limit[] = []) {
    this.#units = units;
    this.#targets = targets;
    this.#limits = limits;
    this.limitLoads = limits.map((limit) => limitLoads(limit, split, targets.length));
    this.split = split.slice();
    this.loads = new Float64Array(targets.length);
    this.#sx = new Float64Array(targets.length);
    this.#sy = new Float64Array(targets.length);
    this.#members = new Int32Array(targets.length);
    for (let unit = 0; unit < units.count; unit++) this.#add(unit, split[unit] ?? -1, 1);
    this.#meanTarget = Math.max(1e-300, targets.reduce((sum, each) => sum + each, 0) / targets.length);
    this.#scale = Math.max(1e-12, this.inertia() / targets.length);
    this.#borderScale = Math.max(1e-12, this.border() / targets.length);
  }

  /** Σ weight × squared distance from the territory's centre. */
  inertia(): number {
    const { count, x, y, weight } = this.#units;
    let sum = 0;
    for (let unit = 0; unit < count; unit++) {
      const t = this.split[unit] ?? -1;
      if (t >= 0) sum += (weight[unit] ?? 0) * this.#squaredDistance(t, x[unit] ?? 0, y[unit] ?? 0);
    }
    return sum;
  }

  /** How much a unit's move to another territory adds to the inertia, in shares of a territory's at the start. */
  inertiaChange(unit: number, to: number): number {
    const { x, y, weight } = this.#units;
    const from = this.split[unit] ?? -1;
    const own = weight[unit] ?? 0;
    const ux = x[unit] ?? 0;
    const uy = y[unit] ?? 0;
    // by Huygens and Steiner: what joins a mass at a distance adds the reduced mass times its square
    let change = 0;
    const joined = (this.loads[to] ?? 0) + own;
    if (joined > 0) change += ((own * (this.loads[to] ?? 0)) / joined) * this.#squaredDistance(to, ux, uy);
    const load = this.loads[from] ?? 0;
    if (load - own > 0) change -= ((own * load) / (load - own)) * this.#squaredDistance(from, ux, uy);
    return change / this.#scale;
  }

  /** How much the move adds to the sum of squared deviations beyond `free`, each in units of `tolerance`. */
  balanceChange(unit: number, to: number, free: number, tolerance: number): number {
    const from = this.split[unit] ?? -1;
    const own = this.#units.weight[unit] ?? 0;
    const beyond = (t: number, load: number) => {
      const target = this.#targets[t] ?? 0;
      const off = target > 0 ? Math.abs(load / target - 1) - free : load > 0 ? 1 : 0;
      return off > 0 ? (off / tolerance) * (off / tolerance) : 0;
    };
    const loadFrom = this.loads[from] ?? 0;
    const loadTo = this.loads[to] ?? 0;
    return (
      beyond(from, loadFrom - own) - beyond(from, loadFrom) + beyond(to, loadTo + own) - beyond(to, loadTo)
    );
  }

  /** Σ of squared deviations beyond `free` in units of `tolerance`, over all territories. */
  balance(free: number, tolerance: number): number {
    let sum = 0;
    for (let t = 0; t < this.loads.length; t++) {
      const target = this.#targets[t] ?? 0;
      const off = (target > 0 ? Math.abs((this.loads[t] ?? 0) / target - 1) : 0) - free;
      if (off > 0) sum += (off / tolerance) * (off / tolerance);
    }
    return sum;
  }

  /** How much the move adds to the km of border between territories, in shares of a territory's at the start. */
  borderChange(unit: number, to: number): number {
    const { graph } = this.#units;
    const from = this.split[unit] ?? -1;
    const end = graph.start[unit + 1] ?? 0;
    let change = 0;
    for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
      const other = this.split[graph.to[edge] ?? 0];
      if (other === from) change += graph.border[edge] ?? 0;
      else if (other === to) change -= graph.border[edge] ?? 0;
    }
    return change / this.#borderScale;
  }

  /** How much the move adds to the weight away from home, in shares of the mean target. */
  homeChange(unit: number, to: number, home: Split): number {
    const belongs = home[unit] ?? -1;
    const from = this.split[unit] ?? -1;
    const change = (to === belongs ? 0 : 1) - (from === belongs ? 0 : 1);
    return (change * (this.#units.weight[unit] ?? 0)) / this.#meanTarget;
  }

  /** How much the move adds to the squares of what limits are strained beyond `free`, summed. */
  limitChange(unit: number, to: number, free: number): number {
    const from = this.split[unit] ?? -1;
    let change = 0;
    this.#limits.forEach((limit, index) => {
      const own = limit.values[unit] ?? 0;
      const beyond = (territory: number, added: number) => {
        const load = (this.limitLoads[index]?.[territory] ?? 0) + added;
        const off = strainOf(limit, territory, load) - free;
        return off > 0 ? off * off : 0;
      };
      change += beyond(from, -own) - beyond(from, 0) + beyond(to, own) - beyond(to, 0);
    });
    return change;
  }

  /** Km of border between territories. */
  border(): number {
    const { count, graph } = this.#units;
    let km = 0;
    for (let unit = 0; unit < count; unit++) {
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++)
        if (this.split[graph.to[edge] ?? 0] !== this.split[unit]) km += graph.border[edge] ?? 0;
    }
    return km / 2;
  }

  /** Units that the territory has. */
  members(territory: number): number {
    return this.#members[territory] ?? 0;
  }

  move(unit: number, to: number): void {
    const from = this.split[unit] ?? -1;
    this.#add(unit, from, -1);
    this.split[unit] = to;
    this.#add(unit, to, 1);
    this.#limits.forEach(({ values }, index) => {
      const loads = this.limitLoads[index];
      if (!loads) return;
      const own = values[unit] ?? 0;
      if (from >= 0) loads[from] = (loads[from] ?? 0) - own;
      if (to >= 0) loads[to] = (loads[to] ?? 0) + own;
    });
  }

  #squaredDistance(territory: number, ux: number, uy: number): number {
    const load = this.loads[territory] ?? 0;
    if (!(load > 0)) return 0;
    const dx = ux - (this.#sx[territory] ?? 0) / load;
    const dy = uy - (this.#sy[territory] ?? 0) / load;
    return dx * dx + dy * dy;
  }

  #add(unit: number, territory: number, sign: number): void {
    if (territory < 0) return;
    const { x, y, weight } = this.#units;
    const own = sign * (weight[unit] ?? 0);
    this.loads[territory] = (this.loads[territory] ?? 0) + own;
    this.#sx[territory] = (this.#sx[territory] ?? 0) + own * (x[unit] ?? 0);
    this.#sy[territory] = (this.#sy[territory] ?? 0) + own * (y[unit] ?? 0);
    this.#members[territory] = (this.#members[territory] ?? 0) + sign;
  }
}
