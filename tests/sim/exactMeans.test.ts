import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occupant, Plan, Role, Seat } from '../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  money,
  opportunityId,
  regionId,
  roleId,
  seatId,
  share,
  territoryId,
} from '../../src/model/units';
import { expectOutcome } from '../../src/sim/expectOutcome';
import { hasExactMean } from '../../src/sim/hasExactMean';
import { distanceOf, expectAgreement } from './support/agreement';
import { longServing, makeTestPlan, quietRole } from './support/testPlan';

/** Standard errors from the exact mean: laws of their own within four; of some 3,000 generated means one beyond 4.5 is seen once in 50 runs. */
const [LAW, GENERATED] = [4, 4.5];

const west = territoryId('west');
const attrition = (force: number) => share(1 - Math.exp(-12 * force));
const spread = (p50: number, p90 = p50) => ({ p50: days(p50), p90: days(p90) });
const leaving: Partial<Role> = {
  ramp: [share(0.2), share(0.6)],
  annualAttrition: attrition(0.06),
  timeToFill: spread(40, 80),
  productivity: { perMonth: money(30), cv: 0.1 },
};
const piped = {
  winRate: share(0.3),
  winRateBase: 40,
  cycle: spread(50, 120),
  leaverKept: share(1),
  opening: 'steady',
} as const;
const hired = (date: string): Occupant => ({ kind: 'incumbent', hired: isoDate(date) });
const planned = (date: string): Occupant => ({ kind: 'planned', start: isoDate(date) });
const bands = {
  kind: 'bands',
  bands: [
    { fromMonth: 0, annual: attrition(0.15) },
    { fromMonth: 4, annual: attrition(0.02) },
    { fromMonth: 9.5, annual: attrition(0.08) },
  ],
} as const;
const curve = {
  kind: 'curve',
  points: [
    { month: 2.5, staying: share(0.95) },
    { month: 7, staying: share(0.5) },
    { month: 12, staying: share(0.45) },
  ],
} as const;
const event = {
  id: eventId('slump'),
  name: 'Slump',
  probability: share(0.4),
  earliest: isoMonth('2026-12'),
  latest: isoMonth('2027-06'),
  months: 3,
  scope: { kind: 'all' },
  effects: { intensity: 0.5, dealSize: 0.8, winRate: 0.9 },
} as const;

interface Given {
  readonly role?: Partial<Role>;
  readonly seat?: Partial<Seat>;
  readonly plan?: Partial<Plan>;
}

const planOf = ({ role, seat, plan }: Given) =>
  makeTestPlan({
    months: 14,
    role: { ...leaving, ...role },
    seat: () => ({ occupant: hired('2026-11-10'), ...seat }),
    plan: { parameterUncertainty: true, ...plan },
  });

const territories = [{ id: west, name: 'West', potential: money(600), workload: 1500 }];
const leaves = [
  { from: isoDate('2027-01-05'), to: isoDate('2027-02-20'), share: share(0.7) },
  { from: isoDate('2027-04-01'), to: isoDate('2027-05-01'), share: share(1) },
];

const cases: readonly (readonly [string, Given])[] = [
  ['tenure in bands, taken up where the person stands', { role: { attritionByTenure: bands } }],
  [
    'tenure in bands, from a planned start',
    { role: { attritionByTenure: bands }, seat: { occupant: planned('2027-02-20') } },
  ],
  ['a Kaplan–Meier curve, taken up where the person stands', { role: { attritionByTenure: curve } }],
  [
    'a curve that is behind the person',
    { role: { attritionByTenure: curve }, seat: { occupant: longServing } },
  ],
  ['no backfill', { role: { attritionByTenure: curve }, seat: { backfill: false } }],
  ['a reduction in the middle of a month', { seat: { closes: isoDate('2027-08-12') } }],
  [
    'a reduction at a month’s end, of a planned seat',
    { seat: { closes: isoDate('2027-09-01'), occupant: planned('2027-03-10') } },
  ],
  ['leaves of absence while ramping', { role: { attritionByTenure: bands }, seat: { leaves } }],
  ['an event', { plan: { events: [event] } }],
  [
    'two events',
    { plan: { events: [event, { ...event, id: eventId('boom'), effects: { intensity: 1.7 } }] } },
  ],
  [
    'a territory that answers linearly, and its shock',
    { seat: { territoryId: west }, plan: { territories, coverage: { curvature: 0, territoryShockSd: 0.3 } } },
  ],
  ['a pipeline with a steady past', { role: { pipeline: piped } }],
  ['a pipeline that begins empty', { role: { pipeline: { ...piped, opening: 'listed' } } }],
  [
    'a pipeline that outlasts its seat',
    { role: { pipeline: piped }, seat: { closes: isoDate('2027-06-10') } },
  ],
  [
    'a pipeline of which nothing is kept, where nobody leaves',
    { role: { pipeline: { ...piped, leaverKept: share(0) }, annualAttrition: share(0) } },
  ],
  [
    'growth of deals and a cap',
    {
      role: {
        dealSizeGrowth: 0.03,
        dealSize: { kind: 'gamma', mean: money(3), cv: 1 },
        dealSizeCap: money(4),
      },
    },
  ],
  ['people who sell nothing', { role: { work: 'support' } }],
];

describe('the exact mean has', () => {
  it.each(cases)('%s (seed 20270101, 20,000 trials)', (what, given) => {
    const plan = planOf(given);
    expect(hasExactMean(plan)).toBe(true);
    expectAgreement(plan, 20_000, LAW, what);
  });

  it.each(cases)('%s, to 1e-4 of a grid four times as fine', (_what, given) => {
    const plan = planOf(given);
    expect(distanceOf(expectOutcome(plan, 128), expectOutcome(plan))).toBeLessThan(1e-4);
  });

  it('an own record in a territory and under a cap (20,000 trials)', () => {
    const history = {
      dealsPerMonth: { shape: 12, rate: 3 },
      dealSize: { kind: 'empirical', amounts: [money(2), money(9)], counts: [2, 1] },
    } as const;
    const occupant: Occupant = { kind: 'incumbent', hired: isoDate('2026-11-10'), history };
    const role = { dealSizeCap: money(5), dealSize: { kind: 'fixed', amount: money(4) } } as const;
    expectAgreement(planOf({ role, seat: { occupant } }), 20_000, LAW, 'alone');
    const plan = planOf({ role, seat: { occupant, territoryId: west }, plan: { territories } });
    expectAgreement(plan, 20_000, LAW, 'in a territory');
  });
});

/** In steps: fast-check's own doubles are mostly next to nothing. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((step) => min + ((max - min) * step) / 1000);
const day = (from: number, to: number) =>
  fc.integer({ min: from * 336, max: to * 336 - 1 }).map((count) => {
    const two = (value: number) => String(value).padStart(2, '0');
    return isoDate(
      `${Math.floor(count / 336)}-${two((Math.floor(count / 28) % 12) + 1)}-${two((count % 28) + 1)}`,
    );
  });
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const length = fc
  .tuple(number(0, 120), fc.oneof(fc.constant(1), number(1, 4)))
  .map(([p50, more]) => spread(p50, p50 * more));

const roles = fc
  .record({
    ramp: fc.array(number(0, 1).map(share), { maxLength: 6 }),
    annualAttrition: number(0, 0.7).map(share),
    attritionByTenure: fc.constantFrom(undefined, bands, curve),
    timeToFill: length,
    startSlip: length,
    skillCv: number(0, 0.5),
    monthlyCv: number(0, 0.6),
    dealSizeGrowth: number(-0.05, 0.05),
    dealSizeCv: number(0, 0.3),
    pipeline: maybe(fc.record({ cycle: length, opening: fc.constantFrom('steady', 'listed') })),
    perMonth: number(0, 60),
  })
  .map(({ pipeline, attritionByTenure, perMonth, ...fields }) => ({
    ...fields,
    ...(attritionByTenure && { attritionByTenure }),
    ...(pipeline && { pipeline: { ...piped, ...pipeline } }),
    productivity: { perMonth: money(perMonth), cv: 0.2 },
    dealSize: { kind: 'gamma', mean: money(5), cv: 0.6 } as const,
    dealSizeCap: money(12),
  }));

const seats = fc
  .record({
    occupant: fc.oneof(
      day(2024, 2027).map((date) => hired(date)),
      day(2026, 2028).map((date) => planned(date)),
    ),
    backfill: fc.boolean(),
    closes: maybe(day(2028, 2029)),
    isAway: fc.boolean(),
    isWest: fc.boolean(),
  })
  .map(({ isAway, isWest, closes, ...fields }) => ({
    ...fields,
    ...(closes && { closes }),
    ...(isWest && { territoryId: west }),
    ...(isAway && fields.occupant.kind === 'incumbent' && { leaves }),
  }));

const plans = fc
  .record({
    role: roles,
    seats: fc.array(seats, { minLength: 1, maxLength: 3 }),
    months: fc.integer({ min: 1, max: 30 }),
    probability: number(0, 1),
    isMeasured: fc.boolean(),
    seed: fc.nat(0xffffffff),
  })
  .map(({ role, probability, isMeasured, ...made }) => {
    const measured = isMeasured && role.pipeline?.opening !== 'steady';
    return makeTestPlan({
      months: made.months,
      seats: made.seats.length,
      role,
      market: { sd: 0.15, persistence: 0.5 },
      seat: (index) => made.seats[index] ?? {},
      plan: {
        parameterUncertainty: true,
        coverage: { curvature: 0, territoryShockSd: 0.2 },
        territories: measured ? territories : [{ id: west, name: 'West', workload: 0 }],
        events: [
          { ...event, probability: share(probability), scope: { kind: 'territory', id: west } },
          { ...event, id: eventId('all'), effects: { intensity: 1.4 } },
        ],
        run: { seed: made.seed, trials: 10_000 },
      },
    });
  });

it('agrees with 10,000 trials of 25 generated plans of all of it at once', { timeout: 120_000 }, () => {
  fc.sample(plans, { seed: 20270102, numRuns: 25 }).forEach((plan, at) => {
    expect(hasExactMean(plan)).toBe(true);
    expectAgreement(plan, 10_000, GENERATED, `plan ${at}`);
  });
});

describe('there is no exact mean of a plan in which', () => {
  const curved = { curvature: 1, territoryShockSd: 0 };
  const boss = { id: managerId('boss'), name: 'Boss', regionId: regionId('north') };
  const support = { name: 'SDR', share: share(0.3), fedBy: { roleId: roleId('role'), sellersPerHead: 2 } };
  const opportunity = {
    id: opportunityId('a'),
    seatId: seatId('seat-0'),
    amount: money(1),
    ageDays: days(0),
  };
  const refused: readonly (readonly [string, Given])[] = [
    [
      'a covered territory answers in a curve',
      { seat: { territoryId: west }, plan: { territories, coverage: curved } },
    ],
    [
      'a role’s own curvature does',
      { seat: { territoryId: west }, role: { curvature: 2 }, plan: { territories } },
    ],
    [
      'anybody’s presence covers a territory',
      {
        seat: { territoryId: west },
        plan: { territories: territories.map((each) => ({ ...each, workload: 0 })) },
      },
    ],
    ['leaving answers to attainment', { role: { performanceLeaving: { threshold: 0.5, multiplier: 2 } } }],
    [
      'managers are missed',
      { plan: { managers: [boss], management: { vacantFactor: 0.8, overSpanFactor: 1, rampFactor: 1 } } },
    ],
    ['supporters feed a source', { role: { sources: [support] } }],
    [
      'people move between seats',
      {
        seat: {
          occupant: {
            kind: 'transfer',
            fromSeatId: seatId('other'),
            date: isoDate('2027-05-01'),
            rampKept: share(0),
          },
        },
      },
    ],
    ['an event changes leaving', { plan: { events: [{ ...event, effects: { attrition: 2 } }] } }],
    ['an event changes the time to fill', { plan: { events: [{ ...event, effects: { timeToFill: 2 } }] } }],
    [
      'opportunities are listed',
      { role: { pipeline: piped }, plan: { openPipeline: { stages: [], opportunities: [opportunity] } } },
    ],
    ['a leaver’s pipeline is lost in part', { role: { pipeline: { ...piped, leaverKept: share(0.5) } } }],
    [
      'a closed seat’s pipeline is lost in part',
      {
        role: { pipeline: { ...piped, leaverKept: share(0.5) }, annualAttrition: share(0) },
        seat: { closes: isoDate('2027-06-01') },
      },
    ],
    ['leaves of absence overlap', { seat: { leaves: [...leaves, ...leaves] } }],
    ['a newcomer is away, whose start is not known', { seat: { leaves, occupant: planned('2027-02-01') } }],
  ];

  it.each(refused)('%s', (_what, given) => {
    expect(hasExactMean(planOf(given))).toBe(false);
  });

  it('but there is where such things are stated and change nothing', () => {
    const neutral: Given = {
      role: {
        curvature: 2,
        performanceLeaving: { threshold: 0.5, multiplier: 1 },
        sources: [{ name: 'Partner', share: share(0.3) }],
      },
      plan: { managers: [boss], events: [{ ...event, effects: { attrition: 1, timeToFill: 1 } }] },
    };
    expect(hasExactMean(planOf(neutral))).toBe(true);
    expect(quietRole.pipeline).toBeUndefined();
  });
});
