import type { Split, Units } from './units';
import { startFrom } from './startFrom';
import { subsetUnits } from './subsetUnits';

export interface TaskOptions {
  /** Territories there are to be. */
  readonly territories: number;
  /** Units that stay in the territory they have, or in none. */
  readonly fixed: Uint8Array;
  /** Loads that they are to have; the same for all where absent. */
  readonly targets?: Float64Array;
  /** Whether territories may lie in pieces. */
  readonly pieces?: boolean;
}

/** What a search is given: the units that it may see, and what puts its answer back among all. */
export interface PreparedTask {
  readonly units: Units;
  /** The split as it stands. */
  readonly current: Split;
  /** Where the search starts: every unit in a territory. */
  readonly start: Split;
  readonly locked: Uint8Array;
  readonly targets: Float64Array;
  /** Of values by unit those of the units that the search sees. */
  readonly pick: (values: Float64Array) => Float64Array;
  readonly putBack: (found: Split) => Split;
}

/**
 * A search from a split as it stands, for that many territories, of one size unless told. Units that are fixed in no territory are left
 * out; other units without one are given one (see `startFrom`). Linear in edges.
 */
export function prepareTask(
  all: Units,
  current: Split,
  { territories, fixed, targets, pieces = false }: TaskOptions,
): PreparedTask {
  const kept = Int32Array.from({ length: all.count }, (_, unit) => unit).filter(
    (unit) => !(fixed[unit] === 1 && (current[unit] ?? -1) < 0),
  );
  const whole = kept.length === all.count;
  const units = whole ? all : subsetUnits(all, kept).units;
  const own = Int32Array.from(kept, (unit) => current[unit] ?? -1);
  const locked = Uint8Array.from(kept, (unit) => fixed[unit] ?? 0);
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  return {
    units,
    current: own,
    start: startFrom(units, own, { territories, locked, pieces }),
    locked,
    targets: targets ?? new Float64Array(territories).fill(total / territories),
    pick: (values) => (whole ? values : Float64Array.from(kept, (unit) => values[unit] ?? 0)),
    putBack(found) {
      const split = new Int32Array(all.count).fill(-1);
      kept.forEach((unit, place) => (split[unit] = found[place] ?? -1));
      return split;
    },
  };
}
