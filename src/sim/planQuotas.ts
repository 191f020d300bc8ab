import { monthNumber, type Period } from '../model/calendar';
import type { Plan, Seat } from '../model/plan';

/** Quotas as the engine needs them. */
export interface QuotaFigures {
  readonly annualQuota: (seat: Seat) => number;
  /** Quotas of the regions, managers, territories and roles for a period, in the plan's order; 0 is none. */
  readonly groupQuotas: (period: Period) => readonly number[];
}

export function planQuotas(plan: Plan): QuotaFigures {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const annualQuota = (seat: Seat) => {
    const role = roles.get(seat.roleId);
    return (role?.work ?? 'sell') === 'sell' ? (seat.annualQuota ?? role?.annualQuota ?? 0) : 0;
  };
  const first = monthNumber(plan.calendar.start);
  const shareOf = (period: Period) => {
    let sum = 0;
    for (let month = period.firstMonth; month < period.endMonth; month++)
      sum += plan.seasonality[(first + month) % 12] ?? 1;
    return sum / 12;
  };
  const regionOf = new Map(plan.managers.map(({ id, regionId }) => [id, regionId]));
  const territoryRegion = new Map(plan.territories.map(({ id, regionId }) => [id, regionId]));
  return {
    annualQuota,
    groupQuotas(period) {
      const sums = new Map<string, number>();
      const add = (kind: string, id: string | undefined, amount: number) => {
        if (id !== undefined) sums.set(`${kind} ${id}`, (sums.get(`${kind} ${id}`) ?? 0) + amount);
      };
      const share = shareOf(period);
      for (const seat of plan.seats) {
        const amount = annualQuota(seat) * share;
        const region =
          (seat.managerId && regionOf.get(seat.managerId)) ??
          (seat.territoryId && territoryRegion.get(seat.territoryId));
        add('region', region, amount);
        add('manager', seat.managerId, amount);
        add('territory', seat.territoryId, amount);
        add('role', seat.roleId, amount);
      }
      const of = (kind: string) => (each: { readonly id: string }) => sums.get(`${kind} ${each.id}`) ?? 0;
      return [
        ...plan.regions.map(of('region')),
        ...plan.managers.map(of('manager')),
        ...plan.territories.map(of('territory')),
        ...plan.roles.map(of('role')),
      ];
    },
  };
}
