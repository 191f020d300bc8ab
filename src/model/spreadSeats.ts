import { mapShared } from './editList';
import { isSelling } from './isSelling';
import type { Plan, Seat } from './plan';
import type { SeatId, TerritoryId } from './units';

/** A territory that seats may go to, and what it holds of the measure that decides. */
export interface Berth {
  readonly id: TerritoryId;
  readonly load: number;
}

/** Selling seats that are in no territory. */
export const idleSeats = (plan: Plan): Seat[] => {
  const sells = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  return plan.seats.filter(({ roleId, territoryId }) => territoryId === undefined && sells.has(roleId));
};

/** Selling seats whose territory is none of these: where a split has no account for them, they book nothing. */
export const strandedSeats = (plan: Plan, territories: ReadonlySet<string>): Seat[] => {
  const sells = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  return plan.seats.filter(
    ({ roleId, territoryId }) =>
      territoryId !== undefined && sells.has(roleId) && !territories.has(territoryId),
  );
};

/**
 * The plan with every selling seat that is in no territory put into one of these: one after another where there is most
 * load for each seat, territories without a seat first. Seats that have a territory stay. Cost: seats times territories.
 */
export function spreadSeats(plan: Plan, berths: readonly Berth[]): Plan {
  const crew = new Map<TerritoryId, number>();
  for (const { territoryId } of plan.seats)
    if (territoryId !== undefined) crew.set(territoryId, (crew.get(territoryId) ?? 0) + 1);
  const need = ({ id, load }: Berth) => ((crew.get(id) ?? 0) === 0 ? Infinity : load / (crew.get(id) ?? 1));
  const goesTo = new Map<SeatId, TerritoryId>();
  for (const { id } of idleSeats(plan)) {
    const [first, ...rest] = berths;
    if (first === undefined) return plan;
    const best = rest.reduce((most, each) => (need(each) > need(most) ? each : most), first);
    crew.set(best.id, (crew.get(best.id) ?? 0) + 1);
    goesTo.set(id, best.id);
  }
  if (goesTo.size === 0) return plan;
  const seats = mapShared(plan.seats, (seat): Seat => {
    const to = goesTo.get(seat.id);
    return to === undefined ? seat : { ...seat, territoryId: to };
  });
  return { ...plan, seats };
}
