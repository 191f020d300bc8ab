import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, RiskEvent, Role } from '../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  money,
  roleId,
  seatId,
  share,
  territoryId,
} from '../../src/model/units';
import { ROW_NAMES, SUM_NAMES } from '../../src/sim/outcome';
import { summarise } from '../../src/stats/summarise';
import { writeLevels } from '../../src/stats/writeLevels';
import { planArbitrary } from '../support/planArbitrary';
import { simulate } from './support/simulate';
import { tamePlans } from './support/tamePlans';
import { makeTestPlan, type TestPlan } from './support/testPlan';

/** Every number in something made of objects and lists that is none, with its path. */
function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`];
  if (ArrayBuffer.isView(value)) return notNumbersIn(value as never, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => notNumbers(each, `${path}.${key}`));
}

function notNumbersIn(array: ArrayLike<number>, path: string): string[] {
  for (let i = 0; i < array.length; i++) if (!Number.isFinite(array[i])) return [`${path}[${i}] ${array[i]}`];
  return [];
}

/** Seats whose figures are also written out one by one. */
const MOST_WRITTEN = 10;

function expectFinite(plan: Plan, trials: number): void {
  const parsed = parsePlan(plan);
  if (!parsed.ok) throw new Error(`the plan must parse, got ${parsed.problems[0]?.message ?? ''}`);
  const totals = simulate(parsed.value, trials);
  for (const name of [...ROW_NAMES, ...SUM_NAMES])
    expect(
      totals[name].findIndex((each) => !Number.isFinite(each)),
      name,
    ).toBe(-1);
  const { levels, ...summary } = summarise(parsed.value, totals);
  expect(notNumbers(summary).slice(0, 3)).toEqual([]);
  // where there is no target, Infinity says so inside, and nothing outside
  const { targets: _targets, ...kept } = levels;
  expect(notNumbers(kept).slice(0, 3)).toEqual([]);
  if (plan.seats.length <= MOST_WRITTEN) expect(notNumbers(writeLevels(levels)).slice(0, 3)).toEqual([]);
}

describe('outcomes and summaries are made of numbers', () => {
  it('for 300 plans of every feature, 20 trials each', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(tamePlans, (plan) => expectFinite(plan, 20)),
      { seed: 4, numRuns: 300 },
    );
  });

  it('for 100 plans at the ends of what a plan may say, 2 trials each', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => expectFinite(plan, 2)),
      { seed: 7, numRuns: 100 },
    );
  });

  const extreme = (name: string, given: TestPlan, trials = 64) =>
    it(name, { timeout: 120_000 }, () => expectFinite(makeTestPlan(given), trials));
  const territory = { id: territoryId('t'), name: 'T', potential: money(1000), workload: 1200 };
  const inTerritory = () => ({ territoryId: territory.id });
  const event = (fields: Partial<RiskEvent>): RiskEvent => ({
    id: eventId('event'),
    name: 'Event',
    probability: share(1),
    earliest: isoMonth('2027-01'),
    latest: isoMonth('2027-01'),
    months: 60,
    scope: { kind: 'all' },
    effects: {},
    ...fields,
  });
  const support: Role = { ...makeTestPlan({}).roles[0], id: roleId('support'), work: 'support' } as Role;

  extreme('with no seats', { seats: 0 });
  extreme('with no trials yet', {}, 0);
  extreme('with one trial', {}, 1);
  extreme('with a horizon of one month', { months: 1 });
  extreme('with all levers at nothing', {
    levers: { productivity: 0, dealSize: 0, attrition: 0, ramp: 0, timeToFill: 0, target: 0 },
  });
  extreme('with no quota', { role: { annualQuota: money(0) } });
  extreme('with a quota of next to nothing', { role: { annualQuota: money(5e-324) } });
  extreme('with deals of a trillion', {
    role: {
      dealSize: { kind: 'lognormal', mean: money(1e12), cv: 5 },
      productivity: { perMonth: money(1e12), cv: 5 },
    },
    plan: { parameterUncertainty: true },
  });
  extreme('with deals of next to nothing', {
    role: {
      dealSize: { kind: 'gamma', mean: money(1e-300), cv: 5 },
      productivity: { perMonth: money(1e-300), cv: 0 },
    },
  });
  for (const kind of ['lognormal', 'gamma', 'weibull'] as const)
    for (const cv of [0, 1e-200, 1e-9, 0.001, 5])
      extreme(`with ${kind} sizes of cv ${cv}`, { role: { dealSize: { kind, mean: money(10), cv } } });
  extreme('with a history of a billion deals', {
    role: { dealSize: { kind: 'empirical', amounts: [money(1), money(2)], counts: [1e9, 5e8] } },
  });
  extreme('with deal sizes of zero but one', {
    role: {
      dealSize: { kind: 'empirical', amounts: [money(0), money(1)], counts: [1e6, 1] },
      productivity: { perMonth: money(1e-3), cv: 0 },
    },
  });
  extreme('with a part of a mix that has no share', {
    role: {
      dealSize: {
        kind: 'mix',
        parts: [
          { name: 'none', share: share(0), size: { kind: 'fixed', amount: money(5) } },
          { name: 'all', share: share(1), size: { kind: 'fixed', amount: money(1) } },
        ],
      },
    },
  });
  extreme('with a cap far below every deal', {
    role: { dealSizeCap: money(1e-9), productivity: { perMonth: money(1e-9), cv: 0 } },
  });
  extreme('where nearly everybody leaves and is replaced at once', {
    months: 60,
    levers: { attrition: 5 },
    role: { annualAttrition: share(0.999) },
  });
  extreme(
    'where hazards reach thousands a month, for everybody and all the time',
    {
      months: 60,
      seats: 3,
      levers: { attrition: 5 },
      role: {
        annualAttrition: share(1 - 2 ** -53),
        performanceLeaving: { threshold: 10, multiplier: 20 },
      },
      plan: { events: [event({ effects: { attrition: 10, timeToFill: 0 } })] },
    },
    2,
  );
  extreme('where a curve drops to nothing within a breath', {
    seats: 3,
    role: {
      attritionByTenure: { kind: 'curve', points: [{ month: 5e-324, staying: share(5e-324) }] },
      annualAttrition: share(0.3),
    },
  });
  extreme('where hazards are next to nothing, in bands of next to no length', {
    role: {
      attritionByTenure: {
        kind: 'bands',
        bands: [
          { fromMonth: 0, annual: share(5e-324) },
          { fromMonth: 5e-324, annual: share(1e-300) },
          { fromMonth: 1200, annual: share(1 - 2 ** -53) },
        ],
      },
    },
  });
  extreme(
    'with a thousand events that all happen at once',
    {
      levers: { attrition: 0 },
      plan: {
        events: Array.from({ length: 1000 }, (_, index) =>
          event({
            id: eventId(`${index}`),
            effects: { intensity: 10, dealSize: 10, winRate: 10, attrition: 10, timeToFill: 10 },
          }),
        ),
      },
      role: { productivity: { perMonth: money(1e-3), cv: 0 } },
    },
    2,
  );
  extreme('with a thousand events that take everything away', {
    plan: {
      events: Array.from({ length: 1000 }, (_, index) =>
        event({
          id: eventId(`${index}`),
          effects: { intensity: 0, dealSize: 0, winRate: 0, attrition: 0, timeToFill: 0 },
        }),
      ),
    },
  });
  extreme('with events outside the horizon, of chance zero and of chance one', {
    plan: {
      events: [
        event({ id: eventId('past'), earliest: isoMonth('1950-01'), latest: isoMonth('1950-01'), months: 1 }),
        event({ id: eventId('ends'), earliest: isoMonth('2026-12'), latest: isoMonth('2026-12'), months: 1 }),
        event({ id: eventId('future'), earliest: isoMonth('2150-01'), latest: isoMonth('2150-12') }),
        event({ id: eventId('never'), probability: share(0) }),
        event({ id: eventId('wide'), earliest: isoMonth('1950-01'), latest: isoMonth('2150-12') }),
      ].map((each) => ({ ...each, effects: { intensity: 2, attrition: 3, timeToFill: 2 } })),
    },
    role: { annualAttrition: share(0.5), timeToFill: { p50: days(30), p90: days(90) } },
  });
  extreme('with a time to fill of extreme ratio', {
    role: { annualAttrition: share(0.9), timeToFill: { p50: days(5e-324), p90: days(3650) } },
  });
  extreme('with a thousand hires in a month', {
    seats: 1000,
    seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-03-01') } }),
  });
  extreme(
    'with 5,000 seats, each in a team and a territory',
    {
      months: 60,
      seats: 5000,
      seat: (index) => ({ managerId: managerId(`${index % 500}`), ...inTerritory() }),
      role: { annualAttrition: share(0.3), productivity: { perMonth: money(1), cv: 0 } },
      plan: {
        managers: Array.from({ length: 500 }, (_, index) => ({ id: managerId(`${index}`), name: 'M' })),
        management: { vacantFactor: 0.5, spanLimit: 9, overSpanFactor: 0.5, rampFactor: 2 },
        territories: [territory],
        coverage: { curvature: 2, territoryShockSd: 0.2 },
      },
    },
    2,
  );
  extreme('with as many deals as a plan may ask for, times every lever', {
    months: 2,
    levers: { productivity: 5 },
    market: { sd: 2, persistence: 0 },
    role: { skillCv: 5, monthlyCv: 5, productivity: { perMonth: money(10_000), cv: 5 } },
    seat: () => ({ potential: 10 }),
    plan: { parameterUncertainty: true },
  });
  for (const perMonth of [1e-4, 1e-290, 5e-324])
    extreme(`with a record far beyond a role of ${perMonth} a month, in a territory, who moves on`, {
      seats: 2,
      seat: (index) =>
        index === 1
          ? {
              occupant: {
                kind: 'transfer',
                fromSeatId: seatId('seat-0'),
                date: isoDate('2027-06-01'),
                rampKept: share(0),
              },
            }
          : {
              ...inTerritory(),
              occupant: {
                kind: 'incumbent',
                hired: isoDate('2020-01-01'),
                history: {
                  dealsPerMonth: { shape: 1000, rate: 1 },
                  dealSize: { kind: 'empirical', amounts: [money(1e5)], counts: [1] },
                },
              },
            },
      role: { productivity: { perMonth: money(perMonth), cv: 0 } },
      plan: { territories: [territory], parameterUncertainty: true },
    });
  extreme(
    'with events that multiply deals beyond all counting',
    {
      months: 2,
      role: { productivity: { perMonth: money(10_000), cv: 0 } },
      plan: {
        events: Array.from({ length: 10 }, (_, index) =>
          event({ id: eventId(`${index}`), effects: { intensity: 10, winRate: 10 } }),
        ),
      },
    },
    2,
  );
  extreme('with ids alike in different rooms', { role: { id: roleId('role') }, seats: 2 });
  for (const [name, fields] of [
    ['no potential', { potential: money(0) }],
    ['no workload', { workload: 0 }],
    ['neither', { potential: money(0), workload: 0 }],
    ['next to no workload', { workload: 1e-3, potential: money(0.05) }],
    ['a workload of a billion hours', { workload: 1e9 }],
  ] as const)
    for (const curvature of [0, 1e-9, 20])
      extreme(`with a territory of ${name} at curvature ${curvature}`, {
        seats: 2,
        seat: inTerritory,
        role: { skillCv: 1, ramp: [share(0)], annualAttrition: share(0.5) },
        plan: {
          territories: [{ ...territory, ...fields }],
          coverage: { curvature, territoryShockSd: 2 },
        },
      });
  extreme('with a role that has no selling hours', {
    seat: inTerritory,
    role: { sellingHours: 0 },
    plan: { territories: [territory] },
  });
  extreme('with a ramp longer than the horizon, stretched', {
    months: 3,
    levers: { ramp: 5 },
    role: { ramp: Array.from({ length: 60 }, () => share(0.01)), annualAttrition: share(0.9) },
  });
  for (const [name, cv] of [
    ['nothing', 0],
    ['five', 5],
  ] as const)
    extreme(`with every spread at ${name}`, {
      market: { sd: Math.min(2, cv), persistence: 0.99 },
      role: {
        skillCv: cv,
        monthlyCv: cv,
        dealSizeCv: cv,
        productivity: { perMonth: money(1), cv },
        pipeline: {
          winRate: share(0.5),
          winRateBase: cv > 0 ? 1 : 1e9,
          cycle: { p50: days(0), p90: days(0) },
          leaverKept: share(0),
          opening: 'steady',
        },
      },
      plan: { parameterUncertainty: true },
    });
  for (const winRate of [5e-324, 0.5, 1])
    for (const cycle of [
      { p50: days(0), p90: days(0) },
      { p50: days(5e-324), p90: days(3650) },
      { p50: days(3650), p90: days(3650) },
    ])
      extreme(`with a win rate of ${winRate} and a cycle of ${cycle.p50} to ${cycle.p90} days`, {
        seats: 2,
        role: {
          annualAttrition: share(0.5),
          pipeline: {
            winRate: share(winRate),
            winRateBase: 1,
            cycle,
            leaverKept: share(0.5),
            opening: 'steady',
          },
        },
        plan: {
          parameterUncertainty: true,
          openPipeline: {
            stages: [],
            opportunities: [0, 1e-300, 30, 36_500].map((ageDays, index) => ({
              id: `o-${index}` as never,
              seatId: seatId('seat-0'),
              amount: money(10),
              ageDays: days(ageDays),
              ...(index % 2 === 0 && { probability: share(index / 2) }),
            })),
          },
        },
      });
  extreme('with transfers on the first and on the last day, before the start and after the end, in a chain', {
    months: 12,
    seats: 6,
    role: { annualAttrition: share(0.5), ramp: [share(0), share(0.5)] },
    seat: (index) =>
      index === 0
        ? {}
        : {
            occupant: {
              kind: 'transfer',
              fromSeatId: seatId(`seat-${index === 5 ? 0 : index - 1}`),
              date: isoDate(
                ['2027-01-01', '2027-01-01', '2027-12-31', '2026-05-05', '2028-01-01', '2027-06-15'][index] ??
                  '2027-01-01',
              ),
              rampKept: share(index % 2),
            },
          },
  });
  extreme('with seats that close before the start, on its first day and after the end', {
    seats: 4,
    seat: (index) => ({
      closes: isoDate(['2020-01-01', '2027-01-01', '2027-12-31', '2030-01-01'][index] ?? '2027-01-01'),
    }),
    role: { pay: { ...makeTestPlan({}).roles[0]?.pay, severance: money(5) } as Role['pay'] },
  });
  extreme('with leaves longer than the horizon that overlap, and take all', {
    role: { ramp: [share(0.5)] },
    seat: () => ({
      leaves: [
        { from: isoDate('2020-01-01'), to: isoDate('2040-01-01'), share: share(1) },
        { from: isoDate('2027-02-01'), to: isoDate('2027-02-02'), share: share(1) },
      ],
    }),
    plan: {
      quota: { ...makeTestPlan({}).quota, rampRelief: true },
    },
  });
  extreme('with support that is not there, and support of one head to next to nobody', {
    seats: 3,
    seat: (index) => (index === 0 ? { roleId: support.id } : {}),
    plan: {
      roles: [
        {
          ...(makeTestPlan({}).roles[0] as Role),
          sources: [
            { name: 'SDR', share: share(0.5), fedBy: { roleId: support.id, sellersPerHead: 5e-324 } },
            { name: 'SE', share: share(0.5), fedBy: { roleId: roleId('nobody'), sellersPerHead: 5000 } },
          ],
        },
        support,
        { ...support, id: roleId('nobody') },
      ],
    },
  });
  extreme('with a team of nobody, and with a manager who manages the own seat', {
    seats: 2,
    seat: (index) => (index === 0 ? { roleId: roleId('manager'), managerId: managerId('m') } : {}),
    plan: {
      roles: [
        makeTestPlan({}).roles[0] as Role,
        { ...(makeTestPlan({}).roles[0] as Role), id: roleId('manager'), work: 'manage' },
      ],
      managers: [
        { id: managerId('m'), name: 'M', seatId: seatId('seat-0') },
        { id: managerId('alone'), name: 'Alone' },
      ],
      management: { vacantFactor: 0, spanLimit: 1, overSpanFactor: 0, rampFactor: 0 },
    },
  });
});
