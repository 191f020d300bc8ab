import type { YearQuotas } from './allocateQuota';

export interface OverAssignments {
  /** Regions' quotas ÷ the target; absent, like `street`, where the year has none or it is zero. */
  readonly regions?: number;
  /** Managers' quotas ÷ the regions'. */
  readonly managers: number;
  /** Seats' quotas ÷ the managers'. */
  readonly seats: number;
  /** Seats' quotas ÷ the target: how much more quota is on the street than has to be booked. */
  readonly street?: number;
}

/** Over-assignment of every layer: its sum ÷ the layer above; 1 is none. A layer of nothing under nothing is none. */
export function overAssignments({ target, regions, managers, seats }: YearQuotas): OverAssignments {
  const ratio = (layer: number, above: number) => (layer === above ? 1 : layer / above);
  return {
    ...(target !== undefined &&
      target > 0 && { regions: regions.total / target, street: seats.total / target }),
    managers: ratio(managers.total, regions.total),
    seats: ratio(seats.total, managers.total),
  };
}
