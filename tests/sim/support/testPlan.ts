import { neutralDesign, neutralLevers } from '../../../src/model/defaults';
import {
  PLAN_VERSION,
  type Levers,
  type Market,
  type Occupant,
  type Plan,
  type Role,
  type Seat,
} from '../../../src/model/plan';
import { days, isoDate, isoMonth, money, planId, roleId, seatId, share } from '../../../src/model/units';

/** Everything about a plan whose chance is switched off but for the number of deals; each test switches on what it is about. */
export interface TestPlan {
  readonly months?: number;
  readonly seats?: number;
  readonly role?: Partial<Role>;
  readonly seat?: (index: number) => Partial<Seat>;
  readonly market?: Market;
  readonly levers?: Partial<Levers>;
  readonly plan?: Partial<Plan>;
}

export const longServing: Occupant = { kind: 'incumbent', hired: isoDate('2010-01-01') };

const never = { p50: days(0), p90: days(0) };

export const quietRole: Role = {
  id: roleId('role'),
  name: 'Role',
  ramp: [],
  annualAttrition: share(0),
  timeToFill: never,
  startSlip: never,
  productivity: { perMonth: money(1), cv: 0 },
  dealSize: { kind: 'fixed', amount: money(1) },
  skillCv: 0,
  annualQuota: money(12),
  pay: {
    base: money(0),
    variable: money(0),
    period: 'year',
    steps: [{ from: 0, rate: 1 }],
    benefits: share(0),
    recruiting: money(0),
  },
};

export function makeTestPlan(given: TestPlan): Plan {
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id: planId('test'),
    name: 'Test',
    currency: 'USD',
    calendar: { start: isoMonth('2027-01'), months: given.months ?? 12, fiscalYearStart: 1 },
    seasonality: Array.from({ length: 12 }, () => 1),
    market: given.market ?? { sd: 0, persistence: 0 },
    parameterUncertainty: false,
    targets: [],
    levers: { ...neutralLevers, ...given.levers },
    ...neutralDesign,
    regions: [],
    managers: [],
    roles: [{ ...quietRole, ...given.role }],
    seats: Array.from({ length: given.seats ?? 1 }, (_, index) => ({
      id: seatId(`seat-${index}`),
      name: `Seat ${index}`,
      roleId: quietRole.id,
      occupant: longServing,
      backfill: true,
      ...given.seat?.(index),
    })),
    run: { seed: 20270101, trials: 10_000 },
    ...given.plan,
  };
}
