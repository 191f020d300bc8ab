import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocateQuota,
  seatAnnualQuota,
  type QuotaLayer,
  type YearQuotas,
} from '../../src/model/allocateQuota';
import { makeRole, neutralDesign } from '../../src/model/defaults';
import { overAssignments } from '../../src/model/overAssignments';
import type { Plan, QuotaPolicy, Role, Seat } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import {
  days,
  isoDate,
  isoMonth,
  managerId,
  money,
  periodId,
  regionId,
  roleId,
  seatId,
  territoryId,
} from '../../src/model/units';
import { frozen } from '../support/frozen';
import { planArbitrary } from '../support/planArbitrary';

const seller = makeRole('midMarket', {
  id: roleId('seller'),
  annualQuota: money(1_000_000),
  productivity: { perMonth: money(50_000), cv: 0 },
});
const leader: Role = { ...seller, id: roleId('leader'), work: 'manage' };

const seat = (id: string, fields: Partial<Seat> = {}): Seat => ({
  id: seatId(id),
  name: id,
  roleId: seller.id,
  occupant: { kind: 'incumbent', hired: isoDate('2025-01-01') },
  backfill: true,
  ...fields,
});

const seats = (count: number) => Array.from({ length: count }, (_, index) => seat(`s${index + 1}`));
const fy27 = periodId('FY2027');
const target = (amount: number, period = fy27) => ({ period, amount: money(amount) });

function makePlan(fields: Partial<Plan>, quota: Partial<QuotaPolicy> = {}): Plan {
  return frozen({
    ...makeStartUpSample(),
    targets: [],
    managers: [],
    roles: [seller, leader],
    quota: { ...neutralDesign.quota, ...quota },
    ...fields,
  });
}

function quotasOf(plan: Plan, year = fy27): YearQuotas {
  const quotas = allocateQuota(plan).get(year);
  if (!quotas) throw new Error(`no quotas of ${year}`);
  return quotas;
}

const valuesOf = <Id>(layer: QuotaLayer<Id>) => Object.fromEntries(layer.byId);

describe('stated quotas', () => {
  test('are each seat’s own or its role’s, and the layers above are their sums', () => {
    const north = { managerId: managerId('north') };
    const plan = makePlan({
      regions: [{ id: regionId('emea'), name: 'EMEA' }],
      managers: [
        { id: managerId('north'), name: 'N', regionId: regionId('emea') },
        { id: managerId('idle'), name: 'I' },
      ],
      territories: [{ id: territoryId('nordics'), name: 'Nordics', regionId: regionId('emea'), workload: 0 }],
      seats: [
        seat('a', { ...north, annualQuota: money(700_000) }),
        seat('b', north),
        seat('c', { territoryId: territoryId('nordics') }),
        seat('d'),
        seat('chair', { roleId: leader.id }),
      ],
    });
    const quotas = quotasOf(plan);
    expect(quotas.source).toBe('stated');
    expect(valuesOf(quotas.seats)).toEqual({ a: 700_000, b: 1_000_000, c: 1_000_000, d: 1_000_000 });
    expect(valuesOf(quotas.managers)).toEqual({ north: 1_700_000 });
    expect(quotas.managers.unassigned).toBe(2_000_000);
    expect(valuesOf(quotas.regions)).toEqual({ emea: 2_700_000 });
    expect(quotas.regions.unassigned).toBe(1_000_000);
    expect(valuesOf(quotas.territories)).toEqual({ nordics: 1_000_000 });
    expect(valuesOf(quotas.roles)).toEqual({ seller: 3_700_000 });
    expect(seatAnnualQuota(quotas, seatId('a'))).toBe(700_000);
    expect(seatAnnualQuota(quotas, seatId('chair'))).toBe(0);
  });

  test('of $1.0M on the street against a target of $0.8M are an over-assignment of 125 %', () => {
    const quotas = quotasOf(makePlan({ seats: seats(1), targets: [target(800_000)] }));
    expect(quotas.target).toBe(800_000);
    expect(overAssignments(quotas)).toEqual({ regions: 1.25, managers: 1, seats: 1, street: 1.25 });
  });

  test('have no over-assignment against the target where there is none', () => {
    expect(overAssignments(quotasOf(makePlan({ seats: seats(1) })))).toEqual({ managers: 1, seats: 1 });
    expect(overAssignments(quotasOf(makePlan({ seats: [] })))).toEqual({ managers: 1, seats: 1 });
  });
});

describe('quotas from the top down', () => {
  const topDown = { source: 'topDown', allocation: 'even' } as const;

  test('a target of $0.8M, over-assigned by 125 %, puts $1.0M on the street', () => {
    const overAssignment = { regions: 1, managers: 1, seats: 1.25 };
    const plan = makePlan(
      { seats: [seat('a', { annualQuota: money(5) })], targets: [target(800_000)] },
      { ...topDown, overAssignment },
    );
    const quotas = quotasOf(plan);
    expect(seatAnnualQuota(quotas, seatId('a'))).toBeCloseTo(1_000_000, 6);
    expect(quotas.managers.unassigned).toBeCloseTo(800_000, 6);
    expect(overAssignments(quotas).street).toBeCloseTo(1.25, 12);
  });

  test('a target of $15M at 85 % is $17.65M of quota, or 12.6 reps of $1.4M', () => {
    const overAssignment = { regions: 1, managers: 1, seats: 1 / 0.85 };
    const quotas = quotasOf(
      makePlan({ seats: seats(12), targets: [target(15_000_000)] }, { ...topDown, overAssignment }),
    );
    expect(quotas.seats.total / 1e6).toBeCloseTo(17.65, 2);
    expect(quotas.seats.total / 1_400_000).toBeCloseTo(12.6, 1);
    expect(seatAnnualQuota(quotas, seatId('s1'))).toBeCloseTo(quotas.seats.total / 12, 6);
  });

  test('each layer is over-assigned against the one above it, evenly by seats, those without a member apart', () => {
    const overAssignment = { regions: 1.1, managers: 1.05, seats: 1.2 };
    const plan = makePlan(
      {
        regions: [{ id: regionId('emea'), name: 'EMEA' }],
        managers: [
          { id: managerId('m1'), name: 'M1', regionId: regionId('emea') },
          { id: managerId('m2'), name: 'M2', regionId: regionId('emea') },
        ],
        seats: [
          seat('a', { managerId: managerId('m1') }),
          seat('b', { managerId: managerId('m1') }),
          seat('c', { managerId: managerId('m2') }),
          seat('d'),
        ],
        targets: [target(4_000_000)],
      },
      { ...topDown, overAssignment },
    );
    const quotas = quotasOf(plan);
    expect(quotas.regions.byId.get(regionId('emea'))).toBeCloseTo(3_300_000, 6);
    expect(quotas.regions.unassigned).toBeCloseTo(1_100_000, 6);
    expect(quotas.managers.byId.get(managerId('m1'))).toBeCloseTo(2 * 1_155_000, 6);
    expect(quotas.managers.byId.get(managerId('m2'))).toBeCloseTo(1_155_000, 6);
    expect(quotas.managers.unassigned).toBeCloseTo(1_155_000, 6);
    expect(seatAnnualQuota(quotas, seatId('d'))).toBeCloseTo(1_386_000, 6);
    const layers = overAssignments(quotas);
    expect(layers.regions).toBeCloseTo(1.1, 12);
    expect(layers.managers).toBeCloseTo(1.05, 12);
    expect(layers.seats).toBeCloseTo(1.2, 12);
    expect(layers.street).toBeCloseTo(1.1 * 1.05 * 1.2, 12);
  });

  test('by capacity a seat’s quota follows productivity × potential, and a territory’s potential where it is stated', () => {
    const half = makeRole('smb', { ...seller, id: roleId('half'), sellingHours: 50 });
    const patch = territoryId('patch');
    const plan = makePlan(
      {
        roles: [seller, half],
        territories: [{ id: patch, name: 'Patch', potential: money(900_000), workload: 1000 }],
        seats: [
          seat('usual'),
          seat('rich', { potential: 1.5 }),
          seat('in', { territoryId: patch, potential: 3 }),
          seat('beside', { territoryId: patch, roleId: half.id }),
        ],
        targets: [target(2_400_000)],
      },
      { ...topDown, allocation: 'capacity' },
    );
    const quotas = quotasOf(plan);
    const rounded = Object.fromEntries([...quotas.seats.byId].map(([id, quota]) => [id, Math.round(quota)]));
    expect(rounded).toEqual({ usual: 600_000, rich: 900_000, in: 600_000, beside: 300_000 });
    expect(quotas.territories.byId.get(patch)).toBeCloseTo(900_000, 6);
    expect(quotas.territories.unassigned).toBeCloseTo(1_500_000, 6);
  });

  test('where nobody has any capacity the target is split evenly', () => {
    const idle = { ...seller, productivity: { perMonth: money(0), cv: 0 } };
    const plan = makePlan(
      { roles: [idle], seats: seats(4), targets: [target(100)] },
      { ...topDown, allocation: 'capacity' },
    );
    expect([...quotasOf(plan).seats.byId.values()]).toEqual([25, 25, 25, 25]);
  });

  test('the target’s lever moves them, and a year’s target may be the sum of its quarters’', () => {
    const plan = makePlan(
      {
        seats: seats(1),
        targets: [1, 2, 3, 4].map((quarter) => target(100, periodId(`FY2027-Q${quarter}`))),
      },
      topDown,
    );
    expect(quotasOf(plan).seats.total).toBe(400);
    expect(quotasOf({ ...plan, levers: { ...plan.levers, target: 1.5 } }).seats.total).toBe(600);
  });
});

describe('of several fiscal years', () => {
  const calendar = { start: isoMonth('2026-10'), months: 27, fiscalYearStart: 1 };
  const plan = makePlan(
    {
      calendar,
      seats: [
        seat('stays'),
        seat('closes', { closes: isoDate('2028-01-01') }),
        seat('comes', { occupant: { kind: 'planned', start: isoDate('2028-01-01') } }),
      ],
      targets: [target(3_000_000, periodId('FY2027')), target(4_000_000, periodId('FY2028'))],
    },
    { source: 'topDown', allocation: 'even' },
  );

  test('each has its own, in order of time, and one without a target has the stated ones', () => {
    const years = [...allocateQuota(plan).values()].map(({ year, source, seats: layer }) => [
      year,
      source,
      valuesOf(layer),
    ]);
    expect(years).toEqual([
      ['FY2026', 'stated', { stays: 1_000_000, closes: 1_000_000 }],
      ['FY2027', 'topDown', { stays: 1_500_000, closes: 1_500_000 }],
      ['FY2028', 'topDown', { stays: 2_000_000, comes: 2_000_000 }],
    ]);
  });

  test('a hire that the plan’s delay puts back or forth is there when it then is', () => {
    const early = { ...plan, levers: { ...plan.levers, startDelay: days(-10) } };
    expect(quotasOf(early).seats.byId.has(seatId('comes'))).toBe(true);
    const late = { ...plan, levers: { ...plan.levers, startDelay: days(400) } };
    expect(quotasOf(late, periodId('FY2028')).seats.byId.has(seatId('comes'))).toBe(false);
  });
});

test('every layer adds up: to the target times its over-assignments, or to the seats', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const { regions, managers, seats: perLayer } = plan.quota.overAssignment;
      for (const quotas of allocateQuota(frozen(plan)).values()) {
        const layers = [quotas.regions, quotas.managers, quotas.seats, quotas.territories, quotas.roles];
        for (const layer of layers) {
          const sum = [...layer.byId.values()].reduce(
            (total, each) => total + each,
            layer.unassigned as number,
          );
          expect(sum).toBeCloseTo(layer.total, 0);
        }
        const given = quotas.source === 'topDown' && quotas.seats.byId.size > 0 ? quotas.target : undefined;
        const close = (layer: QuotaLayer<unknown>, expected: number) =>
          expect(Math.abs(layer.total - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-9);
        if (given === undefined) for (const layer of layers) close(layer, quotas.seats.total);
        else {
          close(quotas.regions, given * regions);
          close(quotas.managers, given * regions * managers);
          for (const layer of layers.slice(2)) close(layer, given * regions * managers * perLayer);
        }
      }
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('the order of the plan’s seats moves no quota by a bit', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const turned = allocateQuota({ ...plan, seats: plan.seats.toReversed() });
      for (const [year, quotas] of allocateQuota(plan)) expect(turned.get(year)).toEqual(quotas);
    }),
    { seed: 6, numRuns: 100 },
  );
});
