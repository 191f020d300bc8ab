import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as edit from '../../src/model/editPlan';
import { freshId } from '../../src/model/ids';
import type { Plan } from '../../src/model/plan';
import { makeThreeRegionSample } from '../../src/model/samples';
import { seatsByManager } from '../../src/model/seatsByManager';
import { managerId, money, periodId, regionId, roleId, seatId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { planArbitrary } from '../support/planArbitrary';

const plan = frozen(makeThreeRegionSample());

/** Names of the plan's parts that are not the same object as before. */
const changed = (next: Plan): string[] =>
  Object.keys(next).filter((key) => Reflect.get(next, key) !== Reflect.get(plan, key));

describe('an edit shares everything it does not touch', () => {
  const seat = { ...plan.seats[0]!, id: seatId('seat-new') };
  const edits: readonly (readonly [string, Plan, readonly string[]])[] = [
    ['rename', edit.renamePlan(plan, 'Another'), ['name']],
    ['add a seat', edit.addSeat(plan, seat), ['seats']],
    ['remove a seat', edit.removeSeat(plan, seatId('seat-5')), ['seats']],
    ['update a seat', edit.updateSeat(plan, seatId('seat-5'), { backfill: false }), ['seats']],
    ['update a seat that is not there', edit.updateSeat(plan, seatId('none'), { backfill: false }), []],
    ['update a role', edit.updateRole(plan, roleId('role-smb'), { skillCv: 0 }), ['roles']],
    ['add a manager', edit.addManager(plan, { id: managerId('m'), name: 'M' }), ['managers']],
    ['remove a manager', edit.removeManager(plan, managerId('manager-1')), ['managers', 'seats']],
    ['add a region', edit.addRegion(plan, { id: regionId('r'), name: 'R' }), ['regions']],
    ['set a lever', edit.setLever(plan, 'ramp', 1.2), ['levers']],
    ['set the market', edit.setMarket(plan, { sd: 0 }), ['market']],
    ['set the run', edit.setRun(plan, { seed: 2 }), ['run']],
    ['set a target', edit.setTarget(plan, periodId('FY2027'), money(1)), ['targets']],
  ];
  test.each(edits)('%s', (_, next, keys) => {
    expect(changed(next).sort()).toEqual([...keys].sort());
  });

  test('and so do its other seats', () => {
    const next = edit.updateSeat(plan, seatId('seat-5'), { backfill: false });
    expect(next.seats.filter((each, index) => each !== plan.seats[index]).map(({ id }) => id)).toEqual([
      'seat-5',
    ]);
  });
});

test('an undefined in a patch takes an optional field away', () => {
  const next = edit.updateSeat(plan, seatId('seat-5'), { managerId: undefined });
  expect('managerId' in next.seats[4]!).toBe(false);
});

test('a removed manager leaves the seats behind, unassigned', () => {
  const next = edit.removeManager(plan, managerId('manager-1'));
  expect(next.seats.length).toBe(plan.seats.length);
  expect(seatsByManager(next).at(-1)).toEqual({ seats: next.seats.slice(0, 8) });
});

test('a target is set, replaced and taken away, in the order of periods', () => {
  const year = edit.setTarget(plan, periodId('FY2027'), money(5));
  expect(year.targets.map(({ period }) => period)).toEqual([
    'FY2027',
    ...plan.targets.map(({ period }) => period),
  ]);
  expect(edit.setTarget(year, periodId('FY2027'), money(6)).targets[0]?.amount).toBe(6);
  expect(edit.setTarget(year, periodId('FY2027'), undefined)).toEqual(plan);
});

test('every seat is in exactly one group, under its own manager', () => {
  fc.assert(
    fc.property(planArbitrary, (any) => {
      const groups = seatsByManager(any);
      expect(groups.flatMap(({ seats }) => seats.map(({ id }) => id)).sort()).toEqual(
        any.seats.map(({ id }) => id).sort(),
      );
      for (const { manager, seats } of groups)
        for (const seat of seats) expect(seat.managerId).toBe(manager?.id);
      expect(groups.flatMap(({ manager }) => manager ?? [])).toEqual(any.managers);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test('a fresh id is the first that is not taken', () => {
  expect(freshId('seat', [])).toBe('seat-1');
  expect(freshId('seat', ['seat-1', 'seat-3'])).toBe('seat-2');
});
