import { neutralDesign, neutralLevers } from '../model/defaults';
import { PLAN_VERSION, type Plan, type Role, type Seat } from '../model/plan';
import { exp, log } from '../sim/kernel/elementary';
import { days, isoDate, isoMonth, money, planId, roleId, seatId, share, territoryId } from '../model/units';

/**
 * The standard workload of the speed figures as a plan: 200 seats (90 SMB, 70 mid-market, 40 enterprise; one in five a
 * planned hire), 24 months, 25 territories with shocks of their own, leaving by tenure, about 1.6 deals closed a
 * seat-month. The reference kernels keep whole months and one shock a territory; here dates are continuous, and shocks
 * come by quarter. Made of the engine's own exp and log, so that it is the same plan to the bit in every host.
 */
const SEASON = [0.8, 0.9, 1.15, 0.85, 0.95, 1.2, 0.8, 0.85, 1.2, 0.9, 1.0, 1.4];

const ROLES = [
  {
    name: 'SMB',
    seats: 90,
    deals: 3,
    mean: 8_000,
    sigma: 0.7,
    ramp: 4,
    quota: 240_000,
    base: 60_000,
    hazard: 1.2,
    fill: 1.8,
  },
  {
    name: 'Mid-market',
    seats: 70,
    deals: 1.5,
    mean: 25_000,
    sigma: 0.8,
    ramp: 7,
    quota: 380_000,
    base: 90_000,
    hazard: 1,
    fill: 2.5,
  },
  {
    name: 'Enterprise',
    seats: 40,
    deals: 0.4,
    mean: 150_000,
    sigma: 1,
    ramp: 10,
    quota: 600_000,
    base: 130_000,
    hazard: 0.8,
    fill: 3.5,
  },
] as const;

const FILL_SIGMA = 0.5;
const TERRITORIES = 25;

/** Chance of leaving within a month, from that month of tenure on; a role has its multiple of it. */
const LEAVING = [
  { fromMonth: 0, monthly: 0.01 },
  { fromMonth: 3, monthly: 0.02 },
  { fromMonth: 12, monthly: 0.025 },
  { fromMonth: 24, monthly: 0.022 },
  { fromMonth: 36, monthly: 0.016 },
];

const annually = (monthly: number) => share(1 - exp(12 * log(1 - monthly)));

function makeRole(role: (typeof ROLES)[number]): Role {
  const median = role.fill * exp(-(FILL_SIGMA * FILL_SIGMA) / 2) * 30.4375;
  return {
    id: roleId(role.name),
    name: role.name,
    ramp: Array.from({ length: role.ramp }, (_, month) => share(exp(1.2 * log((month + 0.5) / role.ramp)))),
    annualAttrition: annually(0.021 * role.hazard),
    attritionByTenure: {
      kind: 'bands',
      bands: LEAVING.map(({ fromMonth, monthly }) => ({
        fromMonth,
        annual: annually(monthly * role.hazard),
      })),
    },
    timeToFill: { p50: days(median), p90: days(median * exp(1.2815515655446004 * FILL_SIGMA)) },
    startSlip: { p50: days(0), p90: days(0) },
    productivity: { perMonth: money(role.deals * role.mean), cv: 0 },
    dealSize: { kind: 'lognormal', mean: money(role.mean), cv: Math.sqrt(exp(role.sigma * role.sigma) - 1) },
    skillCv: 0.35,
    annualQuota: money(role.quota),
    pay: {
      base: money(role.base),
      variable: money(role.quota * 0.1),
      period: 'year',
      steps: [
        { from: 0, rate: 1 },
        { from: 1, rate: 1.5 },
      ],
      benefits: share(0),
      recruiting: money(0),
    },
  };
}

export function makeStandardPlan(trials = 10_000): Plan {
  const kinds = ROLES.flatMap((role) => Array.from({ length: role.seats }, () => roleId(role.name)));
  const seats = kinds.map((id, index): Seat => {
    const startMonth = 1 + (Math.floor(index / 5) % 12);
    const tenure = (index * 7) % 36;
    const hired = 2027 * 12 - tenure;
    const month = (count: number) =>
      `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
    return {
      id: seatId(`seat-${index}`),
      name: `Seat ${index}`,
      roleId: id,
      territoryId: territoryId(`territory-${index % TERRITORIES}`),
      occupant:
        index % 5 === 4
          ? { kind: 'planned', start: isoDate(month(2027 * 12 + startMonth)) }
          : { kind: 'incumbent', hired: isoDate(month(hired)) },
      backfill: true,
      potential: 0.8 + (0.4 * ((index * 37) % 100)) / 99,
    };
  });
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id: planId('standard'),
    name: 'Standard workload',
    currency: 'USD',
    calendar: { start: isoMonth('2027-01'), months: 24, fiscalYearStart: 1 },
    seasonality: SEASON,
    market: { sd: 0.1, persistence: 0.7 },
    parameterUncertainty: false,
    targets: [],
    ...neutralDesign,
    coverage: { curvature: 0, territoryShockSd: 0.15 },
    territories: Array.from({ length: TERRITORIES }, (_, index) => ({
      id: territoryId(`territory-${index}`),
      name: `Territory ${index}`,
      workload: 0,
    })),
    levers: neutralLevers,
    regions: [],
    managers: [],
    roles: ROLES.map(makeRole),
    seats,
    run: { seed: 12345, trials },
  };
}
