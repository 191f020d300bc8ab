import { describe, expect, test } from 'vitest';
import { migratePlan } from '../../src/model/migratePlan';
import { migrateToVersion2 } from '../../src/model/migrateToVersion2';
import { parsePlan } from '../../src/model/parsePlan';
import { frozen } from '../support/frozen';
import { goldenPlan, goldenPlanToday } from '../io/linkGolden';

const [role] = goldenPlan.roles;

test('a plan of version 1 means what it meant: the accelerator is a second step of pay, all that is new is neutral', () => {
  expect(parsePlan(frozen(goldenPlan))).toEqual({ ok: true, value: goldenPlanToday });
});

test('the rate above 100 % stays what it was, the usual one where it was left out', () => {
  const ratesOf = (pay: object) => {
    const parsed = parsePlan({ ...goldenPlan, roles: [{ ...role, pay }] });
    return parsed.ok ? parsed.value.roles[0]?.pay.steps.map(({ rate }) => rate) : parsed.problems;
  };
  expect(ratesOf({ base: 1, variable: 1, accelerator: 2.25, cap: 3 })).toEqual([1, 2.25]);
  expect(ratesOf({ base: 1, variable: 1, accelerator: 0 })).toEqual([1, 0]);
  expect(ratesOf({ base: 1, variable: 1 })).toEqual([1, 1.5]);
});

test('fields that version 1 passed over are not taken for those of version 2', () => {
  const [seat] = goldenPlan.seats;
  const strewn = {
    ...goldenPlan,
    grossMargin: 'high',
    events: 7,
    managers: [{ id: 'm', name: 'M', seatId: 'nobody' }],
    roles: [{ ...role, work: 'odd', pay: { ...role?.pay, steps: [], period: 'week' } }],
    seats: [{ ...seat, territoryId: 'nowhere', closes: '1999-01-01' }],
    run: { ...goldenPlan.run, standardError: 9 },
  };
  expect(parsePlan(frozen(strewn))).toEqual({
    ok: true,
    value: { ...goldenPlanToday, managers: [{ id: 'm', name: 'M' }] },
  });
});

describe('what cannot be read is passed on, for parsePlan to name', () => {
  test.each([
    ['roles', 'many'],
    ['roles', [null, 7, { id: 'a', pay: 'well' }]],
    ['seats', {}],
    ['run', []],
    ['managers', null],
  ])('%s of %j', (name, value) => {
    expect(migrateToVersion2({ [name]: value })).toEqual({ [name]: value });
  });

  test('an accelerator that is no number is named where it now stands', () => {
    const pay = { ...role?.pay, accelerator: 'fast' };
    expect(parsePlan({ ...goldenPlan, roles: [{ ...role, pay }] })).toMatchObject({
      ok: false,
      problems: [{ path: 'roles[0].pay.steps[1].rate', code: 'wrong-type' }],
    });
  });
});

test('a plan of version 2 is not migrated', () => {
  expect(migratePlan(goldenPlanToday)).toEqual({ ok: true, value: goldenPlanToday });
});
