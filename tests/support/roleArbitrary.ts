import fc from 'fast-check';
import { makeRole } from '../../src/model/defaults';
import type {
  DealSize,
  EmpiricalSizes,
  PayPlan,
  Pipeline,
  Role,
  RoleWork,
  SimpleSize,
  TenureAttrition,
} from '../../src/model/plan';
import { money, roleId, share, type RoleId } from '../../src/model/units';
import { above, amount, fraction, label, number, rising, spread } from './arbitraries';

export const empiricalSizes: fc.Arbitrary<EmpiricalSizes> = fc
  .array(fc.tuple(number(1000, 1e6), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 5 })
  .map((pairs) => ({
    kind: 'empirical',
    amounts: pairs.map(([each]) => money(each)).sort((a, b) => a - b),
    counts: pairs.map(([, count]) => count),
  }));

const simpleSize: fc.Arbitrary<SimpleSize> = fc.oneof(
  number(1000, 1e6).map((each): SimpleSize => ({ kind: 'fixed', amount: money(each) })),
  fc
    .tuple(
      fc.constantFrom('lognormal' as const, 'gamma' as const, 'weibull' as const),
      number(1000, 1e6),
      number(0, 5),
    )
    .map(([kind, mean, cv]): SimpleSize => ({ kind, mean: money(mean), cv })),
  empiricalSizes,
);

const mix: fc.Arbitrary<DealSize> = fc
  .constantFrom([1], [0.5, 0.5], [0.25, 0, 0.75])
  .chain((shares) =>
    fc.tuple(
      ...shares.map((each) => fc.record({ name: label, share: fc.constant(share(each)), size: simpleSize })),
    ),
  )
  .map((parts) => ({ kind: 'mix', parts }));

const attritionByTenure: fc.Arbitrary<TenureAttrition> = fc.oneof(
  fc
    .tuple(rising(600, 4), fc.array(number(0, 0.99), { minLength: 5, maxLength: 5 }))
    .map(([months, annual]): TenureAttrition => ({
      kind: 'bands',
      bands: [0, ...months].map((fromMonth, index) => ({ fromMonth, annual: share(annual[index] ?? 0) })),
    })),
  fc.tuple(rising(600, 5, 1), rising(1, 5, 5)).map(([months, staying]): TenureAttrition => ({
    kind: 'curve',
    points: months.map((month, index) => ({ month, staying: share(staying[4 - index] ?? 0) })),
  })),
);

const pipeline: fc.Arbitrary<Pipeline> = fc.record(
  {
    winRate: above(0, 1).map(share),
    winRateBase: number(1, 1e4),
    cycle: spread,
    leaverKept: fraction,
    opening: fc.constantFrom('steady' as const, 'listed' as const),
  },
  { requiredKeys: ['winRate', 'cycle', 'leaverKept', 'opening'] },
);

const steps = fc
  .tuple(rising(5, 3), fc.array(number(0, 100), { minLength: 4, maxLength: 4 }))
  .map(([from, rates]) => [0, ...from].map((each, index) => ({ from: each, rate: rates[index] ?? 1 })));

const pay: fc.Arbitrary<PayPlan> = fc.record(
  {
    base: amount(1e6),
    variable: amount(1e6),
    period: fc.constantFrom('quarter' as const, 'year' as const),
    steps,
    cap: number(0, 1000),
    guarantee: fc.record({ months: fc.integer({ min: 0, max: 60 }), share: number(0, 2).map(share) }),
    benefits: number(0, 5).map(share),
    recruiting: amount(1e6),
    severance: amount(1e6),
    otherCost: amount(1e6),
  },
  { requiredKeys: ['base', 'variable', 'period', 'steps', 'benefits', 'recruiting'] },
);

/** Sources of which some are fed by one of these roles. */
const sources = (feeders: readonly RoleId[]) => {
  const fedBy = fc.record({
    roleId: feeders.length > 0 ? fc.constantFrom(...feeders) : fc.constant(roleId('')),
    sellersPerHead: above(0, 100),
  });
  const source = fc.record(
    { name: label, share: number(0, 0.3).map(share), ...(feeders.length > 0 && { fedBy }) },
    { requiredKeys: ['name', 'share'] },
  );
  return fc.array(source, { maxLength: 3 });
};

/** A role of that work; `feeders` are the roles that support. */
export const roleArbitrary = (
  id: string,
  work: RoleWork | undefined,
  feeders: readonly RoleId[],
): fc.Arbitrary<Role> =>
  fc
    .record(
      {
        name: label,
        ramp: fc.array(number(0, 2).map(share), { maxLength: 12 }),
        annualAttrition: number(0, 0.99).map(share),
        attritionByTenure,
        performanceLeaving: fc.record({ threshold: number(0, 10), multiplier: number(0, 20) }),
        timeToFill: spread,
        startSlip: spread,
        productivity: fc.record({ perMonth: amount(1e6), cv: number(0, 5) }),
        dealSize: fc.oneof(simpleSize, mix),
        dealSizeCap: number(1000, 1e7).map(money),
        dealSizeGrowth: number(-0.1, 0.1),
        dealSizeCv: number(0, 5),
        monthlyCv: number(0, 5),
        pipeline,
        sources: sources(feeders),
        sellingHours: number(0, 400),
        curvature: number(0, 20),
        skillCv: number(0, 5),
        annualQuota: amount(1e8),
        pay,
      },
      {
        requiredKeys: [
          'name',
          'ramp',
          'annualAttrition',
          'timeToFill',
          'startSlip',
          'productivity',
          'dealSize',
          'skillCv',
          'annualQuota',
          'pay',
        ],
      },
    )
    .map((fields) => makeRole('smb', { ...fields, ...(work && { work }), id: roleId(id) }));
