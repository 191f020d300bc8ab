import { monthFromNumber, monthNumber } from '../../src/model/calendar';
import { defaultMarket, makeRole, neutralDesign, neutralLevers } from '../../src/model/defaults';
import { PLAN_VERSION, type Plan, type Seat } from '../../src/model/plan';
import { drawWhole, seededDraws } from '../../src/model/seededDraws';
import {
  isoDate,
  isoMonth,
  managerId,
  money,
  periodId,
  planId,
  regionId,
  seatId,
} from '../../src/model/units';

export interface PlanSize {
  readonly seats: number;
  readonly months: number;
  /** Moves hire and start dates only. */
  readonly seed: number;
}

/**
 * A plan for benchmarks and laws: three roles in turn, a manager to every eight seats, two regions, four seats of
 * five filled at the start and the rest planned hires inside the horizon, from January 2027.
 */
export function makePlanOfSize({ seats, months, seed }: PlanSize): Plan {
  const draw = seededDraws(seed);
  const roles = [makeRole('smb'), makeRole('midMarket'), makeRole('enterprise')] as const;
  const start = isoMonth('2027-01');
  const dayOf = (offset: number) => {
    const day = String(drawWhole(draw, 1, 28)).padStart(2, '0');
    return isoDate(`${monthFromNumber(monthNumber(start) + offset)}-${day}`);
  };
  const regions = ['East', 'West'].map((name, index) => ({ id: regionId(`region-${index + 1}`), name }));
  const managers = Array.from({ length: Math.max(1, Math.ceil(seats / 8)) }, (_, index) => ({
    id: managerId(`manager-${index + 1}`),
    name: `Manager ${index + 1}`,
    regionId: regionId(`region-${(index % 2) + 1}`),
  }));
  const makeSeat = (index: number): Seat => ({
    id: seatId(`seat-${index + 1}`),
    name: `Seat ${index + 1}`,
    roleId: (roles[index % 3] ?? roles[0]).id,
    managerId: managerId(`manager-${Math.floor(index / 8) + 1}`),
    occupant:
      index % 5 === 4
        ? { kind: 'planned', start: dayOf(drawWhole(draw, 0, months - 1)) }
        : { kind: 'incumbent', hired: dayOf(-drawWhole(draw, 1, 48)) },
    backfill: true,
  });
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id: planId(`plan-of-${seats}`),
    name: `Plan of ${seats} seats and ${months} months`,
    currency: 'USD',
    calendar: { start, months, fiscalYearStart: 1 },
    seasonality: Array.from({ length: 12 }, () => 1),
    market: defaultMarket,
    parameterUncertainty: true,
    targets: [{ period: periodId('FY2027'), amount: money(seats * 500_000) }],
    levers: neutralLevers,
    ...neutralDesign,
    regions,
    managers,
    roles,
    seats: Array.from({ length: seats }, (_, index) => makeSeat(index)),
    run: { seed, trials: 10_000 },
  };
}
