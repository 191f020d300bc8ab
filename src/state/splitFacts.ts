import type { TerritorySplit } from '../model/accountBook';
import type { OutcomeDifference } from '../decide/splits/outcomeDifference';
import {
  boundLoads,
  joinedTerritories,
  type Disruption,
  type DisruptionBounds,
} from '../territory/measureDisruption';
import { measureTravel, type Travel } from '../territory/measureTravel';
import { numbersOf, territoriesOfSplit, type SplitFigures } from '../territory/splitFigures';
import type { AccountUnits } from './accountUnits.svelte';
import type { SplitResult } from './splitOutcomes.svelte';
import { disruptionBetween } from './splitMoves';
import type { SplitSeats } from './splitSeats';

/** What is said of a split beside the one it is held against. */
export interface SplitFacts {
  readonly split: TerritorySplit;
  readonly figures: SplitFigures;
  readonly travel: Travel;
  /** Territories within the tolerance. */
  readonly within: number;
  /** Absent of the one that the others are held against. */
  readonly disruption?: Disruption;
  /** The least that must move from there for territories to be as even as they are here. */
  readonly bounds?: DisruptionBounds;
  readonly result?: SplitResult;
  readonly difference?: OutcomeDifference;
  /** Whether the outcome is of an earlier state. */
  readonly stale: boolean;
  /** How it is staffed where it is simulated now. */
  readonly seats: SplitSeats;
}

/** A deviation is met to this: sums come in another order. */
const EQUAL = 1e-9;

/** The figures of a split that need no run. */
export type SplitShape = Pick<SplitFacts, 'split' | 'figures' | 'travel' | 'disruption' | 'bounds'>;

/** How many territories are within a tolerance. */
export const countWithin = ({ measures }: SplitFigures, tolerance: number): number =>
  measures.deviations.filter((each) => Math.abs(each) <= tolerance + EQUAL).length;

/** The figures of a split that need no run, beside that other one. Cost n log n of the accounts. */
export function shapeOf(
  accounts: AccountUnits,
  split: TerritorySplit,
  base: TerritorySplit | undefined,
): SplitShape {
  const { map } = accounts;
  const figures = accounts.figuresOf(split);
  const numbers = numbersOf(split.territoryOf, figures.order);
  const placed = Int32Array.from(map.accountOf, (account) => numbers[account] ?? -1);
  const apart = base !== undefined && base.id !== split.id;
  return {
    split,
    figures,
    travel: measureTravel(map.units, placed, figures.order.length),
    ...(apart && {
      disruption: disruptionBetween(accounts, base, split),
      bounds: leastBetween(accounts, base, split),
    }),
  };
}

/**
 * The least share that must move from one split for the territories of another to be as even as they are there. Territories
 * that the other has not are to be emptied.
 */
export function leastBetween(
  accounts: AccountUnits,
  before: TerritorySplit,
  after: TerritorySplit,
): DisruptionBounds {
  const { map, weights, territoryIds } = accounts;
  const { order: kept, measures, total, unassignedLoad } = accounts.figuresOf(after);
  const order = territoriesOfSplit(after.territoryOf, territoryIds, before.territoryOf);
  const numbers = numbersOf(before.territoryOf, order);
  const loads = new Float64Array(order.length);
  numbers.forEach((territory, account) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (weights[account] ?? 0);
  });
  const share = (total - unassignedLoad) / Math.max(1, kept.length);
  // What each is held to there, as its deviation was counted.
  const targets = Float64Array.from(order, (id) => {
    const place = kept.indexOf(id);
    const part = 1 + (measures.deviations[place] ?? 0);
    return place < 0 ? 0 : part > 0 ? (measures.loads[place] ?? 0) / part : share;
  });
  const placed = Int32Array.from(map.accountOf, (account) => numbers[account] ?? -1);
  const joined = joinedTerritories(map.units, placed, order.length);
  return boundLoads({ loads, total, joined }, targets, measures.maxDeviation + EQUAL);
}
