import { centresOf } from './centresOf';
import { findPieces } from './findPieces';
import type { Split, Units } from './units';

/** Written out: what hosts have of it is the same, but a purity test forbids everything of Math that might not be. */
const PI = 3.141592653589793;

/** What is said of a split as a whole; see `balanceOf` for deviations. */
export interface SplitMeasures extends Balance {
  /** Root mean square distance of weight from its territory's centre, in km. */
  readonly rmsKm: number;
  /** Pieces by territory. */
  readonly pieces: Int32Array;
  /** Territories in more than one piece, and how many pieces there are beyond one each. */
  readonly inPieces: number;
  readonly extraPieces: number;
  /** Pairs of neighbours in different territories that have a border, and its km; bridges have none. */
  readonly cutEdges: number;
  readonly cutKm: number;
  /** Mean of 4π · area ÷ perimeter² over territories (1 for a circle); absent without areas. */
  readonly polsbyPopper?: number;
  /** Territories without a unit; units without a territory. */
  readonly empty: number;
  readonly unassigned: number;
}

export interface Balance {
  /** Weight by territory. */
  readonly loads: Float64Array;
  /** Load ÷ target − 1, by territory. */
  readonly deviations: Float64Array;
  readonly maxDeviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** Population standard deviation of load ÷ target, over its mean. */
  readonly cv: number;
  readonly gini: number;
  /** Largest load ÷ smallest; Infinity where one is empty. */
  readonly maxOverMin: number;
  /** Units heavier than a fair share: no split can mend them. */
  readonly oversize: readonly number[];
  /** The largest deviation when such units stand alone and the others share the rest; where targets differ, the largest of all. */
  readonly adjustedDeviation: number;
}

/** Balance of a split into that many territories against targets, which default to the mean. Cost: linear, once more for each unit that is oversize. */
export function balanceOf(units: Units, split: Split, territories: number, targets?: Float64Array): Balance {
  const loads = new Float64Array(territories);
  let total = 0;
  for (let unit = 0; unit < units.count; unit++) {
    const territory = split[unit] ?? -1;
    if (territory < 0) continue;
    const weight = units.weight[unit] ?? 0;
    loads[territory] = (loads[territory] ?? 0) + weight;
    total += weight;
  }
  const target = (territory: number) => targets?.[territory] ?? total / territories;
  const deviations = loads.map((load, territory) =>
    target(territory) > 0 ? load / target(territory) - 1 : 0,
  );
  const oversize = oversizeUnits(units, total, territories);
  const maxDeviation = deviations.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return {
    loads,
    deviations,
    maxDeviation,
    lowest: deviations.reduce((least, each) => Math.min(least, each), Infinity),
    highest: deviations.reduce((most, each) => Math.max(most, each), -Infinity),
    cv: variationOf(deviations.map((each) => each + 1)),
    gini: giniOf(loads),
    maxOverMin: loads.reduce((a, b) => Math.max(a, b), 0) / loads.reduce((a, b) => Math.min(a, b), Infinity),
    oversize,
    adjustedDeviation: targets?.some((each) => each !== targets[0])
      ? maxDeviation
      : adjustedDeviation(units, split, loads, total, oversize),
  };
}

/** All that is said of a split. Cost: linear in edges. */
export function measureSplit(
  units: Units,
  split: Split,
  territories: number,
  targets?: Float64Array,
): SplitMeasures {
  const balance = balanceOf(units, split, territories, targets);
  const { territoryOf } = findPieces(units.graph, split);
  const pieces = new Int32Array(territories);
  for (const territory of territoryOf) pieces[territory] = (pieces[territory] ?? 0) + 1;
  const compact = polsbyPopper(units, split, territories);
  const { edges, km } = cut(units, split);
  return {
    ...balance,
    rmsKm: rmsDistance(units, split, territories),
    pieces,
    inPieces: pieces.filter((count) => count > 1).length,
    extraPieces: pieces.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    cutEdges: edges,
    cutKm: km,
    ...(compact !== undefined && { polsbyPopper: compact }),
    empty: pieces.filter((count) => count === 0).length,
    unassigned: split.filter((territory) => territory < 0).length,
  };
}

/**
 * Units heavier than a fair share of what is left once heavier ones stand alone, the heaviest first. Cost: linear for each of
 * them, of which there are fewer than territories.
 */
export function oversizeUnits({ count, weight }: Units, total: number, territories: number): number[] {
  const alone: number[] = [];
  const taken = new Uint8Array(count);
  let rest = total;
  for (let left = territories; left >= 2; left--) {
    let heaviest = -1;
    for (let unit = 0; unit < count; unit++)
      if (taken[unit] === 0 && (heaviest < 0 || (weight[unit] ?? 0) > (weight[heaviest] ?? 0)))
        heaviest = unit;
    const own = weight[heaviest] ?? 0;
    if (heaviest < 0 || own <= rest / left) break;
    taken[heaviest] = 1;
    alone.push(heaviest);
    rest -= own;
  }
  return alone;
}

function adjustedDeviation(
  units: Units,
  split: Split,
  loads: Float64Array,
  total: number,
  oversize: readonly number[],
): number {
  const heavy = oversize.reduce((sum, unit) => sum + (units.weight[unit] ?? 0), 0);
  const share = (total - heavy) / (loads.length - oversize.length);
  const alone = new Map(oversize.map((unit) => [split[unit] ?? -1, units.weight[unit] ?? 0]));
  return loads.reduce((most, load, territory) => {
    const own = alone.get(territory);
    // what shares a territory with such a unit comes on top of it
    // where the others weigh nothing, they share it evenly
    const due = own ?? share;
    return due > 0 ? Math.max(most, Math.abs(load / due - 1)) : most;
  }, 0);
}

function variationOf(values: Float64Array): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / values.length;
  return mean > 0 ? Math.sqrt(squares) / mean : 0;
}

/** Mean absolute difference of all pairs ÷ twice the mean. */
function giniOf(loads: Float64Array): number {
  const sorted = loads.toSorted();
  const total = sorted.reduce((sum, each) => sum + each, 0);
  if (!(total > 0)) return 0;
  const ranked = sorted.reduce((sum, each, rank) => sum + (2 * (rank + 1) - sorted.length - 1) * each, 0);
  return ranked / (sorted.length * total);
}

function rmsDistance(units: Units, split: Split, territories: number): number {
  const centres = centresOf(units, split, territories);
  let inertia = 0;
  let total = 0;
  for (let unit = 0; unit < units.count; unit++) {
    const territory = split[unit] ?? -1;
    if (territory < 0) continue;
    const own = units.weight[unit] ?? 0;
    const dx = (units.x[unit] ?? 0) - (centres.x[territory] ?? 0);
    const dy = (units.y[unit] ?? 0) - (centres.y[territory] ?? 0);
    inertia += own * (dx * dx + dy * dy);
    total += own;
  }
  return total > 0 ? Math.sqrt(inertia / total) : 0;
}

function cut({ count, graph }: Units, split: Split): { edges: number; km: number } {
  let edges = 0;
  let km = 0;
  for (let unit = 0; unit < count; unit++) {
    const end = graph.start[unit + 1] ?? 0;
    for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
      const other = graph.to[edge] ?? 0;
      const own = graph.border[edge] ?? 0;
      // what is joined by a bridge, or around a hole, touches nowhere
      if (own === 0 || other < unit || split[other] === split[unit]) continue;
      edges++;
      km += own;
    }
  }
  return { edges, km };
}

function polsbyPopper(
  { count, graph, area, perimeter }: Units,
  split: Split,
  territories: number,
): number | undefined {
  if (!area || !perimeter) return undefined;
  const areas = new Float64Array(territories);
  const outlines = new Float64Array(territories);
  for (let unit = 0; unit < count; unit++) {
    const territory = split[unit] ?? -1;
    if (territory < 0) continue;
    let outline = perimeter[unit] ?? 0;
    const end = graph.start[unit + 1] ?? 0;
    for (let edge = graph.start[unit] ?? 0; edge < end; edge++)
      if (split[graph.to[edge] ?? 0] === territory) outline -= graph.border[edge] ?? 0;
    areas[territory] = (areas[territory] ?? 0) + (area[unit] ?? 0);
    outlines[territory] = (outlines[territory] ?? 0) + outline;
  }
  let sum = 0;
  let counted = 0;
  areas.forEach((each, territory) => {
    const outline = outlines[territory] ?? 0;
    if (!(outline > 0)) return;
    sum += (4 * PI * each) / (outline * outline);
    counted++;
  });
  return counted > 0 ? sum / counted : 0;
}
