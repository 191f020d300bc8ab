import { annealSplit } from './annealSplit';
import { fillEmpty } from './fillEmpty';
import { findPieces } from './findPieces';
import { oversizeUnits } from './measureSplit';
import type { Limit } from './limits';
import { mendPieces } from './mendPieces';
import { polishBalance } from './polishBalance';
import { powerDiagram } from './powerDiagram';
import { searchAround } from './searchAround';
import { FEW, searchFew } from './searchFew';
import { subsetUnits } from './subsetUnits';
import type { Split, Units } from './units';

export interface DesignOptions {
  readonly territories: number;
  /** Deviation that is good enough, such as 0.01. */
  readonly tolerance: number;
  readonly seed: number;
  /** Which territory a unit has to be in; −1 for any. */
  readonly locks?: Split;
  /** Loads that territories are to have in proportion; equal where absent. */
  readonly shares?: Float64Array;
  /** Where shares differ, a split whose territories are to lend theirs their names as far as they can; −1 for units of none. */
  readonly names?: Split;
  /** Other loads that territories are held to, of all of one kind; with them a unit heavier than a fair share is no longer set apart. */
  readonly limits?: readonly Limit[];
}

/** Moves tried for each unit by the search, and how many at most. */
const SWEEPS = 200;
const MOST_MOVES = 2_000_000;
/** The search aims at somewhat less than the tolerance. */
const AIM = 0.85;

/**
 * A fresh split into balanced, compact territories in one piece each. Where all are to be equal and nothing is locked, units
 * heavier than a fair share stand alone, since no split can mend them, and the others share the rest. The same units,
 * options and seed give the same split everywhere.
 */
export function designSplit(units: Units, options: DesignOptions): Split {
  const { territories, locks, shares } = options;
  if (locks || shares || options.limits) return designAll(units, options, locks, shares);
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const alone = oversizeUnits(units, total, territories);
  if (alone.length === 0) return designAll(units, options);
  const apart = new Set(alone);
  const others = Int32Array.from({ length: units.count }, (_, unit) => unit).filter(
    (unit) => !apart.has(unit),
  );
  const { units: rest, members } = subsetUnits(units, others);
  const k = territories - alone.length;
  if (isTorn(rest)) return designAround(units, options, alone, total);
  const designed = designAll(rest, { ...options, territories: k });
  const split = new Int32Array(units.count);
  members.forEach((unit, place) => (split[unit] = designed[place] ?? -1));
  alone.forEach((unit, place) => (split[unit] = k + place));
  return split;
}

/** Whether some of the units hang together with the others by none of them. */
const isTorn = ({ count, graph }: Units): boolean =>
  findPieces(graph, new Int32Array(count)).territoryOf.length > 1;

/**
 * Where nothing but a heavy unit holds others to the rest, such as an island beside it, it is not taken off the map: it has a
 * territory that is to have no more than it weighs, and takes what has nowhere else to go.
 */
function designAround(units: Units, options: DesignOptions, alone: readonly number[], total: number): Split {
  const k = options.territories - alone.length;
  const heavy = alone.reduce((sum, unit) => sum + (units.weight[unit] ?? 0), 0);
  const shares = new Float64Array(options.territories).fill((total - heavy) / k);
  const locks = new Int32Array(units.count).fill(-1);
  alone.forEach((unit, place) => {
    shares[k + place] = units.weight[unit] ?? 0;
    locks[unit] = k + place;
  });
  return designAll(units, options, locks, shares);
}

function designAll(units: Units, options: DesignOptions, locks?: Split, shares?: Float64Array): Split {
  const { territories, tolerance, seed, limits } = options;
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const parts = shares ?? new Float64Array(territories).fill(1);
  const whole = parts.reduce((sum, each) => sum + each, 0);
  const targets = parts.map((part) => (total * part) / whole);
  const locked = locks && Uint8Array.from(locks, (lock) => (lock >= 0 ? 1 : 0));
  const search = {
    targets,
    tolerance: AIM * tolerance,
    enough: tolerance,
    seed,
    ...(locked && { locked }),
    ...(limits && { limits }),
  };
  const {
    split: drawn,
    centres,
    prices,
  } = powerDiagram(limits ? blendWeights(units, targets, limits) : units, targets, locks, options.names);
  // prices that no load can meet may drive a locked unit out
  const split = drawn.map((territory, unit) =>
    (locks?.[unit] ?? -1) >= 0 ? (locks?.[unit] ?? -1) : territory,
  );
  const mend = (each: Split) => mendPieces(units, each, centres, prices, locked);
  const mended = mend(fillEmpty(units, mend(split), territories, locked));
  const sweeps = Math.min(SWEEPS, Math.ceil(MOST_MOVES / Math.max(1, units.count)));
  const searched = annealSplit(units, mended, { ...search, sweeps });
  const polished = polishBalance(units, searched, search);
  if (units.count > FEW) return searchAround(units, polished, search);
  // these are all cut anew in any case
  return searchFew(units, searchAround(units, polished, { ...search, enough: Infinity }), search);
}

/** The units weighed by their shares of the weight and of every measure that is to be even too, so that a split even by these is near to even by each. */
function blendWeights(units: Units, targets: Float64Array, limits: readonly Limit[]): Units {
  const even = limits.filter((limit) => limit.targets);
  const measures = [units.weight, ...even.map(({ values }) => values)];
  const whole = targets.reduce((sum, each) => sum + each, 0);
  const weight = new Float64Array(units.count);
  for (const values of measures) {
    const total = values.reduce((sum, each) => sum + each, 0);
    if (total > 0)
      values.forEach(
        (value, unit) => (weight[unit] = (weight[unit] ?? 0) + (value * whole) / total / measures.length),
      );
  }
  return { ...units, weight };
}
