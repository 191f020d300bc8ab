import { describe, expect, test } from 'vitest';
import { migratePlan, planMigrations, type PlanMigration } from '../../src/model/migratePlan';
import { PLAN_VERSION } from '../../src/model/plan';
import { frozen } from '../support/frozen';

const format = 'turfcast-plan';

/** Version 1 called it `title`; version 2 `name`; version 3 keeps its length beside it. */
const chain: readonly PlanMigration[] = [
  ({ title, ...rest }) => ({ ...rest, name: title }),
  (plan) => ({ ...plan, length: String(plan['name']).length }),
];

test('the chain of steps ends at the version that the code reads', () => {
  expect(planMigrations.length + 1).toBe(PLAN_VERSION);
});

describe('a plan of any earlier version passes every later step in order', () => {
  test.each([
    [{ format, version: 1, title: 'North' }],
    [{ format, version: 2, name: 'North' }],
    [{ format, version: 3, name: 'North', length: 5 }],
  ])('%j', (plan) => {
    const value = { format, version: 3, name: 'North', length: 5 };
    expect(migratePlan(frozen(plan), chain)).toEqual({ ok: true, value });
  });
});

test('a newer version asks for a newer app', () => {
  expect(migratePlan({ format, version: 4 }, chain)).toEqual({
    ok: false,
    problems: [
      {
        code: 'newer-version',
        path: 'version',
        message:
          'version must be at most 3: a newer Turfcast wrote this plan, so reload or update the app to open it, got 4',
      },
    ],
  });
});

test.each([undefined, '1', 0, 1.5, NaN])('a version of %j is no version', (version) => {
  const result = migratePlan({ format, version });
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'wrong-version', path: 'version' }] });
});

test.each([
  [null, ''],
  [[], ''],
  ['text', ''],
  [{ version: 1 }, 'format'],
])('%j is not a plan', (input, path) => {
  expect(migratePlan(input)).toMatchObject({ ok: false, problems: [{ code: 'not-a-plan', path }] });
});
