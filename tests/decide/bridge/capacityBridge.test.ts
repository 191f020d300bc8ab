import { describe, expect, it } from 'vitest';
import { BRIDGE_CAUSES } from '../../../src/decide/bridge/bridgeCause';
import { bridgePlans } from '../../../src/decide/bridge/bridgePlans';
import { bridgeTrials } from '../../../src/decide/bridge/bridgeTrials';
import { capacityBridge, type Bridge } from '../../../src/decide/bridge/capacityBridge';
import { planPeriods } from '../../../src/model/calendar';
import { parsePlan } from '../../../src/model/parsePlan';
import type { Plan, Seat } from '../../../src/model/plan';
import type { Result } from '../../../src/model/problem';
import { makeStartUpSample, makeThreeRegionSample } from '../../../src/model/samples';
import { days, isoDate, money, periodId, share, territoryId } from '../../../src/model/units';
import { expectOutcome } from '../../../src/sim/expectOutcome';
import { hasExactMean } from '../../../src/sim/hasExactMean';
import { featurePlans } from '../../../src/bench/featurePlans';
import { inProcess, samplePlan } from '../../runner/runs';
import { makeTestPlan } from '../../sim/support/testPlan';
import { makeFullPlan } from '../../support/makeFullPlan';

const FY27 = periodId('FY2027');

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

const bridgeOf = async (plan: Plan, trials = 300): Promise<Bridge> =>
  valueOf(await capacityBridge(inProcess(), plan, FY27, { trials }));

const yearOf = (plan: Plan) => {
  const year = planPeriods(plan.calendar).find(({ id }) => id === FY27);
  if (!year) throw new Error('the plan must cover FY2027');
  return year;
};

const amounts = (bridge: Bridge) =>
  Object.fromEntries(bridge.steps.map(({ cause, from, to }) => [cause, to - from]));

describe('the capacity bridge', () => {
  const plans = [makeStartUpSample(), makeThreeRegionSample(), ...featurePlans()]
    .filter(({ calendar }) => calendar.start.startsWith('2027'))
    .map((plan) => [plan.name, plan] as const);

  it.each(plans)('adds up exactly, each step beginning where the one before ended: %s', async (_, plan) => {
    const { full, steps, expected } = await bridgeOf(plan, 100);
    let at = full.mean;
    for (const { from, to } of steps) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(expected.mean);
  });

  it('ends at the mean of the plan’s own run, to the bit', async () => {
    const plan = samplePlan(500);
    const run = valueOf(await inProcess().run(plan));
    const { expected } = await bridgeOf(plan, 500);
    const year = run.periods.find(({ period }) => period === FY27);
    expect(expected.mean).toBe(year?.bookings.mean);
    expect(expected.standardError).toBeCloseTo(year?.bookings.standardError ?? NaN, 6);
  });

  it('has its causes in the stated order, and none that changes nothing', async () => {
    const { steps } = await bridgeOf(samplePlan(200));
    const order = steps.map(({ cause }) => BRIDGE_CAUSES.indexOf(cause));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(steps.map(({ cause }) => cause)).toEqual([
      'dates',
      'lateStarts',
      'ramp',
      'leaving',
      'vacancy',
      'market',
    ]);
  });

  it('stands, at every stop, where the exact mean of that plan is (seed 7, 4,000 trials, 4.5 standard errors)', async () => {
    const plan = samplePlan(4000);
    const { full, steps } = await bridgeOf(plan, 4000);
    const levels = [full.mean, ...steps.map(({ to }) => to)];
    const sampled = valueOf(await inProcess().run(plan)).periods.find(({ period }) => period === FY27);
    const error = sampled?.bookings.standardError ?? 0;
    const way = bridgePlans(plan, yearOf(plan));
    expect(way).toHaveLength(levels.length);
    for (const [index, { plan: each, cause }] of way.entries()) {
      expect(hasExactMean(each), cause).toBe(true);
      const exact = expectOutcome(each).bookings.reduce((sum, value) => sum + value, 0);
      expect(Math.abs((levels[index] ?? NaN) - exact), cause ?? 'full').toBeLessThan(4.5 * error);
    }
  });

  it('is full capacity alone where nothing is in the way, seats × productivity × months', async () => {
    const plan = makeTestPlan({
      seats: 3,
      role: { productivity: { perMonth: money(1000), cv: 0 }, dealSize: { kind: 'fixed', amount: money(1) } },
    });
    const { full, steps, expected } = await bridgeOf(plan, 400);
    expect(steps).toEqual([]);
    expect(expected).toEqual(full);
    expect(Math.abs(full.mean - 36_000)).toBeLessThan(5 * full.standardError);
  });

  it('counts each cause by hand: a hire in July, late by a month, ramping for two (seed 20270101, 2,000 trials, 4 standard errors)', async () => {
    const plan = makeTestPlan({
      role: {
        productivity: { perMonth: money(1000), cv: 0 },
        dealSize: { kind: 'fixed', amount: money(1) },
        ramp: [share(0), share(0.5)],
      },
      seat: (): Partial<Seat> => ({ occupant: { kind: 'planned', start: isoDate('2027-07-01') } }),
      levers: { startDelay: days(30.4375) },
    });
    const bridge = await bridgeOf(plan, 2000);
    const steps = amounts(bridge);
    const near = (got: number | undefined, wanted: number) =>
      expect(Math.abs((got ?? NaN) - wanted), String(wanted)).toBeLessThan(4 * 2.5);
    near(bridge.full.mean, 12_000);
    near(steps['dates'], -6000);
    near(steps['lateStarts'], -1000);
    near(steps['ramp'], -1500);
    near(bridge.expected.mean, 3500);
    expect(Object.keys(steps)).toEqual(['dates', 'lateStarts', 'ramp']);
  });

  it('takes a territory’s full potential for its capacity, and tells what too few hours leave of it', async () => {
    const id = territoryId('patch');
    const plan = makeTestPlan({
      role: { productivity: { perMonth: money(1000), cv: 0 }, sellingHours: 100 },
      seat: () => ({ territoryId: id }),
      plan: { territories: [{ id, name: 'Patch', potential: money(60_000), workload: 2400 }] },
    });
    const bridge = await bridgeOf(plan, 400);
    expect(Math.abs(bridge.full.mean - 60_000)).toBeLessThan(5 * bridge.full.standardError);
    expect(bridge.steps.map(({ cause }) => cause)).toEqual(['coverage']);
    expect(Math.abs(bridge.expected.mean - 30_000)).toBeLessThan(5 * bridge.expected.standardError);
  });

  it('counts a seat of a later year as no capacity of this one', async () => {
    const plan = makeTestPlan({
      months: 24,
      seats: 2,
      seat: (index) => (index === 0 ? {} : { occupant: { kind: 'planned', start: isoDate('2028-03-01') } }),
      role: { productivity: { perMonth: money(1000), cv: 0 }, dealSize: { kind: 'fixed', amount: money(1) } },
    });
    const { full, steps } = await bridgeOf(plan, 400);
    expect(Math.abs(full.mean - 12_000)).toBeLessThan(5 * full.standardError);
    expect(steps).toEqual([]);
  });
});

describe('the plans of a bridge', () => {
  it('are plans that could be kept, from one with no cause in it to the plan itself', () => {
    for (const plan of [makeFullPlan(), makeThreeRegionSample()]) {
      const year = planPeriods(plan.calendar).find(({ kind }) => kind === 'year');
      if (!year) throw new Error('a plan has a year');
      const way = bridgePlans(plan, year);
      expect(way.at(-1)?.plan).toBe(plan);
      for (const { plan: each, cause } of way) {
        const parsed = parsePlan(each);
        expect(parsed.ok ? [] : parsed.problems, cause ?? 'full').toEqual([]);
      }
    }
  });

  it('of a plan with everything in it name every cause', () => {
    const plan = makeFullPlan();
    const way = planPeriods(plan.calendar)
      .filter(({ kind }) => kind === 'year')
      .flatMap((year) => bridgePlans(plan, year).map(({ cause }) => cause));
    for (const cause of BRIDGE_CAUSES) expect(way, cause).toContain(cause);
  });

  it('rest on the run’s trials, and on fewer where the plan is large', () => {
    expect(bridgeTrials(makeThreeRegionSample())).toBe(10_000);
    expect(bridgeTrials(makeStartUpSample())).toBe(10_000);
    const [seat] = makeStartUpSample().seats;
    const large = { ...makeStartUpSample(), seats: Array.from({ length: 2000 }, () => seat) } as Plan;
    expect(bridgeTrials(large)).toBeLessThan(1000);
  });
});

describe('asking for a bridge', () => {
  it('tells its progress, rising to all of it, and can be stopped', async () => {
    const told: number[] = [];
    valueOf(
      await capacityBridge(inProcess(), samplePlan(200), FY27, { onProgress: (done) => told.push(done) }),
    );
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stopped = await capacityBridge(inProcess(), samplePlan(200), FY27, { signal: AbortSignal.abort() });
    expect(stopped.ok || stopped.problems[0]?.code).toBe('aborted');
  });

  it('of a year that the plan does not have is refused', async () => {
    const refused = await capacityBridge(inProcess(), samplePlan(100), periodId('FY1999'));
    expect(refused.ok || refused.problems[0]?.message).toBe("period must be one of the plan's, got FY1999");
  });
});
