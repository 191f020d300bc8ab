import { expect, test } from 'vitest';
import { MOST_ACCOUNTS } from '../../src/model/accountBook';
import { parsePlan } from '../../src/model/parsePlan';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { withValue, type ValuePath } from '../support/withValue';

const full = frozen(JSON.parse(JSON.stringify(makeFullPlan())) as unknown);

type Case = readonly [path: ValuePath, value: unknown, at: string, message: string];

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `a-${index}`, name: 'x', values: [null, 0] }));
const nobody = 'must be the id of an account of the plan, got "a-9"';

const cases: readonly Case[] = [
  [['accounts', 1, 'id'], 'a-1', 'accounts[1].id', 'id must be unique, got "a-1"'],
  [['measures', 1, 'id'], 'spend', 'measures[1].id', 'id must be unique, got "spend"'],
  [['splits', 1, 'id'], 'today', 'splits[1].id', 'id must be unique, got "today"'],
  [['accounts', 0, 'name'], undefined, 'accounts[0].name', 'name is required, got nothing'],
  [['accounts', 0, 'place', 'lat'], 91, 'accounts[0].place.lat', 'lat must be at most 90, got 91'],
  [['accounts', 0, 'place', 'lon'], -181, 'accounts[0].place.lon', 'lon must be at least -180, got -181'],
  [['accounts', 0, 'values', 0], -1, 'accounts[0].values[0]', 'values[0] must not be below zero, got -1'],
  [['accounts', 0, 'values', 0], 'x', 'accounts[0].values[0]', 'values[0] must be a number, got "x"'],
  [
    ['accounts', 0, 'values'],
    [1],
    'accounts[0].values',
    'values must have one item for each of the 2 measures, got a list of 1',
  ],
  [
    ['measures', 0, 'kind'],
    'size',
    'measures[0].kind',
    'kind must be potential, workload or other, got "size"',
  ],
  [
    ['splits', 0, 'territoryOf'],
    ['iberia'],
    'splits[0].territoryOf',
    'territory of must have one item for each of the 3 accounts, got a list of 1',
  ],
  [
    ['splits', 0, 'territoryOf', 2],
    'moon',
    'splits[0].territoryOf[2]',
    'territory of[2] must be the id of a territory of the plan, got "moon"',
  ],
  [['splits', 1, 'from'], 'gone', 'splits[1].from', 'from must be the id of a split of the plan, got "gone"'],
  [['splits', 0, 'locked', 0], 'a-9', 'splits[0].locked[0]', `locked[0] ${nobody}`],
  [
    ['splits', 1, 'overrides', 0, 'accountId'],
    'a-9',
    'splits[1].overrides[0].accountId',
    `account id ${nobody}`,
  ],
  [
    ['splits', 1, 'rules', 0, 'territoryId'],
    'moon',
    'splits[1].rules[0].territoryId',
    'territory id must be the id of a territory of the plan, got "moon"',
  ],
  [
    ['splits', 1, 'rules', 1, 'when', 1, 'measureId'],
    'gone',
    'splits[1].rules[1].when[1].measureId',
    'measure id must be the id of a measure of the plan, got "gone"',
  ],
  [
    ['splits', 1, 'rules', 1, 'when', 1, 'below'],
    100,
    'splits[1].rules[1].when[1].below',
    'below must be above atLeast, got 100',
  ],
  [
    ['splits', 1, 'rules', 0, 'when'],
    [],
    'splits[1].rules[0].when',
    'when must have at least one test, got a list of 0',
  ],
  [['balancedBy'], 'gone', 'balancedBy', 'balanced by must be the id of a measure of the plan, got "gone"'],
  [['inForce'], 'gone', 'inForce', 'in force must be the id of a split of the plan, got "gone"'],
  [
    ['accounts'],
    many(MOST_ACCOUNTS + 1),
    'accounts',
    'accounts must have at most 20,000 items, got a list of 20001',
  ],
];

test.each(
  cases.map((each) => [`${each[0].join('.')} = ${JSON.stringify(each[1])?.slice(0, 14)}`, each] as const),
)('%s is refused with its place and rule', (_, [path, value, at, message]) => {
  const result = parsePlan(withValue(full, ['accountBook', ...path], value));
  const problems = result.ok ? [] : result.problems;
  expect(problems).toContainEqual(expect.objectContaining({ path: `accountBook.${at}`, message }));
});

test('a territory that many accounts name and nobody knows is one problem, at the first of them', () => {
  const result = parsePlan(withValue(full, ['accountBook', 'splits', 0, 'territoryOf'], ['x', 'x', 'x']));
  expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
    'accountBook.splits[0].territoryOf[0]',
  ]);
});
