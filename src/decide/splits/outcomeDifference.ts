import type { Probability } from '../../stats/summary';
import {
  chanceDifference,
  chanceToBeat,
  pairedDifference,
  type Beats,
  type PairedDifference,
} from '../compare/pairedDifference';
import type { SplitOutcome } from './splitOutcome';

/** What one split comes to more than another, trial by trial. */
export interface OutcomeDifference {
  readonly bookings: PairedDifference;
  /** Of the chance of the target; absent without one. */
  readonly chance?: Probability;
  /** How often it books more. */
  readonly beats: Beats;
}

/** `after` less `before`, of the same trials in the same order; undefined where they rest on different numbers of trials. Linear. */
export function outcomeDifference(before: SplitOutcome, after: SplitOutcome): OutcomeDifference | undefined {
  if (before.trials !== after.trials || before.period !== after.period) return undefined;
  const chance =
    before.target === undefined || after.target === undefined
      ? undefined
      : chanceDifference(before.byTrial, before.target, after.byTrial, after.target);
  return {
    bookings: pairedDifference(before.byTrial, after.byTrial),
    ...(chance && { chance }),
    beats: chanceToBeat(before.byTrial, after.byTrial),
  };
}
