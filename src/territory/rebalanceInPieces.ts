import { annealSplit } from './annealSplit';
import { bringHome } from './bringHome';
import { centresOf } from './centresOf';
import { evenOut } from './evenOut';
import type { Keep } from './holdChoices';
import { worstStrain } from './limits';
import { meanSquare } from './nearness';
import { OffBounds } from './offBounds';
import { powerDiagram } from './powerDiagram';
import type { RebalanceOptions } from './rebalanceSplit';
import { returnUnits } from './returnUnits';
import { SplitState } from './splitState';
import type { Split, Units } from './units';

/**
 * What a unit away from home weighs against its squared distance, in mean squared radii of the split as it is, where
 * stickiness is a half: it goes by the odds, so that near 1 only the farthest accounts are worth a move.
 */
const HOME = 0.5;
/** What a whole territory away from home weighs in a search for limits. */
const HELD = 5;
/** Where limits are not met by moves alone, a search of so many moves a unit takes its turn. */
const SWEEPS = 60;
/** So near to the least that must move is near enough: a few heavy accounts disturb fewer people than many light ones. */
const NEAR = 1.08;
/** A share of all weight that is no more than rounding. */
const ROUNDING = 1e-6;
/** Beyond that, many light ones have to save at least so much. */
const SAVES = 1.03;

/**
 * Brings a split whose territories may lie in pieces within its tolerance. With stickiness of 1 as little weight moves as can
 * be (see `evenOut`). With less, what is saved in distance has to outweigh it: the split as it is, evened out, and one
 * drawn anew (a balanced power diagram that makes leaving home dear) are weighed by distance and moves together, and the
 * better one is the answer. The same seed gives the same split.
 */
export function rebalanceInPieces(units: Units, current: Split, options: RebalanceOptions): Split {
  const { targets, locked, stickiness } = options;
  if (stickiness >= 1) return fewestMoves(units, current, options);
  const home = options.home ?? current;
  const even = (split: Split) => evenWithin(units, split, { ...options, home });
  const radius = meanSquare(units, current, centresOf(units, current, targets.length));
  const keep = { split: home, cost: ((HOME * stickiness) / (1 - stickiness)) * radius };
  const locks = locked && current.map((territory, unit) => (locked[unit] ? territory : -1));
  const { split: drawn } = powerDiagram(units, targets, locks, current, keep);
  const anew = drawn.map((territory, unit) => (locked?.[unit] ? (current[unit] ?? -1) : territory));
  const settle = (split: Split) => returnUnits(units, even(split), keep, options);
  const [stays, goes] = [settle(current), settle(anew)];
  const further = missed(units, goes, options) - missed(units, stays, options);
  // what is beyond the tolerance counts before what it costs to be within
  if (Math.abs(further) > ROUNDING * total(units)) return further < 0 ? goes : stays;
  return costOf(units, goes, keep, targets) < costOf(units, stays, keep, targets) ? goes : stays;
}

function fewestMoves(units: Units, current: Split, options: RebalanceOptions): Split {
  const home = options.home ?? current;
  const moved = (fine: boolean) =>
    bringHome(units, evenWithin(units, current, { ...options, home, fine }), home, {
      ...options,
      pieces: true,
    });
  const few = moved(false);
  const weight = awayFrom(units, few, home);
  const slack = ROUNDING * total(units);
  const off = missed(units, few, options);
  const bounds = new OffBounds(units, new SplitState(units, current, options.targets), options);
  if (off <= slack && weight <= NEAR * bounds.least()) return few;
  // heavy units overshoot: light ones, though more of them, are worth it where they weigh less together
  const fine = moved(true);
  const further = missed(units, fine, options) - off;
  if (Math.abs(further) > slack) return further < 0 ? fine : few;
  return weight > SAVES * awayFrom(units, fine, home) ? fine : few;
}

/** Weight beyond the tolerance and the limits, of all territories together. */
const missed = (units: Units, split: Split, options: RebalanceOptions): number =>
  new OffBounds(units, new SplitState(units, split, options.targets, options.limits), options).total();

const total = ({ weight }: Units): number => weight.reduce((sum, each) => sum + each, 0);

/** The split evened out; where limits are not met by that, searched on. */
function evenWithin(
  units: Units,
  split: Split,
  options: RebalanceOptions & { readonly home: Split; readonly fine?: boolean },
): Split {
  const { targets, home, limits = [] } = options;
  const even = evenOut(units, split, options);
  if (worstStrain(limits, even, targets.length) <= 1) return even;
  const searched = annealSplit(units, even, {
    ...options,
    home: { split: home, weight: HELD },
    free: 0.9,
    sweeps: SWEEPS,
    pieces: true,
  });
  return evenOut(units, searched, options);
}

/** Mean squared distance, and what being away from home costs on average. */
function costOf(units: Units, split: Split, keep: Keep, { length }: Float64Array): number {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const square = meanSquare(units, split, centresOf(units, split, length));
  return total > 0 ? square + (keep.cost * awayFrom(units, split, keep.split)) / total : 0;
}

/** Weight that is not where it belongs. */
const awayFrom = ({ weight }: Units, split: Split, home: Split): number =>
  weight.reduce(
    (sum, own, unit) => ((home[unit] ?? -1) >= 0 && split[unit] !== home[unit] ? sum + own : sum),
    0,
  );
