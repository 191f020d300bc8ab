import { planMonth, planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { groupTargets } from '../sim/groupTargets';
import { HISTOGRAMS, type HistogramName } from '../sim/outcome';
import { sketchFloors } from '../sim/sketchFloors';
import { NO_TARGET, type Levels } from './levels';
import type { RunTotals } from './mergeOutcomes';
import { packSketches } from './packSketches';

/** Gathers what totals know of each level. Sums are shared with the totals, not copied. Cost: two passes over the sketches. */
export function makeLevels(plan: Plan, totals: RunTotals): Levels {
  const packed = (name: HistogramName) => packSketches(totals[name], HISTOGRAMS[name].bins);
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    trials: totals.trials,
    shape: totals.shape,
    months: Array.from({ length: totals.shape.months }, (_, month) => planMonth(plan.calendar, month)),
    periods: planPeriods(plan.calendar).map(({ id, firstMonth, endMonth }) => ({ id, firstMonth, endMonth })),
    ids: {
      region: idsOf(plan.regions),
      manager: idsOf(plan.managers),
      territory: idsOf(plan.territories),
      role: idsOf(plan.roles),
      seat: idsOf(plan.seats),
    },
    floors: sketchFloors(plan),
    targets: groupTargets(plan).map((target) => (target === Infinity ? NO_TARGET : target)),
    bookings: totals.groupMoments,
    bookingSketches: packed('groupSketches'),
    hits: totals.groupHits,
    measures: totals.measureMoments,
    measureSketches: packed('measureSketches'),
    seatMonths: totals.seatMonths,
    seatYears: totals.seatYears,
    seatCounts: totals.seatCounts,
    seatBookings: packed('seatBookings'),
    seatAttainment: packed('seatAttainment'),
  };
}
