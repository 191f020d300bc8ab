import fc from 'fast-check';
import { makeRole } from '../../src/model/defaults';
import type { DealSize, EmpiricalSizes, Occupant, Plan, Role, Seat } from '../../src/model/plan';
import { days, isoDate, isoMonth, managerId, money, periodId, planId } from '../../src/model/units';
import { regionId, roleId, seatId, share } from '../../src/model/units';

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const above = (min: number, max: number) => number(min, max).filter((value) => value > min);
const label = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => /\S/.test(text));
const ids = (max: number, minLength = 0) => fc.uniqueArray(label, { minLength, maxLength: max });
const digits = (value: number) => String(value).padStart(2, '0');
const day = (fromYear: number, toYear: number) =>
  fc
    .tuple(
      fc.integer({ min: fromYear, max: toYear }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => isoDate(`${year}-${digits(month)}-${digits(date)}`));

const spread = fc
  .tuple(above(0, 1000), number(0, 1000))
  .map(([p50, more]) => ({ p50: days(p50), p90: days(p50 + more) }));

const empirical: fc.Arbitrary<EmpiricalSizes> = fc
  .array(fc.tuple(number(1000, 1e6), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 5 })
  .map((pairs) => ({
    kind: 'empirical',
    amounts: pairs.map(([amount]) => money(amount)).sort((a, b) => a - b),
    counts: pairs.map(([, count]) => count),
  }));

const dealSize: fc.Arbitrary<DealSize> = fc.oneof(
  number(1000, 1e6).map((amount): DealSize => ({ kind: 'fixed', amount: money(amount) })),
  fc
    .tuple(fc.constantFrom('lognormal' as const, 'gamma' as const), number(1000, 1e6), number(0, 5))
    .map(([kind, mean, cv]): DealSize => ({ kind, mean: money(mean), cv })),
  empirical,
);

const roleOf = (id: string): fc.Arbitrary<Role> =>
  fc
    .record({
      name: label,
      ramp: fc.array(number(0, 2).map(share), { maxLength: 12 }),
      annualAttrition: number(0, 0.99).map(share),
      timeToFill: spread,
      startSlip: spread,
      productivity: fc.record({ perMonth: number(0, 1e6).map(money), cv: number(0, 5) }),
      dealSize,
      skillCv: number(0, 5),
      annualQuota: number(0, 1e8).map(money),
    })
    .map((fields) => makeRole('smb', { ...fields, id: roleId(id) }));

const occupant: fc.Arbitrary<Occupant> = fc.oneof(
  day(2000, 2025).map((hired): Occupant => ({ kind: 'incumbent', hired })),
  fc
    .tuple(day(2000, 2025), above(0, 100), number(1, 100), empirical)
    .map(([hired, shape, rate, sizes]): Occupant => ({
      kind: 'incumbent',
      hired,
      history: { dealsPerMonth: { shape, rate }, dealSize: sizes },
    })),
  day(2026, 2030).map((start): Occupant => ({ kind: 'planned', start })),
);

const seatOf = (id: string, roles: readonly string[], managers: readonly string[]): fc.Arbitrary<Seat> =>
  fc
    .record(
      {
        name: label,
        roleId: fc.constantFrom(...roles.map(roleId)),
        occupant,
        backfill: fc.boolean(),
        managerId: fc.constantFrom(...managers.map(managerId)),
        potential: number(0, 10),
        annualQuota: number(0, 1e8).map(money),
      },
      { requiredKeys: ['name', 'roleId', 'occupant', 'backfill'] },
    )
    .map((fields) => ({ ...fields, id: seatId(id) }));

const periods = ['FY2027', 'FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4', 'FY2028'].map(periodId);
const multiplier = number(0, 5);

/** Any small valid plan that holds nothing a default would change: it parses to itself. */
export const planArbitrary: fc.Arbitrary<Plan> = fc
  .record({ roles: ids(3, 1), managers: ids(3, 1), regions: ids(3, 1), seats: ids(6) })
  .chain((names) =>
    fc.record({
      format: fc.constant('turfcast-plan' as const),
      version: fc.constant(1 as const),
      id: label.map(planId),
      name: label,
      currency: fc.constantFrom('USD', 'EUR', 'JPY'),
      calendar: fc.record({
        start: fc.integer({ min: 1, max: 12 }).map((month) => isoMonth(`2026-${digits(month)}`)),
        months: fc.integer({ min: 1, max: 60 }),
        fiscalYearStart: fc.integer({ min: 1, max: 12 }),
      }),
      seasonality: fc.constantFrom(
        Array.from({ length: 12 }, () => 1),
        [0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5],
      ),
      market: fc.record({ sd: number(0, 2), persistence: number(0, 0.99) }),
      parameterUncertainty: fc.boolean(),
      targets: fc
        .subarray(periods)
        .chain((chosen) =>
          fc.tuple(
            ...chosen.map((period) => number(0, 1e9).map((each) => ({ period, amount: money(each) }))),
          ),
        ),
      levers: fc.record({
        productivity: multiplier,
        dealSize: multiplier,
        attrition: multiplier,
        ramp: multiplier,
        timeToFill: multiplier,
        startDelay: number(-365, 730).map(days),
        target: multiplier,
      }),
      regions: fc.tuple(...names.regions.map((id) => label.map((name) => ({ id: regionId(id), name })))),
      managers: fc.tuple(
        ...names.managers.map((id) =>
          fc.record(
            {
              id: fc.constant(managerId(id)),
              name: label,
              regionId: fc.constantFrom(...names.regions.map(regionId)),
            },
            { requiredKeys: ['id', 'name'] },
          ),
        ),
      ),
      roles: fc.tuple(...names.roles.map(roleOf)),
      seats: fc.tuple(...names.seats.map((id) => seatOf(id, names.roles, names.managers))),
      run: fc.record({ seed: fc.nat(4294967295), trials: fc.integer({ min: 1, max: 1_000_000 }) }),
    }),
  );
