import { isSelling } from '../../model/isSelling';
import { outsideTerritories, type OutsideTerritories } from '../../model/outsideTerritories';
import type { Plan, Region, Role, Seat, Territory } from '../../model/plan';
import { money, type Money, type TerritoryId } from '../../model/units';
import { USUAL_SELLING_HOURS } from '../../model/usualSellingHours';
import { yieldShare } from '../../model/yieldShare';
import type { SeatFigures } from '../team/seatFigures';

/** A territory with what its people can do in it, all of them there and ramped. */
export interface TerritoryFigures {
  readonly territory: Territory;
  readonly region: Region | undefined;
  /** Its selling seats, in the plan's order. */
  readonly seats: readonly Seat[];
  /** Selling hours a year of all of them. */
  readonly hours: number;
  /** Hours ÷ workload; absent where the workload is zero, which anybody's presence covers. */
  readonly coverage?: number;
  /** Mean of its roles' curvatures by hours, the plan's where a role states none. */
  readonly curvature: number;
  /** Share of the potential that they yield; absent where people sell at their role's productivity. */
  readonly yielded?: number;
  /** Mean bookings of its seats in the year, as the last run has them; absent before it. */
  readonly expected?: Money;
}

/** Every territory of the plan in its order. Linear in the plan. */
export function territoryFigures(plan: Plan, figures: SeatFigures): TerritoryFigures[] {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const regions = new Map(plan.regions.map((region) => [region.id, region]));
  const crews = new Map<TerritoryId, { seat: Seat; role: Role }[]>();
  for (const seat of plan.seats) {
    const role = roles.get(seat.roleId);
    if (seat.territoryId === undefined || !role || !isSelling(role)) continue;
    const crew = crews.get(seat.territoryId) ?? [];
    if (crew.length === 0) crews.set(seat.territoryId, crew);
    crew.push({ seat, role });
  }
  return plan.territories.map((territory): TerritoryFigures => {
    const crew = crews.get(territory.id) ?? [];
    let [hours, bent, expected, known] = [0, 0, 0, true];
    for (const { seat, role } of crew) {
      const own = 12 * (role.sellingHours ?? USUAL_SELLING_HOURS);
      hours += own;
      bent += own * (role.curvature ?? plan.coverage.curvature);
      const figure = figures.get(seat.id);
      known &&= figure !== undefined;
      expected += figure?.meanBookings ?? 0;
    }
    const coverage = territory.workload > 0 ? hours / territory.workload : undefined;
    const curvature = hours > 0 ? bent / hours : plan.coverage.curvature;
    const whole = hours > 0 ? 1 : 0;
    return {
      territory,
      region: territory.regionId && regions.get(territory.regionId),
      seats: crew.map(({ seat }) => seat),
      hours,
      ...(coverage !== undefined && { coverage }),
      curvature,
      ...(territory.potential !== undefined && {
        yielded: coverage === undefined ? whole : yieldShare(coverage, curvature),
      }),
      ...(known && crew.length > 0 && { expected: money(expected) }),
    };
  });
}

/** What all territories hold, and what nobody works. */
export interface TerritoryTotals {
  readonly potential: Money;
  /** Potential of territories without a selling seat, and how many they are. */
  readonly idlePotential: Money;
  readonly idle: number;
  /** Selling seats in a territory and in none. */
  readonly assigned: number;
  readonly unassigned: number;
  /** Territories covered more than once over although bookings answer to effort in proportion. */
  readonly overfull: number;
  /** What the split of accounts in force leaves in no territory. */
  readonly outside?: OutsideTerritories;
}

/** Sums over the territories. Potential is that of the plan whoever works it: none is lost with a seat. */
export function territoryTotals(plan: Plan, rows: readonly TerritoryFigures[]): TerritoryTotals {
  const selling = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  let [potential, idlePotential, idle, assigned, overfull] = [0, 0, 0, 0, 0];
  for (const { territory, seats, coverage, curvature, yielded } of rows) {
    potential += territory.potential ?? 0;
    assigned += seats.length;
    if (seats.length === 0) {
      idle++;
      idlePotential += territory.potential ?? 0;
    }
    if (yielded !== undefined && curvature === 0 && (coverage ?? 0) > 1 + 1e-9) overfull++;
  }
  const sellers = plan.seats.filter(({ roleId }) => selling.has(roleId)).length;
  const outside = outsideTerritories(plan);
  return {
    ...(outside && { outside }),
    potential: money(potential),
    idlePotential: money(idlePotential),
    idle,
    assigned,
    unassigned: sellers - assigned,
    overfull,
  };
}
