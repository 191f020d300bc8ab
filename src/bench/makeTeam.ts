import { parsePlan } from '../model/parsePlan';
import type { Plan } from '../model/plan';

/** What a feature adds to the team's plan, to each of its roles, and to the seat of each number. */
export interface Feature {
  readonly plan?: object;
  readonly role?: object;
  readonly seats?: Readonly<Record<number, object>>;
  /** Roles beside the two that sell. */
  readonly roles?: readonly object[];
}

/** A role that sells so many deals of that mean size a month. */
export const teamRole = (id: string, deals: number, size: number): object => ({
  id,
  name: id,
  ramp: [0.1, 0.4, 0.7],
  annualAttrition: 0.3,
  timeToFill: { p50: 45, p90: 90 },
  startSlip: { p50: 10, p90: 40 },
  productivity: { perMonth: deals * size, cv: 0.1 },
  dealSize: { kind: 'lognormal', mean: size, cv: 0.8 },
  skillCv: 0.3,
  annualQuota: 10 * deals * size,
});

/** Eight seats of two roles over eighteen months of two fiscal years: a plan small enough to have one for each feature. */
export function makeTeam(name: string, feature: Feature): Plan {
  const seats = Array.from({ length: 8 }, (_, index) => ({
    id: `seat-${index}`,
    name: `Seat ${index}`,
    roleId: index % 2 === 0 ? 'small' : 'large',
    occupant:
      index % 4 === 3
        ? { kind: 'planned', start: `2027-0${index}-16` }
        : { kind: 'incumbent', hired: `202${index}-0${index + 1}-11` },
    ...feature.seats?.[index],
  }));
  const parsed = parsePlan({
    format: 'turfcast-plan',
    version: 2,
    name,
    calendar: { start: '2027-01', months: 18, fiscalYearStart: 4 },
    seasonality: [0.8, 0.9, 1.3, 0.8, 0.9, 1.3, 0.8, 0.9, 1.3, 0.8, 0.9, 1.3],
    market: { sd: 0.1, persistence: 0.6 },
    targets: [{ period: 'FY2028', amount: 4_000_000 }],
    roles: [
      { ...teamRole('small', 3, 8000), ...feature.role },
      { ...teamRole('large', 0.5, 90_000), ...feature.role },
      ...(feature.roles ?? []),
    ],
    seats,
    run: { seed: 20270101, trials: 64 },
    ...feature.plan,
  });
  if (parsed.ok) return parsed.value;
  throw new Error(`the plan ${name} must parse, got ${parsed.problems[0]?.message ?? 'no reason'}`);
}
