import { describe, expect, it } from 'vitest';
import type { Plan, RiskEvent, Role, Seat, Territory } from '../../../src/model/plan';
import {
  eventId,
  isoDate,
  isoMonth,
  money,
  periodId,
  roleId,
  seatId,
  share,
  territoryId,
} from '../../../src/model/units';
import { expectMean, expectMonths, expectSeatMonths, columnOf, seatMonthsOf } from '../support/within';
import { simulate } from '../support/simulate';
import { longServing, makeTestPlan, quietRole } from '../support/testPlan';

// Section 3 of design/model.md. Deals are all of size 10, so that a month's mean is its intensity × 10: 640 trials (seed
// 20270101) of some 1,000 deals a month tell it to 0.13 %; within four standard errors.
const TRIALS = 640;
const SIZE = 10;
const MONTHS = 3;
const small = { kind: 'fixed', amount: money(SIZE) } as const;
/** Bookings of a month at full coverage. */
const FULL = 10_000;
const west = territoryId('west');
const places = (fields: Partial<Territory> = {}): Territory[] => [
  { id: west, name: 'West', potential: money(12 * FULL), workload: 1200, ...fields },
];
const g = (c: number, k: number) => (1 - Math.exp(-k * c)) / (1 - Math.exp(-k));

interface Given {
  readonly seats?: number;
  readonly months?: number;
  readonly curvature?: number;
  readonly territory?: Partial<Territory>;
  readonly role?: Partial<Role>;
  readonly seat?: (index: number) => Partial<Seat>;
  readonly plan?: Partial<Plan>;
}

function makePlan(given: Given): Plan {
  return makeTestPlan({
    months: given.months ?? MONTHS,
    seats: given.seats ?? 1,
    role: {
      dealSize: small,
      productivity: { perMonth: money(777), cv: 0 },
      sellingHours: 100,
      ...given.role,
    },
    seat: (index) => ({ territoryId: west, ...given.seat?.(index) }),
    plan: {
      territories: places(given.territory),
      coverage: { curvature: given.curvature ?? 0, territoryShockSd: 0 },
      ...given.plan,
    },
  });
}

const run = (given: Given, trials = TRIALS) => simulate(makePlan(given), trials);
const every = (mean: number, months = MONTHS) => Array.from({ length: months }, () => mean);

describe('what a territory can yield', () => {
  it.each([0, 0.5, 2, 8])(
    'its potential is what is booked in a year at full coverage (κ = %s)',
    (curvature) => {
      expectMonths(run({ curvature }), every(FULL));
    },
  );

  it.each([
    [0.25, 0],
    [0.25, 1],
    [0.5, 2],
    [2, 0],
    [2, 2],
    [4, 0.5],
    [3, 6],
  ])('at coverage %s it yields g(c) of it, κ = %s', (coverage, curvature) => {
    const totals = run({ curvature, territory: { workload: 1200 / coverage } });
    expectMonths(totals, every(FULL * (curvature === 0 ? coverage : g(coverage, curvature))));
  });

  it.each([1e-3, 1e-8])('κ → 0 is linear (κ = %s)', (curvature) => {
    const totals = run({ curvature, territory: { workload: 600 } });
    expectMonths(totals, every(FULL * 2 * (1 - curvature / 2)));
  });

  it('an under-covered territory leaves potential on the table, an over-covered one has people waiting', () => {
    const booked = (seats: number) => seatMonthsOf(run({ seats, curvature: 2 }, 64), 0)[0] ?? 0;
    const [one, two, three] = [1, 2, 3].map((seats) => booked(seats) * seats);
    expect(two).toBeGreaterThan(one ?? 0);
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(2 * ((three ?? 0) - (two ?? 0)));
    expect(three).toBeLessThan(1.2 * FULL);
  });

  it('a split matters: two people book less in one territory than each in a half of it, where κ is above zero', () => {
    const together = run({ seats: 2, curvature: 2, territory: { workload: 1200 } });
    const halves = [territoryId('a'), territoryId('b')].map((id) => ({
      id,
      name: id,
      potential: money(6 * FULL),
      workload: 600,
    }));
    const apart = run({
      seats: 2,
      curvature: 2,
      seat: (index) => ({ territoryId: territoryId(index === 0 ? 'a' : 'b') }),
      plan: { territories: halves, coverage: { curvature: 2, territoryShockSd: 0 } },
    });
    expectMonths(together, every(FULL * g(2, 2)), 'together');
    expectMonths(apart, every(FULL * g(2, 2)), 'in halves');
    const uneven = run({
      seats: 2,
      curvature: 2,
      seat: (index) => ({ territoryId: territoryId(index === 0 ? 'a' : 'b') }),
      plan: {
        territories: halves.map((each, at) => ({ ...each, workload: at === 0 ? 300 : 900 })),
        coverage: { curvature: 2, territoryShockSd: 0 },
      },
    });
    expectMonths(uneven, every((FULL / 2) * (g(4, 2) + g(4 / 3, 2))), 'unevenly split');
    expect(g(4, 2) + g(4 / 3, 2)).toBeLessThan(2 * g(2, 2));
  });
});

describe('effective effort of a person in a month is ramp × skill × selling hours:', () => {
  it('ramp, blended within a month, and the part of the month worked', () => {
    const totals = run({
      months: 5,
      curvature: 2,
      role: { ramp: [share(0.25), share(0.5)] },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-02-15') } }),
    });
    const efforts = [0, 0.125, 0.375, 0.75, 1];
    expectMonths(
      totals,
      efforts.map((c) => FULL * g(c, 2)),
    );
  });

  it('selling hours are the role’s, a hundred where it states none', () => {
    expectMonths(run({ curvature: 1, role: { sellingHours: 60 } }), every(FULL * g(0.6, 1)), 'stated');
    const { sellingHours: _none, ...usual } = makePlan({}).roles[0] ?? quietRole;
    expectMonths(run({ curvature: 1, plan: { roles: [usual] } }), every(FULL * g(1, 1)), 'usual');
  });

  it('skill bends along the curve: the mean over skills, by quadrature', () => {
    const sigma = Math.sqrt(Math.log(1 + 0.5 ** 2));
    let [mean, weights] = [0, 0];
    for (let z = -8; z <= 8; z += 0.001) {
      const weight = Math.exp(-z * z * 0.5);
      mean += weight * g(Math.exp(sigma * z - (sigma * sigma) / 2), 2);
      weights += weight;
    }
    const totals = run({ curvature: 2, months: 1, role: { skillCv: 0.5 } }, 20_000);
    expectMonths(totals, [(FULL * mean) / weights]);
    expectMonths(run({ curvature: 0, months: 1, role: { skillCv: 0.5 } }, 20_000), [FULL], 'linear');
  });

  it('a leave of absence takes its share of the effort', () => {
    const leaves = [{ from: isoDate('2027-02-01'), to: isoDate('2027-03-01'), share: share(0.4) }];
    const totals = run({ curvature: 2, seat: () => ({ leaves }) });
    expectMonths(totals, [FULL, FULL * g(0.6, 2), FULL]);
  });

  it('an own record says how skilled the person is, and the deals are the person’s own', () => {
    // 4 deals a month of 300 against the role's 600: skill 2
    const totals = run(
      {
        curvature: 1,
        role: { productivity: { perMonth: money(600), cv: 0 } },
        seat: () => ({
          occupant: {
            ...longServing,
            kind: 'incumbent',
            hired: isoDate('2010-01-01'),
            history: {
              dealsPerMonth: { shape: 8, rate: 2 },
              dealSize: { kind: 'empirical', amounts: [money(300)], counts: [1] },
            },
          },
        }),
      },
      10_000,
    );
    expectMonths(totals, every(FULL * g(2, 1)));
    expect(totals.largestDeal.every((deal) => deal === 300)).toBe(true);
  });
});

describe('coverage is the sum of its people’s efforts ÷ a month’s workload:', () => {
  it.each([0, 1.5])('two people of a role (κ = %s)', (curvature) => {
    const totals = run({ seats: 2, curvature, territory: { workload: 3000 } });
    expectMonths(totals, every(FULL * (curvature === 0 ? 0.8 : g(0.8, curvature))));
  });

  it('κ is the role’s where it states one, else the plan’s; of several roles their mean by effort; yield is shared by effort', () => {
    const roles: Role[] = [
      { ...quietRole, dealSize: small, sellingHours: 120, curvature: 4 },
      { ...quietRole, id: roleId('other'), dealSize: small, sellingHours: 60 },
    ];
    const totals = run({
      seats: 3,
      curvature: 1,
      plan: { roles },
      seat: (index) => ({ roleId: index === 0 ? quietRole.id : roleId('other') }),
    });
    const effort = 120 + 2 * 60;
    const kappa = (120 * 4 + 120 * 1) / effort;
    const yielded = FULL * g(effort / 100, kappa);
    expectMonths(totals, every(yielded));
    expectSeatMonths(totals, 0, every((yielded * 120) / effort), SIZE);
    expectSeatMonths(totals, 1, every((yielded * 60) / effort), SIZE);
    expectSeatMonths(totals, 2, every((yielded * 60) / effort), SIZE);
  });

  it('yield is shared by effort in money, whatever the sizes of each role’s deals', () => {
    const roles: Role[] = [
      { ...quietRole, dealSize: small },
      { ...quietRole, id: roleId('other'), dealSize: { kind: 'fixed', amount: money(40) } },
    ];
    const totals = run({
      seats: 2,
      curvature: 2,
      plan: { roles },
      seat: (index) => ({ roleId: index === 0 ? quietRole.id : roleId('other') }),
    });
    expectSeatMonths(totals, 0, every((FULL * g(2, 2)) / 2), SIZE);
    expectSeatMonths(totals, 1, every((FULL * g(2, 2)) / 2), 40);
  });

  it('a workload of zero is covered by anybody’s presence, and by nobody’s absence', () => {
    const totals = run({
      months: 4,
      curvature: 3,
      territory: { workload: 0 },
      role: { ramp: [share(0.1)] },
      seat: () => ({ occupant: { kind: 'planned', start: isoDate('2027-02-01') } }),
    });
    expectMonths(totals, [0, FULL, FULL, FULL]);
  });

  it('a potential of zero yields nothing', () => {
    expectMonths(run({ territory: { potential: money(0) } }), every(0));
  });
});

describe('expected bookings are potential ÷ 12 × season × g(c) × events × shocks:', () => {
  it('each of them multiplies the yield of the month', () => {
    const event: RiskEvent = {
      id: eventId('slump'),
      name: 'Slump',
      probability: share(1),
      earliest: isoMonth('2027-02'),
      latest: isoMonth('2027-02'),
      months: 1,
      scope: { kind: 'territory', id: west },
      effects: { intensity: 0.6 },
    };
    const seasonality = [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const totals = run({
      curvature: 2,
      territory: { workload: 2400 },
      plan: { seasonality, events: [event], coverage: { curvature: 2, territoryShockSd: 0 } },
    });
    const yielded = FULL * g(0.5, 2);
    expectMonths(totals, [yielded * 0.5, yielded * 1.5 * 0.6, yielded]);
    const shocked = run({ months: 1, plan: { coverage: { curvature: 0, territoryShockSd: 0.4 } } }, 20_000);
    expectMean(columnOf(shocked.bookings, 1, 0, 20_000), FULL, 'shocked');
  });
});

describe('a plan without territories is the linear case:', () => {
  it('each role has a productivity, which more people on the same ground do not dilute', () => {
    const { territoryId: _none, ...seat } = makePlan({}).seats[0] ?? { territoryId: west };
    const seats = [0, 1].map((index) => ({ ...seat, id: seatId(`seat-${index}`) })) as Seat[];
    expectMonths(run({ curvature: 3, plan: { seats } }), every(2 * 777), 'no territory');
    const { potential: _unknown, ...unmeasured } = places()[0] ?? { potential: 0 };
    const territories = [unmeasured as Territory];
    expectMonths(run({ seats: 2, curvature: 3, plan: { territories } }), every(2 * 777), 'no potential');
  });

  it('productivity never rises because a quota was raised: every trial books the same', () => {
    const booked = (plan: Partial<Plan>, annualQuota: number) =>
      run(
        {
          plan: { ...plan, targets: [{ period: periodId('FY2027'), amount: money(annualQuota) }] },
          role: { annualQuota: money(annualQuota) },
        },
        64,
      ).bookings;
    const before = booked({}, 100_000);
    expect(booked({}, 300_000)).toEqual(before);
    const quota = makePlan({}).quota;
    const overAssignment = { regions: 1.2, managers: 1.3, seats: 1.4 };
    expect(booked({ quota: { ...quota, source: 'topDown', overAssignment } }, 900_000)).toEqual(before);
  });
});
