import { describe, expect, it } from 'vitest';
import { gammaCdf, logGamma } from '../../../src/calibrate/gammaFunctions';
import { normalCdf } from '../../../src/calibrate/normalCdf';
import type { DealSize, Plan, Role } from '../../../src/model/plan';
import { isoDate, money, roleId, share } from '../../../src/model/units';
import { empirical, gamma, lognormal, weibull, type ExactLaw } from '../support/exactLaws';
import { bookingsOf, simulate } from '../support/simulate';
import { longServing, makeTestPlan, quietRole } from '../support/testPlan';
import { expectMean, expectMonths, expectSeatMonths, expectVariance } from '../support/within';

// Section 4 of design/model.md, sizes: 20,000 trials (seed 20270101) of a month or a year, within four standard errors.
// A Poisson number N of mean λ of sizes X has the mean λ E X, the variance λ E X² (Klugman et al., Loss Models, ch. 9).
const TRIALS = 20_000;
const MEAN = 1000;
const perMonth = (amount: number) => ({ perMonth: money(amount), cv: 0 });

const run = (role: Partial<Role>, months = 1, plan: Partial<Plan> = {}, trials = TRIALS) =>
  simulate(makeTestPlan({ months, role, plan }), trials);

/** Four deals of mean size a month. */
const four = (dealSize: DealSize, mean = MEAN): Partial<Role> => ({
  productivity: perMonth(4 * mean),
  dealSize,
});

function expectCompound(dealSize: DealSize, mean: number, { moment }: Pick<ExactLaw, 'moment'>): void {
  const totals = run(four(dealSize, mean), 1);
  expectMean(totals.deals, 4, 'deals');
  const booked = bookingsOf(totals);
  expectMean(booked, 4 * mean, 'mean');
  expectVariance(booked, 4 * mean ** 2 * moment(2), 'variance');
}

const families = [
  ['lognormal', lognormal],
  ['gamma', (cv: number) => gamma(1 / cv ** 2, cv ** 2)],
  ['weibull', weibull],
] as const;

describe('deal size is drawn by', () => {
  it.each(families)('a %s of the stated mean and coefficient of variation', (kind, lawOf) => {
    for (const cv of [0.4, 0.9]) expectCompound({ kind, mean: money(MEAN), cv }, MEAN, lawOf(cv));
  });

  it('a fixed amount', () => {
    expectCompound({ kind: 'fixed', amount: money(MEAN) }, MEAN, { moment: () => 1 });
  });

  it('the history’s sizes, as often as they occurred', () => {
    const [amounts, counts] = [
      [200, 1000, 3000],
      [5, 3, 2],
    ];
    const law = empirical(amounts, counts);
    const mean = law.moment(1);
    const sizes = { kind: 'empirical', amounts: amounts.map(money), counts } as const;
    expectCompound(sizes, mean, { moment: (n) => law.moment(n) / mean ** n });
    const seen = new Set(run(four(sizes, mean)).largestDeal);
    expect([...seen].sort((a, b) => a - b)).toEqual([0, ...amounts]);
  });

  it('a mix of parts, by their shares of the number of deals', () => {
    const parts = [
      { name: 'Small', share: share(0.6), size: { kind: 'fixed', amount: money(100) } },
      { name: 'Mid', share: share(0.3), size: { kind: 'gamma', mean: money(1000), cv: 0.5 } },
      { name: 'Large', share: share(0.1), size: { kind: 'empirical', amounts: [money(5000)], counts: [3] } },
    ] as const;
    const mean = 0.6 * 100 + 0.3 * 1000 + 0.1 * 5000;
    const second = 0.6 * 100 ** 2 + 0.3 * 1000 ** 2 * 1.25 + 0.1 * 5000 ** 2;
    expectCompound({ kind: 'mix', parts }, mean, { moment: () => second / mean ** 2 });
  });

  it('its role: two roles draw from sizes of their own', () => {
    const roles: Role[] = [
      { ...quietRole, productivity: perMonth(600), dealSize: { kind: 'fixed', amount: money(3) } },
      {
        ...quietRole,
        id: roleId('other'),
        productivity: perMonth(900),
        dealSize: { kind: 'fixed', amount: money(10) },
      },
    ];
    const plan = makeTestPlan({
      seats: 2,
      months: 2,
      seat: (index) => ({ roleId: index === 0 ? quietRole.id : roleId('other') }),
      plan: { roles },
    });
    const totals = simulate(plan, 1000);
    expectSeatMonths(totals, 0, [600, 600], 3);
    expectSeatMonths(totals, 1, [900, 900], 10);
  });

  it('the person’s own history where there is one, and no longer once that person has left', () => {
    const own = { kind: 'empirical', amounts: [money(70)], counts: [1] } as const;
    const plan = makeTestPlan({
      months: 4,
      role: {
        dealSize: { kind: 'fixed', amount: money(1) },
        productivity: perMonth(20),
        annualAttrition: share(1 - Math.exp(-12 * 0.5)),
      },
      seat: () => ({
        occupant: {
          ...longServing,
          kind: 'incumbent',
          hired: isoDate('2010-01-01'),
          history: { dealsPerMonth: { shape: 30, rate: 10 }, dealSize: own },
        },
      }),
    });
    // three deals of 70 a month while the first is there, twenty of 1 afterwards: time to fill is none
    const totals = simulate(plan, TRIALS);
    const present = [0, 1, 2, 3].map((month) => (Math.exp(-0.5 * month) * (1 - Math.exp(-0.5))) / 0.5);
    expectMonths(
      totals,
      present.map((time) => time * 210 + (1 - time) * 20),
    );
  });
});

/** E min(X, d) of a mean-one size: each family's limited expected value (Loss Models, App. A). */
function limited(kind: (typeof families)[number][0], cv: number, d: number): number {
  if (kind === 'lognormal') {
    const sigma = Math.sqrt(Math.log(1 + cv * cv));
    const z = Math.log(d) / sigma + sigma / 2;
    return normalCdf(z - sigma) + d * (1 - normalCdf(z));
  }
  if (kind === 'gamma') {
    const shape = 1 / cv ** 2;
    return gammaCdf(shape + 1, d * shape) + d * (1 - gammaCdf(shape, d * shape));
  }
  let [low, high] = [0.2, 60];
  for (let step = 0; step < 100; step++) {
    const k = (low + high) / 2;
    if (Math.exp(logGamma(1 + 2 / k) - 2 * logGamma(1 + 1 / k)) - 1 > cv * cv) low = k;
    else high = k;
  }
  const scale = Math.exp(-logGamma(1 + 1 / low));
  let sum = 0;
  for (let at = 0.0005; at < 1; at += 0.001) sum += Math.exp(-(((at * d) / scale) ** low));
  return sum * 0.001 * d;
}

describe('an optional cap', () => {
  it.each(families)('makes the mean of a %s the limited expected value: deals are as many more', (kind) => {
    const cap = 1.4;
    const mean = limited(kind, 0.9, cap);
    expect(mean).toBeLessThan(0.95);
    const role = { ...four({ kind, mean: money(MEAN), cv: 0.9 }), dealSizeCap: money(cap * MEAN) };
    const totals = run(role, 12);
    expectMean(totals.deals, 48 / mean, 'deals');
    expectMean(bookingsOf(totals), 48 * MEAN, 'productivity is what it was');
    expect(Math.max(...totals.largestDeal)).toBeCloseTo(cap * MEAN, 6);
  });

  it('cuts each part of a mix and each size of a history', () => {
    const sizes = { kind: 'empirical', amounts: [100, 500, 900].map(money), counts: [1, 1, 2] } as const;
    const parts = [
      { name: 'A', share: share(0.5), size: sizes },
      { name: 'B', share: share(0.5), size: { kind: 'fixed', amount: money(800) } },
    ] as const;
    const capped = (100 + 500 + 600 + 600) / 8 + 600 / 2;
    const totals = run({
      productivity: perMonth(4 * capped),
      dealSize: { kind: 'mix', parts },
      dealSizeCap: money(600),
    });
    expectMean(totals.deals, 4, 'deals');
    expect(Math.max(...totals.largestDeal)).toBe(600);
  });
});

describe('optional growth by month', () => {
  it('multiplies every deal from the plan’s start on, the largest there is included; deals are as many as before', () => {
    const role = {
      dealSize: { kind: 'fixed', amount: money(20) },
      dealSizeCap: money(10),
      dealSizeGrowth: 0.05,
      productivity: perMonth(1000),
    } as const;
    const totals = run(role, 24, {}, 2000);
    expectMonths(
      totals,
      Array.from({ length: 24 }, (_, month) => 1000 * 1.05 ** month),
    );
    expectMean(totals.deals, 2400, 'deals');
    expect(Math.max(...totals.largestDeal)).toBeCloseTo(10 * 1.05 ** 23, 9);
  });

  it('may be a fall', () => {
    const role = { productivity: perMonth(1000), dealSizeGrowth: -0.1 };
    expectMonths(run(role, 3, {}, 2000), [1000, 900, 810]);
  });
});

it('the lever of deal sizes multiplies sizes, cap included, and leaves their number alone', () => {
  const levers = { ...makeTestPlan({}).levers, dealSize: 1.5 };
  const role = {
    ...four({ kind: 'lognormal', mean: money(MEAN), cv: 0.9 }),
    dealSizeCap: money(2 * MEAN),
  };
  const [plain, raised] = [run(role), run(role, 1, { levers })];
  expect(raised.deals).toEqual(plain.deals);
  raised.bookings.forEach((booked, trial) => {
    expect(booked).toBeCloseTo(1.5 * (plain.bookings[trial] ?? 0), 6);
  });
});
