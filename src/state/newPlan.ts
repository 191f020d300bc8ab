import { planPeriods } from '../model/calendar';
import {
  defaultMarket,
  defaultRun,
  flatSeasonality,
  makeRole,
  neutralDesign,
  neutralLevers,
} from '../model/defaults';
import { PLAN_VERSION, type Calendar, type Plan, type Seat } from '../model/plan';
import type { Segment } from '../model/segmentDefaults';
import { isoDate, roleId, seatId, type Money, type PlanId } from '../model/units';

/** What is asked before a plan is begun; everything else starts from the segment's defaults. */
export interface NewPlanAnswers {
  readonly name: string;
  readonly currency: string;
  readonly calendar: Calendar;
  readonly segment: Segment;
  /** People selling today, all of them ramped. */
  readonly sellers: number;
  /** Target of the first fiscal year that the plan covers in full, or else of its first one. */
  readonly target?: Money;
}

/** A plan to begin with: one role, and the people selling today without their names. */
export function makeNewPlan(id: PlanId, answers: NewPlanAnswers): Plan {
  const { calendar } = answers;
  const role = makeRole(answers.segment, { id: roleId('role-1'), name: 'Account executive' });
  const hired = isoDate(`${Number(calendar.start.slice(0, 4)) - 2}${calendar.start.slice(4)}-01`);
  const seats = Array.from({ length: answers.sellers }, (_, index): Seat => {
    const number = index + 1;
    return {
      id: seatId(`seat-${number}`),
      name: `Seller ${number}`,
      roleId: role.id,
      occupant: { kind: 'incumbent', hired },
      backfill: true,
    };
  });
  const years = planPeriods(calendar).filter((period) => period.kind === 'year');
  const year = years.find((period) => period.whole) ?? years[0];
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id,
    name: answers.name,
    currency: answers.currency,
    calendar,
    seasonality: flatSeasonality,
    market: defaultMarket,
    parameterUncertainty: true,
    targets: year && answers.target !== undefined ? [{ period: year.id, amount: answers.target }] : [],
    levers: neutralLevers,
    ...neutralDesign,
    regions: [],
    managers: [],
    roles: [role],
    seats,
    run: defaultRun,
  };
}
