import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import type { DealSize, Plan, Role, SimpleSize } from '../../src/model/plan';
import { makeSamplePlans } from '../../src/model/samples';
import { days, isoDate, managerId, money, roleId, share } from '../../src/model/units';
import { compilePlan, stretchRamp } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS, type BlockOutcome } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { summarise } from '../../src/stats/summarise';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { planArbitrary } from '../support/planArbitrary';
import { momentsOf } from '../support/statistics';
import { simulate } from './support/simulate';
import { longServing, makeTestPlan } from './support/testPlan';

const RUNS = { seed: 1, numRuns: 25 };
const block = (plan: Plan, number = 0, trials = BLOCK_TRIALS) => runBlock(compilePlan(plan), number, trials);

/** Any small plan that can be run in a moment: the wildest multipliers would close millions of deals. */
const tame = planArbitrary.map((plan): Plan => ({
  ...plan,
  levers: { ...plan.levers, productivity: Math.min(1.5, plan.levers.productivity) },
  market: { ...plan.market, sd: Math.min(0.5, plan.market.sd) },
  roles: plan.roles.map((role) => ({
    ...role,
    skillCv: Math.min(1, role.skillCv),
    productivity: {
      perMonth: money(Math.min(role.productivity.perMonth, 20 * smallestMean(role.dealSize))),
      cv: Math.min(1, role.productivity.cv),
    },
  })),
}));

function smallestMean(size: DealSize): number {
  if (size.kind === 'fixed') return size.amount;
  if (size.kind === 'mix') return Math.min(...size.parts.map((part) => smallestMean(part.size)));
  return size.kind === 'empirical' ? (size.amounts[0] ?? 0) : size.mean;
}

/** The outcome with its seats put back into another plan's order. */
function inOrderOf(outcome: BlockOutcome, from: Plan, to: Plan): BlockOutcome {
  const places = to.seats.map(({ id }) => from.seats.findIndex((seat) => seat.id === id));
  const count = Math.max(1, to.seats.length);
  const reorder = <Values extends Float64Array | Uint16Array | Uint8Array>(values: Values): Values => {
    const width = values.length / count;
    const result = values.slice() as Values;
    places.forEach((place, index) =>
      result.set(values.subarray(place * width, (place + 1) * width), index * width),
    );
    return result;
  };
  return {
    ...outcome,
    seatBookings: reorder(outcome.seatBookings),
    seatAttainment: reorder(outcome.seatAttainment),
    seatTrials: reorder(outcome.seatTrials),
    seatAttained: reorder(outcome.seatAttained),
    seatHistogram: reorder(outcome.seatHistogram),
  };
}

describe('the order of things changes nothing, to the bit:', () => {
  it('of seats, roles, managers and regions', () => {
    fc.assert(
      fc.property(tame, (plan) => {
        const turned: Plan = {
          ...plan,
          seats: plan.seats.toReversed(),
          roles: plan.roles.toReversed(),
          managers: plan.managers.toReversed(),
          regions: plan.regions.toReversed(),
        };
        expect(inOrderOf(block(turned), turned, plan)).toEqual(block(plan));
      }),
      RUNS,
    );
  });

  it('of blocks, whoever runs them', () => {
    const plan = makePlanOfSize({ seats: 20, months: 18, seed: 3 });
    const input = compilePlan(plan);
    const backwards = [3, 2, 1, 0].map((number) => runBlock(input, number, BLOCK_TRIALS)).toReversed();
    expect([0, 1, 2, 3].map((number) => block(plan, number))).toEqual(backwards);
  });

  it('of trials: a shorter run is the beginning of a longer one', () => {
    fc.assert(
      fc.property(tame, fc.integer({ min: 1, max: 63 }), (plan, trials) => {
        const [short, long] = [block(plan, 1, trials), block(plan, 1)];
        for (const key of [
          'bookings',
          'headcount',
          'rampedEquivalents',
          'cost',
          'leavers',
          'starters',
        ] as const)
          expect(short[key]).toEqual(long[key].subarray(0, short[key].length));
      }),
      RUNS,
    );
  });
});

describe('levers', () => {
  const plan = makePlanOfSize({ seats: 12, months: 18, seed: 3 });
  const before = block(plan);

  it('a plan written without them runs as one with all of them neutral', () => {
    const { levers: _levers, ...written } = plan;
    const parsed = parsePlan(JSON.parse(JSON.stringify(written)));
    expect(parsed.ok && block(parsed.value)).toEqual(before);
  });

  it.each(['productivity', 'dealSize', 'attrition', 'ramp', 'timeToFill'] as const)(
    '%s, once moved, changes the run',
    (lever) => {
      const moved = block({ ...plan, levers: { ...plan.levers, [lever]: 1.5 } });
      expect(moved.bookings).not.toEqual(before.bookings);
    },
  );

  it('the target lever changes no booking', () => {
    expect(block({ ...plan, levers: { ...plan.levers, target: 2 } })).toEqual(before);
  });
});

describe('common random numbers', () => {
  const plan = makePlanOfSize({ seats: 30, months: 24, seed: 5 });
  const years = 2;
  const width = (index: number) => [index * years, (index + 1) * years] as const;
  const changed = (index: number, change: Partial<Plan['seats'][number]>): Plan => ({
    ...plan,
    seats: plan.seats.map((seat, each) => (each === index ? { ...seat, ...change } : seat)),
  });

  it('a changed start leaves every other seat as it was, to the bit', () => {
    const before = block(plan);
    const after = block(changed(4, { occupant: { kind: 'planned', start: isoDate('2027-11-17') } }));
    plan.seats.forEach((_, index) => {
      const same =
        String(after.seatBookings.subarray(...width(index))) ===
        String(before.seatBookings.subarray(...width(index)));
      expect(same, `seat ${index}`).toBe(index !== 4);
    });
  });

  it('a seat added or removed leaves every other seat as it was, to the bit', () => {
    const before = block(plan);
    const after = block({ ...plan, seats: plan.seats.slice(1) });
    expect(after.seatBookings).toEqual(before.seatBookings.subarray(years));
  });

  it('a start moved by a month is told apart with at most a hundredth of the variance of unrelated runs', () => {
    const moved = changed(4, { occupant: { kind: 'planned', start: isoDate('2027-11-17') } });
    const sums = (each: Plan) => {
      const { bookings, trials } = simulate(each, 2560);
      return Float64Array.from({ length: trials }, (_, t) =>
        bookings.subarray(t * 24, t * 24 + 24).reduce((a, b) => a + b),
      );
    };
    const [one, other] = [sums(plan), sums(moved)];
    const paired = momentsOf(one.map((sum, trial) => sum - (other[trial] ?? 0)));
    expect((momentsOf(one).variance + momentsOf(other).variance) / paired.variance).toBeGreaterThan(100);
  });

  it('more productivity closes no fewer deals in any trial and month', () => {
    fc.assert(
      fc.property(tame, fc.double({ min: 1, max: 3, noNaN: true }), (made, factor) => {
        const ones = (lever: number): Plan => ({
          ...made,
          levers: { ...made.levers, productivity: lever, dealSize: 1 },
          seats: made.seats.map((seat) => ({ ...seat, occupant: longServing })),
          roles: made.roles.map((role) => ({
            ...role,
            dealSize: { kind: 'fixed', amount: money(1) },
            productivity: { ...role.productivity, perMonth: money(Math.min(10, role.productivity.perMonth)) },
          })),
        });
        const [less, more] = [block(ones(0.7)).bookings, block(ones(0.7 * factor)).bookings];
        less.forEach((count, cell) => expect(more[cell]).toBeGreaterThanOrEqual(count));
      }),
      RUNS,
    );
  });
});

describe('what must change nothing', () => {
  const same = (name: string, change: (plan: Plan) => Plan, keys: readonly (keyof BlockOutcome)[]) => {
    it(name, () => {
      fc.assert(
        fc.property(tame, (plan) => {
          const [before, after] = [block(plan), block(change(plan))];
          for (const key of keys) expect(after[key], key).toEqual(before[key]);
        }),
        RUNS,
      );
    });
  };
  const all = [
    'bookings',
    'headcount',
    'rampedEquivalents',
    'cost',
    'seatBookings',
    'seatAttainment',
  ] as const;
  same(
    'a higher quota never moves bookings',
    (plan) => ({
      ...plan,
      roles: plan.roles.map((role) => ({ ...role, annualQuota: money(role.annualQuota * 2 + 1) })),
      seats: plan.seats.map((seat) =>
        seat.annualQuota === undefined ? seat : { ...seat, annualQuota: money(seat.annualQuota * 2 + 1) },
      ),
    }),
    ['bookings', 'headcount', 'rampedEquivalents', 'leavers', 'starters', 'seatBookings'],
  );
  same(
    'managers and regions move nothing',
    (plan) => ({
      ...plan,
      regions: [],
      managers: [{ id: managerId('other'), name: 'Other' }],
      seats: plan.seats.map((seat) => ({ ...seat, managerId: managerId('other') })),
    }),
    all,
  );
  same('targets and names move nothing', (plan) => ({ ...plan, name: 'x', targets: [] }), all);
});

it('a currency of a thousandth multiplies all money by 1000, to 1e-12', () => {
  const scaleSize = (size: DealSize): DealSize =>
    size.kind === 'mix'
      ? { ...size, parts: size.parts.map((part) => ({ ...part, size: scaleSimple(part.size) })) }
      : scaleSimple(size);
  const scaleSimple = (size: SimpleSize): SimpleSize => {
    if (size.kind === 'fixed') return { ...size, amount: money(size.amount * 1000) };
    if (size.kind === 'empirical')
      return { ...size, amounts: size.amounts.map((amount) => money(amount * 1000)) };
    return { ...size, mean: money(size.mean * 1000) };
  };
  const scaleRole = (role: Role): Role => ({
    ...role,
    dealSize: scaleSize(role.dealSize),
    productivity: { ...role.productivity, perMonth: money(role.productivity.perMonth * 1000) },
    annualQuota: money(role.annualQuota * 1000),
    pay: {
      ...role.pay,
      base: money(role.pay.base * 1000),
      variable: money(role.pay.variable * 1000),
      recruiting: money(role.pay.recruiting * 1000),
    },
  });
  for (const plan of makeSamplePlans()) {
    const [before, after] = [block(plan), block({ ...plan, roles: plan.roles.map(scaleRole) })];
    for (const key of ['bookings', 'cost', 'seatBookings'] as const)
      before[key].forEach((amount, cell) =>
        expect(Math.abs((after[key][cell] ?? 0) - 1000 * amount)).toBeLessThanOrEqual(
          1e-12 * 1000 * Math.abs(amount) + 1e-6,
        ),
      );
    expect(after.seatAttained).toEqual(before.seatAttained);
    expect(after.headcount).toEqual(before.headcount);
  }
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
    const { headcount, rampedEquivalents } = block(plan);
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
    const { cost } = block(paid);
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

/** Every number in something made of objects and lists, with its path. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, `${path}.${key}`));
}

function expectFinite(plan: Plan, trials: number): void {
  const parsed = parsePlan(plan);
  if (!parsed.ok) throw new Error(`the plan must parse, got ${parsed.problems[0]?.message ?? ''}`);
  const totals = simulate(parsed.value, trials);
  const wrong = numbersIn(summarise(parsed.value, totals)).filter(([, number]) => !Number.isFinite(number));
  expect(wrong.slice(0, 3)).toEqual([]);
}

describe('a summary is made of numbers', () => {
  it('for any plan that parses', () => {
    fc.assert(
      fc.property(tame, (plan) => expectFinite(plan, 40)),
      { seed: 4, numRuns: 60 },
    );
  });

  const extreme = (name: string, plan: Plan, trials = 64) => it(name, () => expectFinite(plan, trials));
  extreme('with no seats', makeTestPlan({ seats: 0 }));
  extreme('with no trials yet', makeTestPlan({}), 0);
  extreme('with one trial', makeTestPlan({}), 1);
  extreme('with a horizon of one month', makeTestPlan({ months: 1 }));
  extreme(
    'with all levers at nothing',
    makeTestPlan({
      levers: { productivity: 0, dealSize: 0, attrition: 0, ramp: 0, timeToFill: 0, target: 0 },
    }),
  );
  extreme('with no quota', makeTestPlan({ role: { annualQuota: money(0) } }));
  extreme('with a quota of next to nothing', makeTestPlan({ role: { annualQuota: money(5e-324) } }));
  extreme(
    'with deals of a trillion',
    makeTestPlan({
      role: {
        dealSize: { kind: 'lognormal', mean: money(1e12), cv: 5 },
        productivity: { perMonth: money(1e12), cv: 5 },
      },
      plan: { parameterUncertainty: true },
    }),
  );
  extreme(
    'with deals of next to nothing',
    makeTestPlan({
      role: {
        dealSize: { kind: 'gamma', mean: money(1e-300), cv: 5 },
        productivity: { perMonth: money(1e-300), cv: 0 },
      },
    }),
  );
  for (const kind of ['lognormal', 'gamma'] as const)
    for (const cv of [0, 1e-200, 1e-9, 0.001])
      extreme(
        `with ${kind} sizes of cv ${cv}`,
        makeTestPlan({ role: { dealSize: { kind, mean: money(10), cv } } }),
      );
  extreme(
    'with a history of a billion deals',
    makeTestPlan({
      role: { dealSize: { kind: 'empirical', amounts: [money(1), money(2)], counts: [1e9, 5e8] } },
    }),
  );
  extreme(
    'where nearly everybody leaves and is replaced at once',
    makeTestPlan({ months: 60, levers: { attrition: 5 }, role: { annualAttrition: share(0.999) } }),
  );
  extreme(
    'with a time to fill of extreme ratio',
    makeTestPlan({
      role: { annualAttrition: share(0.9), timeToFill: { p50: days(5e-324), p90: days(3650) } },
    }),
  );
  extreme(
    'with a thousand hires in a month',
    makeTestPlan({
      seats: 1000,
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-03-01') } }),
    }),
  );
  extreme(
    'with as many deals as a plan may ask for, times every lever',
    makeTestPlan({
      months: 2,
      levers: { productivity: 5 },
      market: { sd: 2, persistence: 0 },
      role: { skillCv: 5, productivity: { perMonth: money(10_000), cv: 5 } },
      seat: () => ({ potential: 10 }),
      plan: { parameterUncertainty: true },
    }),
  );
  extreme('with ids alike in different rooms', makeTestPlan({ role: { id: roleId('role') }, seats: 2 }));
});
