import { meanDealSize } from '../model/meanDealSize';
import type { EmpiricalSizes, Plan, Role, Seat } from '../model/plan';
import { money } from '../model/units';
import { USUAL_SELLING_HOURS } from '../model/usualSellingHours';

/** What a ramped month is expected to book in a seat, of its first person and of others, before the month's factors. */
export interface ExpectedRate {
  readonly own: number;
  readonly later: number;
}

/** In a territory of stated potential, of coverage that is answered linearly, hours × potential ÷ workload; else by productivity. */
export function expectRate(plan: Plan, seat: Seat, role: Role): ExpectedRate {
  const { levers } = plan;
  const lever = levers.productivity * levers.dealSize;
  const { perMonth } = role.productivity;
  const own = recordedPerMonth(seat, role) ?? perMonth;
  const territory = plan.territories.find(({ id }) => id === seat.territoryId);
  if (territory?.potential === undefined) {
    const patch = seat.potential ?? 1;
    return { own: own * lever * patch, later: perMonth * lever * patch };
  }
  const hours = role.sellingHours ?? USUAL_SELLING_HOURS;
  const later = territory.workload > 0 ? (hours * territory.potential * lever) / territory.workload : 0;
  // a record says how skilled a person is: bookings against the role's
  return { own: later * (perMonth * levers.productivity > 0 ? own / perMonth : 1), later };
}

/** The first person's own bookings a month, by the record, the role's cap included. */
function recordedPerMonth({ occupant }: Seat, { dealSizeCap }: Role): number | undefined {
  const history = occupant.kind === 'incumbent' ? occupant.history : undefined;
  if (!history) return undefined;
  return (history.dealsPerMonth.shape / history.dealsPerMonth.rate) * meanUpTo(history.dealSize, dealSizeCap);
}

const meanUpTo = (sizes: EmpiricalSizes, cap: number = Infinity): number =>
  meanDealSize({ ...sizes, amounts: sizes.amounts.map((amount) => money(Math.min(amount, cap))) });
