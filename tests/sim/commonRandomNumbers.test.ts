import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Seat } from '../../src/model/plan';
import { days, isoDate, money, roleId, seatId, share, territoryId } from '../../src/model/units';
import { blockOf } from '../support/blockOf';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { momentsOf } from '../support/statistics';
import { differences, figuresOf } from './support/figuresOf';
import { bookingsOf, simulate } from './support/simulate';
import { tamePlans } from './support/tamePlans';
import { longServing, makeTestPlan, quietRole } from './support/testPlan';

/** Plans in which no seat answers to another one; pipelines, events and shocks of territories are no such answers. */
const uncoupled = tamePlans.map((plan): Plan => ({
  ...plan,
  management: { vacantFactor: 1, overSpanFactor: 1, rampFactor: 1 },
  quota: { ...plan.quota, source: 'stated' },
  territories: plan.territories.map(({ potential: _potential, ...territory }) => territory),
  roles: plan.roles.map(({ sources: _sources, ...role }) => role),
  seats: plan.seats.map((seat) =>
    seat.occupant.kind === 'transfer' ? { ...seat, occupant: longServing } : seat,
  ),
}));

const changed = (plan: Plan, index: number, change: Partial<Seat>): Plan => ({
  ...plan,
  seats: plan.seats.map((seat, each) => (each === index ? { ...seat, ...change } : seat)),
});

const ofOtherSeats = (plan: Plan, index: number) => (figure: string) =>
  plan.seats.some(({ id }, each) => each !== index && figure.startsWith(`seat ${id} `));

const late = { kind: 'planned', start: isoDate('2027-11-17') } as const;

describe('in a plan whose seats do not answer to one another', () => {
  it('a changed seat leaves every other seat as it was, to the bit', () => {
    const change = fc.constantFrom<Partial<Seat>>(
      { occupant: late },
      { backfill: false, potential: 3 },
      { closes: isoDate('2035-01-01') },
      { annualQuota: money(1e6) },
    );
    fc.assert(
      fc.property(uncoupled, fc.nat(5), change, (plan, place, fields) => {
        const other = changed(plan, place, fields);
        const moved = differences(figuresOf(plan, blockOf(plan)), figuresOf(other, blockOf(other)));
        expect(moved.filter(ofOtherSeats(plan, place))).toEqual([]);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('a seat removed or added leaves every other seat as it was, to the bit', () => {
    fc.assert(
      fc.property(uncoupled, (plan) => {
        const { opportunities } = plan.openPipeline;
        const fewer: Plan = {
          ...plan,
          seats: plan.seats.slice(1),
          managers: plan.managers.map(({ seatId: _seat, ...manager }) => manager),
          openPipeline: {
            ...plan.openPipeline,
            opportunities: opportunities.filter((each) => each.seatId !== plan.seats[0]?.id),
          },
        };
        const moved = differences(figuresOf(plan, blockOf(plan)), figuresOf(fewer, blockOf(fewer)));
        expect(moved.filter(ofOtherSeats(plan, 0))).toEqual([]);
      }),
      { seed: 10, numRuns: 60 },
    );
  });

  it('a changed seat is seen: it is not that nothing ever changes', () => {
    const plan = makePlanOfSize({ seats: 30, months: 24, seed: 5 });
    const other = changed(plan, 4, { occupant: late });
    const moved = differences(figuresOf(plan, blockOf(plan)), figuresOf(other, blockOf(other)));
    expect(moved).toContain(`seat ${plan.seats[4]?.id ?? ''} seatMonths`);
    expect(moved.filter(ofOtherSeats(plan, 4))).toEqual([]);
  });
});

describe('in a plan whose seats do', () => {
  const territory = { id: territoryId('t'), name: 'T', potential: money(120), workload: 2400 };
  const plan = makeTestPlan({
    months: 24,
    seats: 2,
    role: { annualAttrition: share(0.4), timeToFill: { p50: days(60), p90: days(120) }, skillCv: 0.3 },
    seat: (index) => ({ territoryId: territory.id, ...(index === 1 && { roleId: roleId('other') }) }),
    plan: { territories: [territory], coverage: { curvature: 1.5, territoryShockSd: 0 } },
  });
  const [role = quietRole] = plan.roles;
  const paired: Plan = { ...plan, roles: [role, { ...role, id: roleId('other') }] };
  const other = changed(paired, 0, { occupant: late });
  const alone: Plan = { ...paired, seats: paired.seats.slice(1) };
  const monthsOf = (each: Plan, seed: number) =>
    simulate({ ...each, run: { ...each.run, seed } }, 1).seatMonths.slice(-24);

  it('a changed seat leaves another one’s people as they were, to the bit', () => {
    const names = ['role other measureMoments', 'role other measureSketches'];
    const lives = (each: Plan) => {
      const quiet = { ...each, roles: each.roles.map((its) => ({ ...its, pay: quietRole.pay })) };
      const noDeals = { ...quiet, levers: { ...quiet.levers, productivity: 0 } };
      const figures = figuresOf(noDeals, blockOf(noDeals));
      return names.map((name) => figures.get(name));
    };
    expect(lives(other)).toEqual(lives(paired));
  });

  it(
    'and its draws: without the other one’s effort it closes no fewer deals in any month of 200 trials, and more in some',
    { timeout: 600_000 },
    () => {
      let more = 0;
      for (let trial = 0; trial < 200; trial++) {
        const [before, after] = [monthsOf(paired, trial), monthsOf(alone, trial)];
        before.forEach((count, month) => {
          expect(after[month]).toBeGreaterThanOrEqual(count);
          if ((after[month] ?? 0) > count) more++;
        });
      }
      expect(more).toBeGreaterThan(50);
    },
  );

  it(
    'a transfer leaves everybody’s draws as they were but those who move into the other seat',
    { timeout: 600_000 },
    () => {
      const three = makeTestPlan({
        months: 24,
        seats: 3,
        role: { annualAttrition: share(0.4), timeToFill: { p50: days(60), p90: days(120) }, skillCv: 0.3 },
      });
      const moved = changed(three, 2, {
        occupant: {
          kind: 'transfer',
          fromSeatId: seatId('seat-1'),
          date: isoDate('2027-06-01'),
          rampKept: share(1),
        },
      });
      const figures = differences(figuresOf(three, blockOf(three)), figuresOf(moved, blockOf(moved)));
      expect(figures.filter((figure) => figure.startsWith('seat seat-0 '))).toEqual([]);
      expect(figures).toContain('seat seat-1 seatMonths');
    },
  );
});

describe('what does not concern people leaves their lives as they were, to the bit:', () => {
  const lives = ['headcount', 'leavers', 'starters', 'vacancy'] as const;
  const calm = tamePlans.map((plan): Plan => ({
    ...plan,
    roles: plan.roles.map(({ performanceLeaving: _left, ...role }) => role),
  }));

  it(
    'productivity, sizes, skill, monthly factors, pay, ramps, market, shocks and coverage',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(calm, (plan) => {
          const other: Plan = {
            ...plan,
            market: { sd: 0.3, persistence: 0.2 },
            coverage: { curvature: 3, territoryShockSd: 0.4 },
            levers: { ...plan.levers, productivity: 0.4, dealSize: 2, ramp: 2 },
            roles: plan.roles.map((role) => ({
              ...role,
              ramp: [share(0.3)],
              skillCv: 0.7,
              monthlyCv: 0.3,
              dealSize: { kind: 'gamma', mean: money(2000), cv: 1 },
              pay: quietRole.pay,
            })),
          };
          const [before, after] = [blockOf(plan), blockOf(other)];
          for (const key of lives) expect(after[key], key).toEqual(before[key]);
        }),
        { seed: 11, numRuns: 60 },
      );
    },
  );
});

describe('couplings are monotone', () => {
  it(
    'more productivity closes no fewer deals in any trial, in plans of every feature but leaving over attainment',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(tamePlans, fc.double({ min: 1, max: 3, noNaN: true }), (made, factor) => {
          const at = (productivity: number): Plan => ({
            ...made,
            levers: { ...made.levers, productivity },
            roles: made.roles.map(({ performanceLeaving: _left, ...role }) => role),
          });
          const [less, more] = [blockOf(at(0.5)), blockOf(at(0.5 * factor))];
          less.deals.forEach((count, trial) => expect(more.deals[trial]).toBeGreaterThanOrEqual(count));
        }),
        { seed: 12, numRuns: 150 },
      );
    },
  );

  it('and of deals of one size books no less in any trial and month', () => {
    fc.assert(
      fc.property(tamePlans, fc.double({ min: 1, max: 3, noNaN: true }), (made, factor) => {
        const at = (productivity: number): Plan => ({
          ...made,
          levers: { ...made.levers, productivity, dealSize: 1 },
          seats: made.seats.map((seat) =>
            seat.occupant.kind === 'incumbent' ? { ...seat, occupant: longServing } : seat,
          ),
          roles: made.roles.map(({ performanceLeaving: _left, dealSizeCap: _cap, ...role }) => ({
            ...role,
            dealSize: { kind: 'fixed', amount: money(1) },
            productivity: { ...role.productivity, perMonth: money(Math.min(10, role.productivity.perMonth)) },
          })),
          territories: made.territories.map((each) =>
            each.potential === undefined
              ? each
              : { ...each, potential: money(Math.min(100, each.potential)) },
          ),
        });
        const [less, more] = [blockOf(at(0.5)).bookings, blockOf(at(0.5 * factor)).bookings];
        less.forEach((count, cell) => expect(more[cell]).toBeGreaterThanOrEqual(count * (1 - 1e-12)));
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});

describe('raising a quota never raises bookings', () => {
  it(
    'where people leave over it, and are not replaced, it closes no more deals in any of 640 trials, and fewer in some',
    { timeout: 600_000 },
    () => {
      const at = (quota: number) =>
        makeTestPlan({
          months: 24,
          seats: 4,
          role: {
            annualAttrition: share(0.3),
            annualQuota: money(quota),
            performanceLeaving: { threshold: 0.9, multiplier: 5 },
            productivity: { perMonth: money(2), cv: 0 },
            skillCv: 0.4,
          },
          seat: () => ({ backfill: false }),
        });
      const [low, middle, high] = [12, 24, 60].map((quota) => simulate(at(quota), 640).deals);
      const fewer = (more: Uint32Array | undefined, less: Uint32Array | undefined) => {
        less?.forEach((count, trial) => expect(count).toBeLessThanOrEqual(more?.[trial] ?? NaN));
        return less?.filter((count, trial) => count < (more?.[trial] ?? NaN)).length;
      };
      expect(fewer(low, middle)).toBeGreaterThan(50);
      expect(fewer(middle, high)).toBeGreaterThan(50);
    },
  );
});

describe('the difference of two plans', () => {
  it(
    'of a start moved by a month is told apart with a thousandth of the variance of unrelated runs (2,560 trials)',
    { timeout: 600_000 },
    () => {
      const plan = makePlanOfSize({ seats: 30, months: 24, seed: 5 });
      const moved = changed(plan, 4, {
        occupant: { kind: 'planned', start: isoDate('2027-12-17') },
      });
      const before = changed(plan, 4, { occupant: late });
      const [one, other] = [bookingsOf(simulate(before, 2560)), bookingsOf(simulate(moved, 2560))];
      const paired = momentsOf(one.map((sum, trial) => sum - (other[trial] ?? 0)));
      expect((momentsOf(one).variance + momentsOf(other).variance) / paired.variance).toBeGreaterThan(1000);
    },
  );
});
