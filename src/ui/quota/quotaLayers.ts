import type { YearQuotas } from '../../model/allocateQuota';
import { overAssignments } from '../../model/overAssignments';
import type { Plan, QuotaPolicy } from '../../model/plan';
import { regionOfSeats } from '../../model/regionOfSeats';
import { money, type Money } from '../../model/units';
import type { SeatFigures } from '../team/seatFigures';

export interface QuotaLayerLine {
  readonly layer: keyof QuotaPolicy['overAssignment'];
  /** How many members of it have a quota. */
  readonly members: number;
  readonly quota: Money;
  /** Its sum ÷ the layer above; absent where there is no target to compare with. */
  readonly over?: number;
  /** What falls to seats that are in none of its members. */
  readonly inNone: Money;
  /** Mean bookings of the seats beneath its members, once the run knows all of them; quotas for seats in none stand against nothing. */
  readonly expected?: Money;
}

/** Mean bookings of all seats and of those that are in a region or under a manager; absent while a seat has no figures. */
export type ExpectedByLayer = Readonly<Record<QuotaLayerLine['layer'], Money>>;

/** What the seats of the year are expected to book, by layer: each layer's seats are those that some member of it answers for. */
export function expectedByLayer(
  plan: Plan,
  quotas: YearQuotas,
  figures: SeatFigures,
): ExpectedByLayer | undefined {
  const inRegion = regionOfSeats(plan);
  let [regions, managers, seats] = [0, 0, 0];
  for (const seat of plan.seats) {
    if (!quotas.seats.byId.has(seat.id)) continue;
    const expected = figures.get(seat.id)?.meanBookings;
    if (expected === undefined) return undefined;
    seats += expected;
    if (seat.managerId !== undefined) managers += expected;
    if (inRegion.has(seat.id)) regions += expected;
  }
  return { regions: money(regions), managers: money(managers), seats: money(seats) };
}

/** The layers from the target down, each with its sum and how much more that is than the layer above. */
export function quotaLayers(quotas: YearQuotas, expected?: ExpectedByLayer): QuotaLayerLine[] {
  const over = overAssignments(quotas);
  return (['regions', 'managers', 'seats'] as const).map((layer) => ({
    layer,
    members: quotas[layer].byId.size,
    quota: quotas[layer].total,
    ...(over[layer] !== undefined && { over: over[layer] }),
    inNone: quotas[layer].unassigned,
    ...(expected && quotas[layer].byId.size > 0 && { expected: expected[layer] }),
  }));
}

/** A ratio as people in sales write it: `1.05`, with a third decimal where it has one. */
export const formatRatio = (ratio: number): string =>
  ratio.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
