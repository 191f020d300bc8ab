import { allocateQuota, seatAnnualQuota } from '../model/allocateQuota';
import { monthNumber, planPeriods, type Period } from '../model/calendar';
import type { Plan, Seat } from '../model/plan';

/** Quotas as the engine needs them. */
export interface QuotaFigures {
  /** A seat's annual quota by fiscal year of the horizon, in order of time. */
  readonly annualQuotas: (seat: Seat) => readonly number[];
  /** Quotas of the regions, managers, territories and roles for a period, in the plan's order; 0 is none. */
  readonly groupQuotas: (period: Period) => readonly number[];
}

/** The plan's quotas, stated or handed down; those of a period carry the share of the year that its months do by the season's weights. */
export function planQuotas(plan: Plan): QuotaFigures {
  const years = planPeriods(plan.calendar).filter(({ kind }) => kind === 'year');
  const allocated = allocateQuota(plan);
  const first = monthNumber(plan.calendar.start);
  const shareOf = ({ firstMonth, endMonth }: Period) => {
    let sum = 0;
    for (let month = firstMonth; month < endMonth; month++)
      sum += plan.seasonality[(first + month) % 12] ?? 1;
    return sum / 12;
  };
  return {
    annualQuotas: ({ id }) =>
      years.map((year) => {
        const quotas = allocated.get(year.id);
        return quotas ? seatAnnualQuota(quotas, id) : 0;
      }),
    groupQuotas(period) {
      const year = years.find(({ endMonth }) => period.firstMonth < endMonth);
      const quotas = year && allocated.get(year.id);
      if (!quotas) return [];
      const share = shareOf(period);
      const of =
        <Id>(byId: ReadonlyMap<Id, number>) =>
        ({ id }: { readonly id: Id }) =>
          (byId.get(id) ?? 0) * share;
      return [
        ...plan.regions.map(of(quotas.regions.byId)),
        ...plan.managers.map(of(quotas.managers.byId)),
        ...plan.territories.map(of(quotas.territories.byId)),
        ...plan.roles.map(of(quotas.roles.byId)),
      ];
    },
  };
}
