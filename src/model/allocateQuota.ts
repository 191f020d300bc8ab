import { planPeriods, targetOf, type Period } from './calendar';
import { fullCapacity } from './fullCapacity';
import type { Plan, QuotaPolicy, Seat } from './plan';
import { regionOfSeats } from './regionOfSeats';
import { seatsOfYear } from './seatsOfYear';
import {
  money,
  type ManagerId,
  type Money,
  type PeriodId,
  type RegionId,
  type RoleId,
  type SeatId,
  type TerritoryId,
} from './units';

/** Annual quotas of one layer: its members' by id, and what falls to seats that are in none of them. */
export interface QuotaLayer<Id> {
  readonly byId: ReadonlyMap<Id, Money>;
  readonly unassigned: Money;
  /** Sum of the layer. */
  readonly total: Money;
}

/**
 * Annual quotas of a fiscal year, before ramp relief and the share of the year that a seat is filled. A member without
 * a selling seat in the year has none. A manager's quota is what the team is held to, never added to the seats'.
 */
export interface YearQuotas {
  readonly year: PeriodId;
  /** Where they came from: a year without a target has the stated ones. */
  readonly source: QuotaPolicy['source'];
  /** The year's target with the plan's lever; absent where it has none. */
  readonly target?: Money;
  readonly regions: QuotaLayer<RegionId>;
  readonly managers: QuotaLayer<ManagerId>;
  readonly seats: QuotaLayer<SeatId>;
  /** Sums of the seats'. */
  readonly territories: QuotaLayer<TerritoryId>;
  readonly roles: QuotaLayer<RoleId>;
}

/**
 * The quotas of every fiscal year of the horizon, in order of time. Stated: each selling seat's own or its role's, summed
 * up by layers. Top-down: target × over-assignment of the regions is split over these, that × the managers' over them,
 * that × the seats' over the seats; always evenly by seats or in proportion to full capacity (evenly where that is zero
 * throughout). Either is additive, so that a member's share is the sum of its seats'. Cost: seats × years.
 */
export function allocateQuota(plan: Plan): ReadonlyMap<PeriodId, YearQuotas> {
  const regions = regionOfSeats(plan);
  const years = planPeriods(plan.calendar).filter(({ kind }) => kind === 'year');
  return new Map(years.map((year) => [year.id, yearQuotas(plan, year, regions)]));
}

/** A seat's annual quota in that year; zero for a seat that sells nothing or is not there. */
export const seatAnnualQuota = (quotas: YearQuotas, id: SeatId): Money =>
  quotas.seats.byId.get(id) ?? money(0);

function yearQuotas(plan: Plan, year: Period, regions: ReadonlyMap<SeatId, RegionId>): YearQuotas {
  // In an order of their own, so that the plan's moves no sum by a rounding.
  const seats = [...seatsOfYear(plan, year)].sort((one, other) => (one.id < other.id ? -1 : 1));
  const target = targetOf(plan, year);
  const topDown = plan.quota.source === 'topDown' && target !== undefined;
  const shares = topDown ? handedDown(plan, seats, target) : stated(plan, seats);
  const { overAssignment } = plan.quota;
  const toManagers = topDown ? overAssignment.regions * overAssignment.managers : 1;
  const toSeats = topDown ? toManagers * overAssignment.seats : 1;
  const layer = <Id>(factor: number, memberOf: (seat: Seat) => Id | undefined) =>
    makeLayer(seats, (seat) => (shares.get(seat.id) ?? 0) * factor, memberOf);
  return {
    year: year.id,
    source: topDown ? 'topDown' : 'stated',
    ...(target !== undefined && { target }),
    regions: layer(topDown ? overAssignment.regions : 1, (seat) => regions.get(seat.id)),
    managers: layer(toManagers, (seat) => seat.managerId),
    seats: layer(toSeats, (seat) => seat.id),
    territories: layer(toSeats, (seat) => seat.territoryId),
    roles: layer(toSeats, (seat) => seat.roleId),
  };
}

/** Each seat's own quota or its role's. */
function stated(plan: Plan, seats: readonly Seat[]): ReadonlyMap<SeatId, number> {
  const roles = new Map(plan.roles.map(({ id, annualQuota }) => [id, annualQuota]));
  return new Map(seats.map((seat) => [seat.id, seat.annualQuota ?? roles.get(seat.roleId) ?? 0]));
}

/** Each seat's share of the target, without over-assignment. */
function handedDown(plan: Plan, seats: readonly Seat[], target: Money): ReadonlyMap<SeatId, number> {
  const even = new Map(seats.map((seat): [SeatId, number] => [seat.id, 1]));
  const weights = plan.quota.allocation === 'capacity' ? fullCapacity(plan, seats) : even;
  const sum = sumOf(weights.values());
  const [shares, whole] = sum > 0 ? [weights, sum] : [even, seats.length];
  return new Map([...shares].map(([id, weight]) => [id, (weight / whole) * target]));
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function makeLayer<Id>(
  seats: readonly Seat[],
  quotaOf: (seat: Seat) => number,
  memberOf: (seat: Seat) => Id | undefined,
): QuotaLayer<Id> {
  const byId = new Map<Id, Money>();
  let [unassigned, total] = [0, 0];
  for (const seat of seats) {
    const quota = quotaOf(seat);
    const member = memberOf(seat);
    total += quota;
    if (member === undefined) unassigned += quota;
    else byId.set(member, money((byId.get(member) ?? 0) + quota));
  }
  return { byId, unassigned: money(unassigned), total: money(total) };
}
