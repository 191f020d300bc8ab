import type { Plan } from '../../model/plan';

/** Seat-months that all plans of a bridge may come to: some three seconds on two cores. */
const MOST_SEAT_MONTHS = 180_000_000;
const MOST_PLANS = 12;
const FEWEST_TRIALS = 500;

/** How many trials a plan's bridge is to rest on: those of its run, fewer where the plan is large. */
export function bridgeTrials({ seats, calendar, run }: Plan): number {
  const ofTrial = Math.max(1, seats.length) * calendar.months * MOST_PLANS;
  return Math.min(run.trials, Math.max(FEWEST_TRIALS, Math.floor(MOST_SEAT_MONTHS / ofTrial)));
}
