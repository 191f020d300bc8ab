import { isSelling } from '../model/isSelling';
import { planPeriods, monthNumber } from '../model/calendar';
import { meanDealSize } from '../model/meanDealSize';
import type { Plan, Seat } from '../model/plan';
import { SKETCH_OCTAVES } from './kernel/records';
import { octaveBin } from './kernel/sketch';
import { seatGroups, SEAT_LEVELS } from './seatGroups';

/**
 * Floors of the sketches of a plan: the bin that each one's range begins with, numbered as `octaveBin` does. Groups are
 * the plan, its regions, managers, territories and roles.
 */
export interface SketchFloors {
  /** Bookings of a month, a quarter and a year by group. */
  readonly month: Int32Array;
  readonly quarter: Int32Array;
  readonly year: Int32Array;
  /** Cost of a year; half of it, rounded down, is the floor of contribution. */
  readonly cost: Int32Array;
  /** People, seats and months of vacancy of a year. */
  readonly count: Int32Array;
  /** Bookings of a year by seat, in the plan's order. */
  readonly seat: Int32Array;
}

/** How far above what is expected of a full team a sketch reaches. */
const HEADROOM = 8;
/** Deals there is room for, however little is expected. */
const DEALS = 4;

/** Floor of a sketch whose range of twelve octaves ends at eight times that scale. */
const floorOf = (scale: number): number => octaveBin(Math.max(scale, 1e-3) * HEADROOM) - SKETCH_OCTAVES * 16;

/** What the ranges of sketches are laid by: from the plan alone, so that whoever reads a sketch knows its range as well. Linear in seats. */
export function sketchFloors(plan: Plan): SketchFloors {
  const groups = 1 + plan.regions.length + plan.managers.length + plan.territories.length + plan.roles.length;
  const capacity = new Float64Array(groups);
  const deal = new Float64Array(groups);
  const pay = new Float64Array(groups);
  const seats = new Float64Array(groups);
  const counted = new Set<string>();
  const groupsOf = seatGroups(plan);
  const scales = seatScales(plan);
  scales.forEach((scale, index) => {
    for (let level = 0; level < SEAT_LEVELS; level++) {
      const group = groupsOf[index * SEAT_LEVELS + level] ?? -1;
      if (group < 0) continue;
      // a territory's potential is what all its people could sell together
      const known = scale.territory !== undefined && counted.has(`${group} ${scale.territory}`);
      if (scale.territory !== undefined) counted.add(`${group} ${scale.territory}`);
      capacity[group] = (capacity[group] ?? 0) + (known ? 0 : scale.capacity);
      deal[group] = Math.max(deal[group] ?? 0, scale.deal);
      pay[group] = (pay[group] ?? 0) + scale.pay;
      seats[group] = (seats[group] ?? 0) + 1;
    }
  });
  const seasons = longestSeasons(plan);
  const floors = (scaleOf: (capacity: number, group: number) => number) =>
    Int32Array.from(capacity, (each, group) => floorOf(scaleOf(each, group)));
  const bookings = (months: number) =>
    floors((each, group) => Math.max(months * each, DEALS * (deal[group] ?? 0)));
  return {
    month: bookings(seasons.month),
    quarter: bookings(seasons.quarter),
    year: bookings(12),
    cost: floors((each, group) => Math.max(12 * each, pay[group] ?? 0)),
    count: floors((_, group) => 2 * Math.max(1, seats[group] ?? 0)),
    seat: Int32Array.from(scales, (scale) => floorOf(Math.max(12 * scale.capacity, DEALS * scale.deal, 1))),
  };
}

interface SeatScale {
  /** Bookings a month that may be expected of it. */
  readonly capacity: number;
  /** Mean deal. */
  readonly deal: number;
  readonly pay: number;
  /** The territory whose potential the capacity is. */
  readonly territory?: string;
}

function seatScales(plan: Plan): SeatScale[] {
  const { dealSize, productivity } = plan.levers;
  const roles = new Map(
    plan.roles.map((role) => [
      role.id,
      { role, deal: Math.min(meanDealSize(role.dealSize), role.dealSizeCap ?? Infinity) * dealSize },
    ]),
  );
  const potentials = new Map(plan.territories.map(({ id, potential }) => [id, potential]));
  return plan.seats.map((seat): SeatScale => {
    const found = roles.get(seat.roleId);
    if (!found) return { capacity: 0, deal: 0, pay: 0 };
    const { role, deal } = found;
    const pay = role.pay.base + role.pay.variable;
    if (!isSelling(role)) return { capacity: 0, deal: 0, pay };
    const { territoryId } = seat;
    const potential = territoryId === undefined ? undefined : potentials.get(territoryId);
    const levers = dealSize * productivity;
    if (territoryId !== undefined && potential !== undefined)
      return { capacity: (potential / 12) * levers, deal, pay, territory: territoryId };
    const perMonth = Math.max(role.productivity.perMonth, recordOf(seat));
    return { capacity: perMonth * (seat.potential ?? 1) * levers, deal, pay };
  });
}

/** Bookings a month by the seller's own record. */
function recordOf({ occupant }: Seat): number {
  if (occupant.kind !== 'incumbent' || !occupant.history) return 0;
  const { dealsPerMonth, dealSize } = occupant.history;
  return (dealsPerMonth.shape / dealsPerMonth.rate) * meanDealSize(dealSize);
}

/** Months' worth of bookings in the plan's strongest month and quarter. */
function longestSeasons({ calendar, seasonality }: Plan): { month: number; quarter: number } {
  const first = monthNumber(calendar.start);
  const seasonOf = (month: number) => seasonality[(first + month) % 12] ?? 1;
  const strongest = { month: 1, quarter: 3 };
  for (const { kind, firstMonth, endMonth } of planPeriods(calendar)) {
    if (kind !== 'quarter') continue;
    let sum = 0;
    for (let month = firstMonth; month < endMonth; month++) {
      sum += seasonOf(month);
      strongest.month = Math.max(strongest.month, seasonOf(month));
    }
    strongest.quarter = Math.max(strongest.quarter, sum);
  }
  return strongest;
}
