import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/decide/compare/comparePlans';
import { explainDifference } from '../../../src/decide/compare/explainDifference';
import type { ExplainOptions } from '../../../src/decide/compare/explainOptions';
import { MEASURED, type Explanation } from '../../../src/decide/compare/explanation';
import { setLever, updateRole } from '../../../src/model/editPlan';
import { planRules } from '../../../src/model/planRules';
import type { Plan } from '../../../src/model/plan';
import { isoDate, isoMonth, share } from '../../../src/model/units';
import { after, before, bolder, periodOf, sampled, sampleOf, valueOf } from './plans';

const TRIALS = 500;

const options = (a: Plan, b: Plan, more: Partial<ExplainOptions> = {}): ExplainOptions => ({
  period: more.period ?? periodOf([a, b]),
  trials: TRIALS,
  seed: 1,
  sample: async (plan) => ({ ok: true, value: await sampleOf(plan, TRIALS) }),
  ...more,
});

const explain = async (a: Plan, b: Plan, more: Partial<ExplainOptions> = {}): Promise<Explanation> =>
  valueOf(await explainDifference(a, b, options(a, b, more)));

function expectAddsUp({ measures }: Explanation): void {
  for (const name of MEASURED) {
    const own = measures[name];
    if (!own) continue;
    const sum = own.shares.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - (own.to - own.from)), name).toBeLessThan(1e-9 * Math.max(1, Math.abs(own.to)));
  }
}

/** Ten groups changed a little, so that orders are drawn. */
function changedAlmostEverywhere(plan: Plan): Plan {
  const role = plan.roles[0]!;
  const changed = updateRole(bolder, role.id, {
    ramp: [...role.ramp, share(0.9)],
    timeToFill: { ...role.timeToFill, p50: role.timeToFill.p90 },
    productivity: { ...role.productivity, cv: 0.2 },
    dealSizeCap: role.annualQuota,
    pay: { ...role.pay, benefits: share(0.25) },
  });
  return { ...changed, market: { ...changed.market, sd: 0.2 }, targets: changed.targets.slice(0, 3) };
}

describe('why plans differ', () => {
  it('the shares of the groups add up to the differences of chance, bookings and cost that the comparison shows', async () => {
    const plans = [before, bolder];
    const explanation = await explain(before, bolder);
    expect(explanation.groups).toEqual([['team'], ['leaving'], ['levers']]);
    expect(explanation.method).toEqual({ kind: 'exact', orders: 6 });
    expect(explanation.samples).toBe(8);
    expectAddsUp(explanation);
    const samples = await Promise.all(plans.map((plan) => sampled(plan, TRIALS)));
    const [pair] = valueOf(comparePlans(samples, periodOf(plans))).pairs;
    const { chance, bookings, cost } = explanation.measures;
    expect(chance!.to - chance!.from).toBeCloseTo(pair!.chance!.value, 12);
    expect(bookings.to - bookings.from).toBeCloseTo(pair!.bookings.mean, 4);
    expect(cost!.to - cost!.from).toBeCloseTo(pair!.cost!.mean, 4);
    for (const { shares } of [chance!, bookings, cost!])
      for (const each of shares) expect(each.standardError).toBeGreaterThan(0);
  });

  it('another target alone is counted, not simulated again, unless quotas are handed down from it', async () => {
    const aimed: Plan = { ...bolder, levers: { ...bolder.levers, target: 1.1 } };
    const topDown = (plan: Plan): Plan => ({ ...plan, quota: { ...plan.quota, source: 'topDown' } });
    const count = async (a: Plan, b: Plan) => {
      const plans: Plan[] = [];
      const explanation = await explain(a, b, {
        trials: 20,
        sample: async (plan) => {
          plans.push(plan);
          return { ok: true, value: await sampleOf(plan, 20) };
        },
      });
      expectAddsUp(explanation);
      return plans.length;
    };
    expect(await count(before, aimed)).toBe(8);
    expect(await count(topDown(before), topDown(aimed))).toBe(16);
  });

  it('the other way round every share changes its sign', async () => {
    const there = await explain(before, bolder);
    const back = await explain(bolder, before);
    expect(back.groups).toEqual(there.groups);
    there.measures.bookings.shares.forEach(({ value }, index) =>
      expect(back.measures.bookings.shares[index]!.value).toBeCloseTo(-value, 4),
    );
  });

  it('where one group differs, it is all of the difference; where none does, there is nothing to share', async () => {
    const one = await explain(before, setLever(before, 'productivity', 1.2));
    expect(one.groups).toEqual([['levers']]);
    expectAddsUp(one);
    const none = await explain(before, { ...before, name: 'Another name' });
    expect(none.groups).toEqual([]);
    expect(none.measures.bookings.to).toBe(none.measures.bookings.from);
  });

  it('beyond six groups orders are drawn by a seed; the shares add up all the same, with an error each', async () => {
    const other = changedAlmostEverywhere(before);
    const small = {
      trials: 20,
      sample: async (plan: Plan) => ({ ok: true as const, value: await sampleOf(plan, 20) }),
    };
    const told: number[] = [];
    const drawn = await explain(before, other, { ...small, onProgress: (done) => told.push(done) });
    expect(drawn.groups.length).toBeGreaterThan(6);
    expect(drawn.method).toEqual({ kind: 'drawn', orders: 16 });
    expect(drawn.samples).toBeLessThan(2 ** drawn.groups.length);
    expect(told).toEqual(told.toSorted((one, two) => one - two));
    expect(told.at(-1)).toBe(drawn.samples);
    expectAddsUp(drawn);
    expect(await explain(before, other, small)).toEqual(drawn);
  });

  it('pay moves cost and no bookings', async () => {
    const dearer = updateRole(before, before.roles[0]!.id, {
      pay: { ...before.roles[0]!.pay, benefits: share(0.5) },
    });
    const { measures } = await explain(before, dearer);
    expect(measures.bookings.shares).toEqual([{ value: 0, standardError: 0 }]);
    expect(measures.cost!.shares[0]!.value).toBeGreaterThan(0);
  });

  it('groups whose mixes would be no plan are switched as one', async () => {
    // An incumbent of April is no incumbent in a plan that begins in January.
    const seat = before.seats[0]!;
    const early: Plan = {
      ...setLever(before, 'productivity', 1.1),
      seats: before.seats.with(0, { ...seat, occupant: { kind: 'planned', start: isoDate('2027-03-15') } }),
    };
    const late: Plan = {
      ...before,
      calendar: { ...before.calendar, start: isoMonth('2027-04') },
      seats: before.seats.with(0, { ...seat, occupant: { kind: 'incumbent', hired: isoDate('2027-03-15') } }),
    };
    expect(planRules(late)).toEqual([]);
    const explanation = await explain(late, early, { period: periodOf([late, early], 'FY2027-Q4') });
    expect(explanation.groups.map((unit) => unit.toSorted())).toEqual([['levers'], ['calendar', 'team']]);
    expectAddsUp(explanation);
  });

  it('a chance is not explained where one of the plans has no target', async () => {
    const { measures } = await explain(before, { ...after, targets: [] });
    expect(Object.keys(measures).sort()).toEqual(['bookings', 'cost']);
  });

  it('stops when it is told to, and hands on why a sample failed', async () => {
    const signal = { aborted: false };
    const stopped = await explainDifference(
      before,
      bolder,
      options(before, bolder, { signal, onProgress: () => (signal.aborted = true) }),
    );
    expect(stopped).toMatchObject({ ok: false, problems: [{ code: 'aborted' }] });
    const problems = [{ code: 'memory', path: '', message: 'too large' }];
    const failed = await explainDifference(
      before,
      bolder,
      options(before, bolder, { sample: () => Promise.resolve({ ok: false, problems }) }),
    );
    expect(failed).toEqual({ ok: false, problems });
  });
});
