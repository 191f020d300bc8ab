import { describe, expect, test } from 'vitest';
import { planPeriods, targetOf } from '../../src/model/calendar';
import { expectedBookings } from '../../src/model/expectedBookings';
import { makeRole } from '../../src/model/defaults';
import type { Seat } from '../../src/model/plan';
import { makeSamplePlans, makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { seatsByManager } from '../../src/model/seatsByManager';
import { isoDate, isoMonth, money, roleId, seatId, share } from '../../src/model/units';
import { parsePlan } from '../../src/model/parsePlan';
import { makePlanOfSize } from '../support/makePlanOfSize';

test('the samples are the same every time', () => {
  expect(makeSamplePlans()).toEqual(makeSamplePlans());
});

const planned = (plan: { seats: readonly { occupant: { kind: string } }[] }): number =>
  plan.seats.filter(({ occupant }) => occupant.kind === 'planned').length;

test('the start-up has seven sellers and five hires under one manager', () => {
  const plan = makeStartUpSample();
  expect([plan.seats.length, planned(plan), plan.managers.length]).toEqual([12, 5, 1]);
});

test('the three-region company has 96 sellers and 24 hires in fifteen teams of eight', () => {
  const plan = makeThreeRegionSample();
  expect([plan.seats.length, planned(plan), plan.regions.length, plan.roles.length]).toEqual([120, 24, 3, 3]);
  expect(seatsByManager(plan).map(({ seats }) => seats.length)).toEqual(Array.from({ length: 15 }, () => 8));
});

describe('in every sample', () => {
  test.each(makeSamplePlans().map((plan) => [plan.name, plan] as const))(
    '%s: no two seats share a name',
    (_, plan) => {
      expect(new Set(plan.seats.map(({ name }) => name)).size).toBe(plan.seats.length);
    },
  );

  test.each(makeSamplePlans().map((plan) => [plan.name, plan] as const))(
    '%s: the year’s target is a little below what the seats book by hand, and its quotas are above it',
    (_, plan) => {
      const year = planPeriods(plan.calendar).find(({ kind }) => kind === 'year');
      const target = year && targetOf(plan, year);
      const expected = expectedBookings(plan).reduce((sum, each) => sum + each, 0);
      expect(Number(target) / expected).toBeGreaterThan(0.9);
      expect(Number(target) / expected).toBeLessThan(1);
      for (const role of plan.roles)
        expect(role.annualQuota).toBeGreaterThan(role.productivity.perMonth * 12);
    },
  );
});

test('bookings by hand: five at 25 %, three at 60 %, two at 85 % and fifteen ramped book as 19.75 do', () => {
  const groups = [
    [5, 0.25],
    [3, 0.6],
    [2, 0.85],
    [15, 1],
  ] as const;
  const roles = groups.map(([, level], index) => ({
    ...makeRole('smb', { annualAttrition: share(0), ramp: [share(level)] }),
    id: makeRole('smb').id,
    index,
  }));
  const bookings = groups.map(([count], index) =>
    expectedBookings({
      calendar: { start: isoMonth('2027-01'), months: 1, fiscalYearStart: 1 },
      seasonality: Array.from({ length: 12 }, () => 1),
      roles: roles.slice(index, index + 1),
      seats: Array.from({ length: count }, (_, seat) => ({
        id: seatId(`seat-${seat}`),
        name: 'Seller',
        roleId: makeRole('smb').id,
        occupant: { kind: 'incumbent', hired: isoDate('2027-01-01') },
        backfill: true,
      })),
    }).reduce((sum, each) => sum + each, 0),
  );
  const { perMonth } = makeRole('smb').productivity;
  expect(bookings.reduce((sum, each) => sum + each, 0) / perMonth).toBeCloseTo(19.75, 9);
});

test('bookings by hand: managers and support book nothing, a transfer keeps its share of the ramp, a closed seat books no more', () => {
  const role = makeRole('smb', {
    annualAttrition: share(0),
    ramp: [share(0), share(0), share(0.5), share(0.5)],
  });
  const support = { ...role, id: roleId('support'), work: 'support' as const };
  const base = { id: seatId('seat'), name: 'Seller', roleId: role.id, backfill: true };
  const incumbent = { kind: 'incumbent' as const, hired: isoDate('2020-01-01') };
  const transfer = { kind: 'transfer' as const, fromSeatId: seatId('other'), rampKept: share(0.5) };
  const booked = (seat: Partial<Seat>) =>
    expectedBookings({
      calendar: { start: isoMonth('2027-01'), months: 4, fiscalYearStart: 1 },
      seasonality: Array.from({ length: 12 }, () => 1),
      roles: [role, support],
      seats: [{ ...base, occupant: incumbent, ...seat }],
    }).map((each) => each / role.productivity.perMonth);
  expect(booked({ roleId: support.id })).toEqual([0, 0, 0, 0]);
  expect(booked({ closes: isoDate('2027-02-15') })).toEqual([1, 0.5, 0, 0]);
  expect(booked({ occupant: { ...transfer, date: isoDate('2027-02-01') } })).toEqual([0, 0.5, 0.5, 1]);
});

test('pay follows the quota and productivity does not', () => {
  const usual = makeRole('midMarket');
  const raised = makeRole('midMarket', { annualQuota: money(900_000) });
  expect(raised.productivity).toEqual(usual.productivity);
  expect(raised.pay.base + raised.pay.variable).toBe(200_000);
});

test.each([
  [1, 1],
  [20, 12],
  [200, 24],
])('a plan of %i seats and %i months is valid', (seats, months) => {
  const plan = makePlanOfSize({ seats, months, seed: 7 });
  expect(plan.seats.length).toBe(seats);
  expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
});
