import type { RunTotals } from '../stats/mergeOutcomes';

/** A copy of what the totals hold so far, without the room they keep for trials to come. */
export function copyTotals(totals: RunTotals): RunTotals {
  const { trials, months, years } = totals;
  return {
    ...totals,
    bookings: totals.bookings.slice(0, trials * months),
    headcount: totals.headcount.slice(0, trials * months),
    rampedEquivalents: totals.rampedEquivalents.slice(0, trials * months),
    cost: totals.cost.slice(0, trials * years),
    leavers: totals.leavers.slice(0, trials),
    starters: totals.starters.slice(0, trials),
    seatBookings: totals.seatBookings.slice(),
    seatAttainment: totals.seatAttainment.slice(),
    seatTrials: totals.seatTrials.slice(),
    seatAttained: totals.seatAttained.slice(),
    seatHistogram: totals.seatHistogram.slice(),
  };
}

/** The buffers behind the totals, for moving them to another thread. */
export function totalsBuffers(totals: RunTotals): ArrayBuffer[] {
  return Object.values(totals).flatMap((value: number | ArrayBufferView<ArrayBuffer>) =>
    typeof value === 'number' ? [] : [value.buffer],
  );
}
