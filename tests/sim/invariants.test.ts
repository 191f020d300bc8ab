import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralDesign } from '../../src/model/defaults';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, RiskEvent } from '../../src/model/plan';
import { eventId, isoDate, isoMonth, managerId, money, share } from '../../src/model/units';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS, ROW_NAMES } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { stretchRamp } from '../../src/sim/stretchRamp';
import { bestKernel } from '../../workers/kernels';
import { blockOf } from '../support/blockOf';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { differences, figuresOf } from './support/figuresOf';
import { simulate } from './support/simulate';
import { tamePlans } from './support/tamePlans';
import { makeTestPlan } from './support/testPlan';

const RUNS = { seed: 1, numRuns: 40 };

describe('the order of things changes nothing, to the bit:', () => {
  it('of seats, roles, managers, regions, territories, events, stages and opportunities', () => {
    fc.assert(
      fc.property(tamePlans, (plan) => {
        const turned: Plan = {
          ...plan,
          seats: plan.seats.toReversed(),
          roles: plan.roles.toReversed(),
          managers: plan.managers.toReversed(),
          regions: plan.regions.toReversed(),
          territories: plan.territories.toReversed(),
          events: plan.events.toReversed(),
          openPipeline: {
            stages: plan.openPipeline.stages.toReversed(),
            opportunities: plan.openPipeline.opportunities.toReversed(),
          },
        };
        expect(differences(figuresOf(turned, blockOf(turned)), figuresOf(plan, blockOf(plan)))).toEqual([]);
      }),
      { ...RUNS, numRuns: 150 },
    );
  });

  it('of events that meet the same people', () => {
    const factors = [0.9, 1.1, 0.7, 1.3, 0.61];
    const events = factors.map((factor, index): RiskEvent => ({
      id: eventId(`event-${index}`),
      name: 'Event',
      probability: share(0.8),
      earliest: isoMonth('2027-01'),
      latest: isoMonth('2027-04'),
      months: 9,
      scope: { kind: 'all' },
      effects: {
        intensity: factor,
        dealSize: factor,
        winRate: factor,
        attrition: factor,
        timeToFill: factor,
      },
    }));
    const plan: Plan = { ...makePlanOfSize({ seats: 6, months: 12, seed: 3 }), events };
    const turned: Plan = { ...plan, events: events.toReversed() };
    expect(differences(figuresOf(turned, blockOf(turned)), figuresOf(plan, blockOf(plan)))).toEqual([]);
  });

  it('of blocks, whoever runs them and whatever was run before', () => {
    const plan = makePlanOfSize({ seats: 20, months: 18, seed: 3 });
    const input = compilePlan(plan);
    const kernel = bestKernel();
    const backwards = [3, 2, 1, 0]
      .map((number) => runBlock(kernel, input, number, BLOCK_TRIALS))
      .toReversed();
    for (const outcome of backwards)
      expect(differences(figuresOf(plan, outcome), figuresOf(plan, blockOf(plan, outcome.block)))).toEqual(
        [],
      );
  });

  it('of trials: a shorter run is the beginning of a longer one', () => {
    fc.assert(
      fc.property(tamePlans, fc.integer({ min: 1, max: 63 }), (plan, trials) => {
        const [short, long] = [blockOf(plan, 1, trials), blockOf(plan, 1)];
        for (const key of ROW_NAMES) expect(short[key]).toEqual(long[key].slice(0, short[key].length));
      }),
      RUNS,
    );
  });
});

describe('levers', () => {
  const plan = makePlanOfSize({ seats: 12, months: 18, seed: 3 });
  const before = blockOf(plan);

  it('a plan written without them runs as one with all of them neutral', () => {
    const { levers: _levers, ...written } = plan;
    const parsed = parsePlan(JSON.parse(JSON.stringify(written)));
    expect(parsed.ok && blockOf(parsed.value)).toEqual(before);
  });

  it.each(['productivity', 'dealSize', 'attrition', 'ramp', 'timeToFill'] as const)(
    '%s, once moved, changes the run',
    (lever) => {
      const moved = blockOf({ ...plan, levers: { ...plan.levers, [lever]: 1.5 } });
      expect(moved.bookings).not.toEqual(before.bookings);
    },
  );

  it('the target lever changes how often targets are met and nothing else', () => {
    const moved = { ...plan, levers: { ...plan.levers, target: 2 } };
    expect(differences(figuresOf(moved, blockOf(moved)), figuresOf(plan, before))).toEqual([
      'plan  groupHits',
    ]);
  });
});

describe('what must change nothing:', () => {
  /** Quotas that nobody leaves over, nor hangs on the target. */
  const calm = tamePlans.map((plan): Plan => ({
    ...plan,
    quota: { ...plan.quota, source: 'stated' },
    roles: plan.roles.map(({ performanceLeaving: _left, ...role }) => role),
  }));
  const same = (name: string, change: (plan: Plan) => Plan, but: RegExp, plans = calm) => {
    it(name, () => {
      fc.assert(
        fc.property(plans, (plan) => {
          const changed = change(plan);
          const moved = differences(
            figuresOf(changed, blockOf(changed)),
            figuresOf(plan, blockOf(plan)),
          ).filter((figure) => !but.test(figure));
          expect(moved).toEqual([]);
        }),
        RUNS,
      );
    });
  };
  same(
    'a higher quota moves attainment and pay, never bookings or people',
    (plan) => ({
      ...plan,
      roles: plan.roles.map((role) => ({ ...role, annualQuota: money(role.annualQuota * 2 + 1) })),
      seats: plan.seats.map((seat) =>
        seat.annualQuota === undefined ? seat : { ...seat, annualQuota: money(seat.annualQuota * 2 + 1) },
      ),
    }),
    // how finely bookings are sketched follows the quota too
    /Quota|cost|groupHits|measure|seatYears|seatCounts|seatAttainment|seatBookings/,
  );
  same('targets and names', (plan) => ({ ...plan, name: 'x', targets: [] }), /groupHits/);
  same(
    'managers and regions, where the plan says that nobody misses them',
    (plan) => ({
      ...plan,
      regions: [],
      territories: plan.territories.map(({ regionId: _region, ...territory }) => territory),
      managers: [{ id: managerId('other'), name: 'Other' }],
      seats: plan.seats.map((seat) => ({ ...seat, managerId: managerId('other') })),
    }),
    /^(region|manager)/,
    calm.map((plan) => ({
      ...plan,
      management: neutralDesign.management,
      events: plan.events.filter(({ scope }) => scope.kind !== 'region'),
    })),
  );
});

describe('without variance', () => {
  // deals stay Poisson: what nobody's chance moves is who is there and what they could close
  const plan = makeTestPlan({
    months: 24,
    seats: 3,
    role: { ramp: [0, 0.25, 0.5, 0.75].map(share) },
    seat: (index) => ({
      occupant:
        index === 0
          ? { kind: 'incumbent', hired: isoDate('2026-11-16') }
          : { kind: 'planned', start: isoDate(index === 1 ? '2027-04-01' : '2027-06-16') },
    }),
  });

  it('headcount and ramped equivalents are the deterministic ones in every trial, to 1e-12', () => {
    const { headcount, rampedEquivalents } = blockOf(plan);
    const ramp = (tenure: number) => (tenure < 0 ? 0 : tenure >= 4 ? 1 : Math.floor(tenure) / 4);
    const starts = [-1.5, 3, 5.5];
    for (let trial = 0; trial < BLOCK_TRIALS; trial++)
      for (let month = 0; month < 24; month++) {
        const cell = trial * 24 + month;
        expect(headcount[cell]).toBe(starts.filter((start) => start < month + 1).length);
        const exact = starts.reduce(
          (sum, s) => sum + (ramp(month + 0.25 - s) + ramp(month + 0.75 - s)) / 2,
          0,
        );
        expect(Math.abs((rampedEquivalents[cell] ?? 0) - exact)).toBeLessThan(1e-12);
      }
  });

  it('cost is base pay by days filled and recruiting by start, to the cent', () => {
    const pay = {
      base: money(120_000),
      variable: money(0),
      period: 'year' as const,
      steps: [{ from: 0, rate: 1 }],
      benefits: share(0.25),
      recruiting: money(7000),
    };
    const paid = { ...plan, roles: plan.roles.map((role) => ({ ...role, pay })) };
    const { cost } = blockOf(paid);
    for (let trial = 0; trial < BLOCK_TRIALS; trial++) {
      expect(cost[2 * trial]).toBeCloseTo((150_000 / 12) * (12 + 9 + 6.5) + 14_000, 6);
      expect(cost[2 * trial + 1]).toBeCloseTo(450_000, 6);
    }
  });
});

it('an attrition of 12 % a quarter is 40 % a year: 88 % of four quarters compounded stay (40,000 people, 4 errors)', () => {
  const quarterly = makeTestPlan({
    months: 12,
    seats: 400,
    role: { annualAttrition: share(1 - 0.88 ** 4), productivity: { perMonth: money(0), cv: 0 } },
    seat: () => ({ backfill: false }),
  });
  const { headcount } = simulate(quarterly, 100);
  for (const [month, stay] of [
    [2, 0.88],
    [5, 0.88 ** 2],
    [8, 0.88 ** 3],
    [11, 0.88 ** 4],
  ] as const) {
    let people = 0;
    for (let trial = 0; trial < 100; trial++) people += headcount[trial * 12 + month] ?? 0;
    expect(Math.abs(people / 40_000 - stay)).toBeLessThan(4 * Math.sqrt((stay * (1 - stay)) / 40_000));
  }
  expect(1 - 0.88 ** 4).toBeCloseTo(0.4003, 4);
});

describe('a stretched ramp', () => {
  const lost = (ramp: readonly number[]) => ramp.reduce((sum, each) => sum + 1 - each, 0);

  it('loses as many times the ramped months as it takes times as long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: 1e-6, max: 5, noNaN: true }),
        (ramp, factor) => {
          expect(lost(stretchRamp(ramp, factor))).toBeCloseTo(lost(ramp) * factor, 8);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('at 1 is itself, at 2 says every month twice, at 0 is none', () => {
    expect(stretchRamp([0.1, 0.7], 1)).toEqual([0.1, 0.7]);
    expect(stretchRamp([0.25, 0.75], 2)).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect(stretchRamp([0.25, 0.75], 0)).toEqual([]);
    expect(stretchRamp([0.25, 0.75], 5e-324)).toEqual([]);
  });
});
