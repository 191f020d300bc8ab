import { seededDraws } from '../model/seededDraws';
import { exp, log } from '../sim/kernel/elementary';
import type { Limit } from './limits';
import { RandomTree } from './randomTree';
import { TerritorySums } from './territorySums';
import type { Split, Units } from './units';

export interface RecombineOptions {
  readonly targets: Float64Array;
  /** Deviation that is good enough. */
  readonly tolerance: number;
  readonly seed: number;
  /** Pairs that are cut anew. */
  readonly steps: number;
  readonly locked?: Uint8Array;
  readonly limits?: readonly Limit[];
  /** Where units belong, and what a territory's whole load elsewhere weighs against its inertia. */
  readonly home?: { readonly split: Split; readonly weight: number };
}

/** Temperatures at first and at last, in shares of a territory's inertia. */
const HOTTEST = 0.5;
const COLDEST = 0.005;
/** The tolerance at first, where that asked for is less: units of a third of a territory can still change sides. */
const LOOSEST = 0.4;
/** The share of all steps after which the tolerance asked for is the one that counts. */
const TIGHT_AFTER = 0.6;

/**
 * Joins two neighbouring territories and cuts them apart anew, again and again: along an edge of a random tree of both, drawn by what
 * inertia and balance come to, and kept by Metropolis' rule under a falling temperature. A heavy unit thus changes sides with all
 * that hangs on it, where no unit alone can. Gives the most even of all splits met, and of those within the tolerance the most
 * compact. Source: DeFord, Duchin & Solomon 2021, Harvard Data Science Review 3(1) (recombination); Kirkpatrick,
 * Gelatt & Vecchi 1983, Science 220. Cost: steps × edges of two territories.
 */
export function recombineSplit(units: Units, start: Split, options: RecombineOptions): Split {
  const { tolerance, steps, locked } = options;
  const { count, graph } = units;
  const split = start.slice();
  const sums = new TerritorySums(units, split, options);
  const tree = new RandomTree(graph);
  const draw = seededDraws(options.seed);
  const loosest = Math.max(tolerance, LOOSEST);
  let best = split.slice();
  let least = sums.worth(tolerance);
  const sides = new Float64Array(2 * count);
  /** Cuts what hangs together from that unit on in two, as one of the better cuts has it; false where it is better left as it was. */
  const recut = (root: number, one: number, other: number, tight: number, heat: number, before: number) => {
    tree.grow(root, split, one, other, draw);
    sums.gather(tree, split, one, other, locked);
    let lowest = Infinity;
    for (let place = 1; place < tree.size; place++)
      for (let side = 0; side < 2; side++) {
        const worth = sums.worthOfCut(place, side === 0 ? one : other, tight);
        sides[2 * place + side] = worth;
        if (worth < lowest) lowest = worth;
      }
    if (lowest === Infinity) return false;
    const cut = drawCut(sides, tree.size, lowest, heat, draw);
    const change = (sides[cut] ?? 0) - before;
    if (change > 0 && draw() >= exp(-change / heat)) return false;
    sums.cut(tree, cut >> 1, cut % 2 === 0 ? one : other, split);
    return true;
  };
  for (let step = 0; step < steps; step++) {
    const done = step / steps;
    const heat = HOTTEST * exp(done * log(COLDEST / HOTTEST));
    const tight =
      done < TIGHT_AFTER ? loosest * exp((done / TIGHT_AFTER) * log(tolerance / loosest)) : tolerance;
    const unit = Math.floor(draw() * count);
    const one = split[unit] ?? -1;
    const first = graph.start[unit] ?? 0;
    const degree = (graph.start[unit + 1] ?? 0) - first;
    if (one < 0 || degree === 0) continue;
    const other = split[graph.to[first + Math.floor(draw() * degree)] ?? 0] ?? -1;
    if (other < 0 || other === one) continue;
    const before = sums.worthOf(one, tight) + sums.worthOf(other, tight);
    if (!recut(unit, one, other, tight, heat, before)) continue;
    const worth = sums.worth(tolerance);
    if (worth >= least - 1e-12) continue;
    least = worth;
    best = split.slice();
  }
  return best;
}

/** One of the cuts, the better the likelier. */
function drawCut(
  sides: Float64Array,
  size: number,
  lowest: number,
  heat: number,
  draw: () => number,
): number {
  let sum = 0;
  for (let cut = 2; cut < 2 * size; cut++) {
    const above = ((sides[cut] ?? 0) - lowest) / heat;
    if (above < 30) sum += exp(-above);
  }
  let left = draw() * sum;
  let last = 2;
  for (let cut = 2; cut < 2 * size; cut++) {
    const above = ((sides[cut] ?? 0) - lowest) / heat;
    if (above >= 30) continue;
    last = cut;
    left -= exp(-above);
    if (left < 0) break;
  }
  return last;
}
