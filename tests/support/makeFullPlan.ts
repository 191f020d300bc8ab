import { makeRole, neutralLevers } from '../../src/model/defaults';
import { PLAN_VERSION, type Plan, type Role, type Seat } from '../../src/model/plan';
import {
  accountId,
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  measureId,
  money,
  opportunityId,
  periodId,
  planId,
  regionId,
  roleId,
  seatId,
  share,
  splitId,
  stageId,
  territoryId,
} from '../../src/model/units';

const seller: Role = makeRole('midMarket', {
  id: roleId('seller'),
  name: 'Account executive',
  work: 'sell',
  attritionByTenure: {
    kind: 'bands',
    bands: [
      { fromMonth: 0, annual: share(0.4) },
      { fromMonth: 12, annual: share(0.2) },
    ],
  },
  performanceLeaving: { threshold: 0.5, multiplier: 3 },
  dealSize: { kind: 'weibull', mean: money(40_000), cv: 0.8 },
  dealSizeCap: money(400_000),
  dealSizeGrowth: 0.005,
  dealSizeCv: 0.05,
  monthlyCv: 0.4,
  pipeline: {
    winRate: share(0.25),
    winRateBase: 400,
    cycle: { p50: days(84), p90: days(180) },
    leaverKept: share(0.5),
    opening: 'listed',
  },
  sources: [
    { name: 'SDR', share: share(0.4), fedBy: { roleId: roleId('sdr'), sellersPerHead: 2.5 } },
    { name: 'Marketing', share: share(0.3) },
  ],
  sellingHours: 110,
  curvature: 1.5,
  pay: {
    base: money(90_000),
    variable: money(90_000),
    period: 'quarter',
    steps: [
      { from: 0, rate: 0.5 },
      { from: 0.5, rate: 1.5 },
      { from: 1, rate: 2 },
    ],
    cap: 3,
    guarantee: { months: 3, share: share(1) },
    benefits: share(0.2),
    recruiting: money(15_000),
    severance: money(30_000),
    otherCost: money(12_000),
  },
});

const enterprise: Role = makeRole('enterprise', {
  id: roleId('enterprise'),
  name: 'Enterprise seller',
  attritionByTenure: {
    kind: 'curve',
    points: [
      { month: 6, staying: share(0.9) },
      { month: 24, staying: share(0.7) },
    ],
  },
  dealSize: {
    kind: 'mix',
    parts: [
      { name: 'Licence', share: share(0.75), size: { kind: 'gamma', mean: money(120_000), cv: 1 } },
      { name: 'Service', share: share(0.25), size: { kind: 'fixed', amount: money(20_000) } },
    ],
  },
});

const seat = (id: string, role: Role, fields: Partial<Seat> = {}): Seat => ({
  id: seatId(id),
  name: id,
  roleId: role.id,
  occupant: { kind: 'incumbent', hired: isoDate('2025-05-11') },
  backfill: true,
  ...fields,
});

/** A plan by hand in which every field of the format has something to say. */
export function makeFullPlan(): Plan {
  const sdr = makeRole('smb', { id: roleId('sdr'), name: 'SDR', work: 'support' });
  const leader = makeRole('enterprise', { id: roleId('leader'), name: 'Sales manager', work: 'manage' });
  const north = { managerId: managerId('north'), territoryId: territoryId('nordics') };
  const south = { managerId: managerId('south'), territoryId: territoryId('iberia') };
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id: planId('full'),
    name: 'Everything',
    currency: 'EUR',
    calendar: { start: isoMonth('2027-01'), months: 18, fiscalYearStart: 1 },
    seasonality: Array.from({ length: 12 }, () => 1),
    market: { sd: 0.08, persistence: 0.5 },
    parameterUncertainty: true,
    targets: [{ period: periodId('FY2027'), amount: money(4_000_000) }],
    budgets: [{ period: periodId('FY2027'), amount: money(1_500_000) }],
    levers: neutralLevers,
    grossMargin: share(0.75),
    coverage: { curvature: 1, territoryShockSd: 0.1 },
    management: { vacantFactor: 0.9, spanLimit: 8, overSpanFactor: 0.95, rampFactor: 1.2 },
    quota: {
      source: 'topDown',
      allocation: 'capacity',
      overAssignment: { regions: 1.05, managers: 1.05, seats: 1.1 },
      rampRelief: true,
    },
    events: [
      {
        id: eventId('recession'),
        name: 'Recession',
        probability: share(0.2),
        earliest: isoMonth('2027-03'),
        latest: isoMonth('2027-09'),
        months: 6,
        scope: { kind: 'all' },
        effects: { intensity: 0.8, dealSize: 0.9, winRate: 0.85, attrition: 1.2, timeToFill: 0.8 },
      },
      {
        id: eventId('rival'),
        name: 'A rival enters',
        probability: share(0.5),
        earliest: isoMonth('2027-01'),
        latest: isoMonth('2027-01'),
        months: 12,
        scope: { kind: 'territory', id: territoryId('nordics') },
        effects: { winRate: 0.7 },
      },
      {
        id: eventId('poaching'),
        name: 'Poaching',
        probability: share(0.1),
        earliest: isoMonth('2027-06'),
        latest: isoMonth('2028-06'),
        months: 3,
        scope: { kind: 'role', id: enterprise.id },
        effects: { attrition: 4 },
      },
      {
        id: eventId('strike'),
        name: 'Strike',
        probability: share(0.1),
        earliest: isoMonth('2027-06'),
        latest: isoMonth('2027-07'),
        months: 1,
        scope: { kind: 'region', id: regionId('south') },
        effects: { intensity: 0.3 },
      },
    ],
    regions: [
      { id: regionId('north'), name: 'North' },
      { id: regionId('south'), name: 'South' },
    ],
    territories: [
      {
        id: territoryId('nordics'),
        name: 'Nordics',
        regionId: regionId('north'),
        potential: money(2_400_000),
        workload: 2600,
      },
      { id: territoryId('iberia'), name: 'Iberia', workload: 0 },
    ],
    managers: [
      {
        id: managerId('north'),
        name: 'Ines',
        regionId: regionId('north'),
        seatId: seatId('chair'),
      },
      { id: managerId('south'), name: 'Oscar', regionId: regionId('south') },
    ],
    roles: [seller, enterprise, sdr, leader],
    seats: [
      seat('chair', leader),
      seat('sdr-1', sdr),
      seat('ae-1', seller, {
        ...north,
        potential: 1.1,
        annualQuota: money(850_000),
        home: { lon: 10.74, lat: 59.92, postcode: '0354' },
        leaves: [{ from: isoDate('2027-04-01'), to: isoDate('2027-07-01'), share: share(1) }],
      }),
      seat('ae-2', seller, {
        ...north,
        closes: isoDate('2027-10-01'),
        backfill: false,
      }),
      seat('ae-3', seller, { ...south, occupant: { kind: 'planned', start: isoDate('2027-02-11') } }),
      seat('ent-1', enterprise, {
        ...south,
        occupant: {
          kind: 'transfer',
          fromSeatId: seatId('ae-1'),
          date: isoDate('2027-09-01'),
          rampKept: share(0.5),
        },
      }),
    ],
    openPipeline: {
      stages: [{ id: stageId('proposal'), name: 'Proposal', winRate: share(0.4) }],
      opportunities: [
        {
          id: opportunityId('o-1'),
          name: 'Renewal',
          seatId: seatId('ae-1'),
          amount: money(60_000),
          ageDays: days(30),
          stageId: stageId('proposal'),
        },
        {
          id: opportunityId('o-2'),
          seatId: seatId('ae-2'),
          amount: money(25_000),
          ageDays: days(5),
          probability: share(0.6),
        },
      ],
    },
    accountBook: {
      measures: [
        { id: measureId('spend'), name: 'Spend', kind: 'potential' },
        { id: measureId('hours'), name: 'Hours', kind: 'workload', derived: 'Visits × 1.5' },
      ],
      accounts: [
        {
          id: accountId('a-1'),
          name: 'Fjord Foods',
          place: { lon: 10.75, lat: 59.91 },
          postcode: '0150',
          state: 'Oslo',
          family: 'Fjord',
          owner: 'Ines',
          values: [120_000, 60],
        },
        { id: accountId('a-2'), name: 'Tejo', place: { lon: -9.14, lat: 38.72 }, values: [0, null] },
        { id: accountId('a-3'), name: 'Nobody knows where', values: [null, 12.5] },
      ],
      splits: [
        {
          id: splitId('today'),
          name: 'Today',
          territoryOf: [territoryId('nordics'), territoryId('iberia'), ''],
          locked: [accountId('a-2')],
        },
        {
          id: splitId('fair'),
          name: 'Fairer',
          from: splitId('today'),
          territoryOf: [territoryId('nordics'), territoryId('iberia'), territoryId('iberia')],
          locked: [],
          overrides: [{ accountId: accountId('a-3'), reason: 'Bought by Tejo' }],
          rules: [
            {
              when: [{ kind: 'state', anyOf: ['Oslo'] }],
              territoryId: territoryId('nordics'),
              sharesMap: true,
            },
            {
              when: [
                { kind: 'owner', anyOf: ['Ines'] },
                { kind: 'measure', measureId: measureId('hours'), atLeast: 100, below: 900 },
              ],
              territoryId: territoryId('iberia'),
            },
          ],
        },
      ],
      balancedBy: measureId('spend'),
      inForce: splitId('today'),
    },
    run: { seed: 7, trials: 10_000, standardError: 0.005 },
    source: { summary: 'By hand', files: ['plan.json'] },
    notes: [
      { about: { kind: 'plan' }, field: 'grossMargin', owner: 'Finance' },
      {
        about: { kind: 'role', id: seller.id },
        field: 'annualAttrition',
        text: 'Two of eight left last year',
        source: 'HR, exits of 2026',
        owner: 'Ines',
        date: isoDate('2026-11-30'),
      },
      { about: { kind: 'region', id: regionId('north') }, field: 'name', text: 'With the Baltics' },
      {
        about: { kind: 'territory', id: territoryId('nordics') },
        field: 'potential',
        source: 'Market study',
      },
      { about: { kind: 'manager', id: managerId('north') }, field: 'seatId', text: 'On leave in May' },
      { about: { kind: 'seat', id: seatId('ae-1') }, field: 'potential', text: 'The best patch' },
      { about: { kind: 'event', id: eventId('recession') }, field: 'probability', text: 'One year in five' },
    ],
  };
}
