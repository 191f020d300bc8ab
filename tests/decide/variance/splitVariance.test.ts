import { describe, expect, test } from 'vitest';
import { sharedShare } from '../../../src/decide/variance/sharedShare';
import { ALL_SOURCES, sourcesOf } from '../../../src/decide/variance/sources';
import { splitVariance, type VarianceAnswer } from '../../../src/decide/variance/splitVariance';
import type { Plan } from '../../../src/model/plan';
import { seededDraws } from '../../../src/model/seededDraws';
import { eventId, isoMonth, money, periodId, share } from '../../../src/model/units';
import { makeFullPlan } from '../../support/makeFullPlan';
import { inProcess } from '../../runner/runs';
import { smallCompany } from '../solve/smallCompany';

const { sample } = inProcess();
const year = periodId('FY2027');
const small = (): Plan => ({ ...smallCompany(), run: { seed: 9, trials: 4000 } });

async function split(plan: Plan): Promise<VarianceAnswer> {
  const result = await splitVariance(plan, year, { sample });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

/** A normal draw: the sum of twelve uniforms. */
const normals = (n: number, seed: number) => {
  const draw = seededDraws(seed);
  return Float64Array.from({ length: n }, () => {
    let sum = -6;
    for (let each = 0; each < 12; each++) sum += draw();
    return sum;
  });
};

describe('the share that two samples have in common', () => {
  const n = 20_000;
  const [x, x2, y, y2] = [1, 2, 3, 4].map((seed) => normals(n, seed)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const of = (f: (a: number, b: number) => number, a: Float64Array, b: Float64Array) =>
    a.map((value, at) => f(value, b[at] ?? 0));

  // 2x + y: x has 4/5 of the variance, y 1/5, and they add up to one; 20,000 trials, four standard errors
  test('of a sum is each one’s part of the variance, and the parts add up to one', () => {
    const f = (a: number, b: number) => 2 * a + b;
    const own = of(f, x, y);
    const ofX = sharedShare(own, of(f, x, y2));
    const ofY = sharedShare(own, of(f, x2, y));
    expect(Math.abs(ofX.mean - 0.8)).toBeLessThan(4 * ofX.standardError);
    expect(Math.abs(ofY.mean - 0.2)).toBeLessThan(4 * ofY.standardError);
    expect(ofX.standardError).toBeLessThan(0.01);
    expect(Math.abs(ofX.mean + ofY.mean - 1)).toBeLessThan(4 * (ofX.standardError + ofY.standardError));
  });

  // (1 + x)(1 + y) has variance 3: a third each alone, a third together
  test('of a product leaves what they have together', () => {
    const f = (a: number, b: number) => (1 + a) * (1 + b);
    const alone = sharedShare(of(f, x, y), of(f, x, y2));
    expect(Math.abs(alone.mean - 1 / 3)).toBeLessThan(4 * alone.standardError);
    const rest = sharedShare(of(f, x, y), of(f, x2, y));
    expect(Math.abs(1 - rest.mean - 2 / 3)).toBeLessThan(4 * rest.standardError);
  });

  // 300 pairs of 400, seeds from 1000 on: the share lies within two of its standard errors in about 95 %
  test('is as sure as it says', () => {
    let within = 0;
    for (let round = 0; round < 300; round++) {
      const [a, b, c] = [0, 1, 2].map((each) => normals(400, 1000 + 3 * round + each));
      const found = sharedShare(
        a!.map((value, at) => value + b![at]!),
        a!.map((value, at) => value + c![at]!),
      );
      if (Math.abs(found.mean - 0.5) < 2 * found.standardError) within++;
    }
    expect(within / 300).toBeGreaterThan(0.91);
    expect(within / 300).toBeLessThan(0.985);
  });

  test('does not change when trials are shuffled, but for the rounding of sums', () => {
    const f = (a: number, b: number) => 2 * a + b;
    const [one, other] = [of(f, x, y), of(f, x, y2)];
    const shuffled = (each: Float64Array) => each.map((_, at) => each[(at * 7919) % n] ?? 0);
    const again = sharedShare(shuffled(one), shuffled(other));
    const found = sharedShare(one, other);
    expect(again.mean).toBeCloseTo(found.mean, 10);
    expect(again.standardError).toBeCloseTo(found.standardError, 10);
  });

  test('of samples that never differ from their mean is none', () => {
    expect(sharedShare(new Float64Array(9), new Float64Array(9))).toEqual({ mean: 0, standardError: 0 });
  });
});

describe('the shares of the sources of chance', () => {
  test('add up to one or less alone, to one or more in total, within their errors', async () => {
    const { shares } = await split(small());
    expect(shares.map(({ id }) => id).sort()).toEqual(['market', 'role', 'seat']);
    const sum = (of: 'alone' | 'total') => shares.reduce((all, each) => all + each[of].mean, 0);
    const error = shares.reduce((all, each) => all + each.alone.standardError + each.total.standardError, 0);
    expect(sum('alone')).toBeLessThan(1 + 2 * error);
    expect(sum('total')).toBeGreaterThan(1 - 2 * error);
    for (const { alone, total } of shares)
      expect(total.mean).toBeGreaterThan(alone.mean - 4 * (alone.standardError + total.standardError));
  });

  test('with one source of chance alone, it has all of it, and the market drawn anew changes nothing', async () => {
    const plan: Plan = { ...small(), market: { sd: 0, persistence: 0 }, parameterUncertainty: false };
    const { shares } = await split(plan);
    expect(shares).toHaveLength(1);
    expect(shares[0]?.id).toBe('seat');
    expect(shares[0]?.alone.mean).toBeCloseTo(1, 10);
    expect(Math.abs((shares[0]?.total.mean ?? 0) - 1)).toBeLessThan(
      4 * (shares[0]?.total.standardError ?? 0),
    );
  });

  test('a plan of one event alone, which nothing else moves but people: the event’s share is that of its variance', async () => {
    const plan: Plan = {
      ...small(),
      market: { sd: 0, persistence: 0 },
      parameterUncertainty: false,
      events: [
        {
          id: eventId('halt'),
          name: 'Halt',
          probability: share(0.5),
          earliest: isoMonth('2027-01'),
          latest: isoMonth('2027-01'),
          months: 12,
          scope: { kind: 'all' },
          effects: { dealSize: 0 },
        },
      ],
    };
    // bookings are s·e with e of 0 or 1, half of the time each: of E e² Var s + (E s)² Var e the event has (E s)² ÷ 4 alone
    const calm = await sample({ ...plan, events: [] }, { trials: 4000 });
    if (!calm.ok) throw new Error('the plan must be sampled');
    const sums = Array.from({ length: 4000 }, (_, trial) =>
      calm.value.bookings.subarray(trial * 12, trial * 12 + 12).reduce((all, each) => all + each, 0),
    );
    const mean = sums.reduce((all, each) => all + each, 0) / 4000;
    const variance = sums.reduce((all, each) => all + (each - mean) ** 2, 0) / 3999;
    const wanted = (mean * mean) / 4 / (variance / 2 + (mean * mean) / 4);
    const { shares } = await split(plan);
    const event = shares.find(({ id }) => id === 'event')!;
    expect(Math.abs(event.alone.mean - wanted)).toBeLessThan(4 * event.alone.standardError + 0.01);
    // together they have what is left: total of the event is one less what people have alone
    const people = shares.find(({ id }) => id === 'seat')!;
    expect(Math.abs(event.total.mean + people.alone.mean - 1)).toBeLessThan(
      4 * (event.total.standardError + people.alone.standardError),
    );
  });

  test('a plan without any chance has none', async () => {
    const still: Plan = {
      ...small(),
      market: { sd: 0, persistence: 0 },
      parameterUncertainty: false,
      roles: small().roles.map((role) => ({
        ...role,
        productivity: { perMonth: money(0), cv: 0 },
      })),
    };
    const answer = await split(still);
    expect(answer.sd).toBe(0);
    expect(answer.shares.map(({ alone, total }) => [alone.mean, total.mean])).toEqual([[0, 0]]);
  });
});

describe('streams drawn anew', () => {
  const plan: Plan = { ...makeFullPlan(), run: { seed: 1, trials: 200 } };
  const bookings = async (anew: Parameters<typeof sample>[1]) => {
    const result = await sample(plan, { trials: 200, ...anew });
    if (!result.ok) throw new Error('the plan must be sampled');
    return result.value;
  };

  test('are others for that source, and the plan’s own for all else', async () => {
    const own = await bookings({});
    const market = await bookings({ anew: ['market'] });
    expect(await bookings({ anew: [] })).toEqual(own);
    expect(market.market).not.toEqual(own.market);
    // who leaves and which events happen does not hang on the market
    expect(market.events).toEqual(own.events);
    const events = await bookings({ anew: ['event'] });
    expect(events.market).toEqual(own.market);
    expect(events.events).not.toEqual(own.events);
  });

  test('of all sources leave nothing in common', async () => {
    const [own, other] = [await bookings({}), await bookings({ anew: ALL_SOURCES })];
    const total = (each: typeof own) => each.bookings.filter((_, at) => at % each.shape.months === 5);
    const { mean, standardError } = sharedShare(total(own), total(other));
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    expect(sourcesOf(plan).length).toBeGreaterThan(3);
  });
});
