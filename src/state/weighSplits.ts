import type { TerritorySplit } from '../model/accountBook';
import { beatenSplits, type SplitYield } from '../decide/splits/beatenSplits';
import { outcomeDifference, type OutcomeDifference } from '../decide/splits/outcomeDifference';
import type { Disruption } from '../territory/measureDisruption';
import type { AccountUnits } from './accountUnits.svelte';
import { disruptionBetween } from './splitMoves';
import type { SplitResult } from './splitOutcomes.svelte';

interface Weighed {
  readonly split: TerritorySplit;
  readonly result: SplitResult;
  /** Its place among those made, where it is none of the plan's. */
  readonly made?: number;
}

/** A split of the trade-off: what it moves, how even it is, what it comes to. */
export interface TradeOffSplit extends Weighed {
  readonly disruption: Disruption;
  /** The largest deviation, with its sign. */
  readonly deviation: number;
  /** Against the split that disruption is counted from; absent of that one itself. */
  readonly difference?: OutcomeDifference;
  /** Whether another moves no more, is no less even and comes to no less, by what is asked for. */
  readonly beaten: Readonly<Record<SplitYield, boolean>>;
}

/** Splits by what they move from that one, the least first. Cost: splits times accounts, and splits² times trials. */
export function weighSplits(
  accounts: AccountUnits,
  from: TerritorySplit,
  splits: readonly Weighed[],
): TradeOffSplit[] {
  const base = splits.find(({ split }) => split.id === from.id)?.result.outcome;
  const weighed = splits
    .map(({ split, result, made }) => {
      const { lowest, highest } = accounts.figuresOf(split).measures;
      const difference = base && split.id !== from.id ? outcomeDifference(base, result.outcome) : undefined;
      return {
        split,
        result,
        disruption: disruptionBetween(accounts, from, split),
        deviation: -lowest > highest ? lowest : highest,
        ...(made !== undefined && { made }),
        ...(difference && { difference }),
      };
    })
    .sort((a, b) => a.disruption.movedShare - b.disruption.movedShare);
  const asked = weighed.map(({ disruption, deviation, result }) => ({
    movedShare: disruption.movedShare,
    deviation: Math.abs(deviation),
    outcome: result.outcome,
  }));
  const bookings = beatenSplits(asked, 'bookings');
  const chance = beatenSplits(asked, 'chance');
  return weighed.map((each, place) => ({
    ...each,
    beaten: { bookings: bookings[place] === true, chance: chance[place] === true },
  }));
}
