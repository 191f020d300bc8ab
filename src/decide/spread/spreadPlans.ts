import type { YearQuotas } from '../../model/allocateQuota';
import { monthFromNumber, monthNumber } from '../../model/calendar';
import { patched } from '../../model/patch';
import type { Plan, Role, Seat } from '../../model/plan';
import { isoDate, share } from '../../model/units';

/** The plans whose runs tell the causes of spread apart; each has one cause less than the one before. */
export interface SpreadPlans {
  /** As it is, its quotas written down. */
  readonly asPlanned: Plan;
  /** Everybody sells as the role says: nobody has a record or a skill of their own. */
  readonly alike: Plan;
  /** And everybody has been there long enough and stays all year. */
  readonly settled: Plan;
}

/** Years in the seat after which every ramp is over. */
const LONG_AGO = 20;

/**
 * The three plans of a split of the year's spread (see `splitSpread`). Quotas are the year's own in all of them, stated by
 * seat, so that no cause that is switched off hands out others. Linear in the plan.
 */
export function spreadPlans(plan: Plan, quotas: YearQuotas): SpreadPlans {
  const asPlanned: Plan = {
    ...plan,
    quota: { ...plan.quota, source: 'stated' },
    seats: plan.seats.map((seat) => {
      const annualQuota = quotas.seats.byId.get(seat.id);
      return annualQuota === undefined ? seat : { ...seat, annualQuota };
    }),
  };
  const alike: Plan = {
    ...asPlanned,
    roles: asPlanned.roles.map((role) => ({ ...role, skillCv: 0 })),
    seats: asPlanned.seats.map(withoutRecord),
  };
  const hired = isoDate(`${monthFromNumber(monthNumber(plan.calendar.start) - 12 * LONG_AGO)}-01`);
  const settled: Plan = {
    ...alike,
    roles: alike.roles.map(withoutLeaving),
    seats: alike.seats.map((seat) =>
      seat.occupant.kind === 'incumbent' || quotas.seats.byId.has(seat.id)
        ? patched<Seat>(seat, {
            occupant: { kind: 'incumbent', hired },
            closes: undefined,
            leaves: undefined,
          })
        : seat,
    ),
  };
  return { asPlanned, alike, settled };
}

const withoutRecord = (seat: Seat): Seat =>
  seat.occupant.kind === 'incumbent' && seat.occupant.history
    ? { ...seat, occupant: { kind: 'incumbent', hired: seat.occupant.hired } }
    : seat;

const withoutLeaving = (role: Role): Role =>
  patched<Role>(
    { ...role, annualAttrition: share(0) },
    { attritionByTenure: undefined, performanceLeaving: undefined },
  );
