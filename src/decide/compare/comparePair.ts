import type { Probability } from '../../stats/summary';
import {
  chanceDifference,
  chanceToBeat,
  pairedDifference,
  pairedSpread,
  type Beats,
  type PairedDifference,
  type PairedSpread,
} from './pairedDifference';
import type { PlanTrials } from './planTrials';

/** What another plan has more than the first. */
export interface PairOutcome {
  readonly bookings: PairedSpread;
  readonly beats: Beats;
  readonly chance?: Probability;
  readonly cost?: PairedDifference;
  readonly contribution?: PairedDifference;
  readonly headcount: PairedDifference;
}

/** What the second plan has more than the first in a period. Cost n log n in the trials. */
export function comparePair(first: PlanTrials, second: PlanTrials): PairOutcome {
  const { target } = first;
  const aims = target !== undefined && second.target !== undefined;
  return {
    bookings: pairedSpread(first.bookings, second.bookings),
    beats: chanceToBeat(first.bookings, second.bookings),
    ...(aims && { chance: chanceDifference(first.bookings, target, second.bookings, second.target) }),
    ...(first.cost && second.cost && { cost: pairedDifference(first.cost, second.cost) }),
    ...(first.contribution &&
      second.contribution && { contribution: pairedDifference(first.contribution, second.contribution) }),
    headcount: pairedDifference(first.headcount, second.headcount),
  };
}
