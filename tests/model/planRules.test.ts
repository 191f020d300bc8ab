import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import type { Problem } from '../../src/model/problem';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { withValue, type ValuePath } from '../support/withValue';

const full = frozen(JSON.parse(JSON.stringify(makeFullPlan())) as unknown);

function problemsOf(input: unknown): readonly Problem[] {
  const result = parsePlan(input);
  return result.ok ? [] : result.problems;
}

test('a plan that uses every field parses to itself', () => {
  expect(parsePlan(full)).toEqual({ ok: true, value: makeFullPlan() });
});

/** Where a wrong value is put, the value, and the code and rule of the problem there (the last number of the path is the problem's). */
type Case = readonly [path: ValuePath, value: unknown, code: string, message: string, at?: string];

const formatPath = (path: ValuePath): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');

function expectProblem([path, value, code, message, at = formatPath(path)]: Case): void {
  expect(problemsOf(withValue(full, path, value))).toContainEqual({ code, path: at, message });
}

const name = ([path, value]: Case): string => `${formatPath(path)} = ${JSON.stringify(value)}`;
const rows = (cases: readonly Case[]) => cases.map((each) => [name(each), each] as const);

const opportunity = ['openPipeline', 'opportunities', 0];

const references: readonly Case[] = [
  [
    ['territories', 0, 'regionId'],
    'nowhere',
    'unknown-reference',
    'region id must be the id of a region of the plan, got "nowhere"',
  ],
  [
    ['seats', 2, 'territoryId'],
    'nowhere',
    'unknown-reference',
    'territory id must be the id of a territory of the plan, got "nowhere"',
  ],
  [
    ['managers', 0, 'seatId'],
    'nobody',
    'unknown-reference',
    'seat id must be the id of a seat of the plan, got "nobody"',
  ],
  [
    ['managers', 0, 'seatId'],
    'ae-1',
    'wrong-reference',
    'seat id must be the id of a seat of a role whose work is manage, got "ae-1"',
  ],
  [
    ['events', 2, 'scope', 'id'],
    'none',
    'unknown-reference',
    'id must be the id of a role of the plan, got "none"',
  ],
  [
    ['events', 3, 'scope', 'id'],
    'none',
    'unknown-reference',
    'id must be the id of a region of the plan, got "none"',
  ],
  [
    ['events', 1, 'scope', 'id'],
    'none',
    'unknown-reference',
    'id must be the id of a territory of the plan, got "none"',
  ],
  [
    [...opportunity, 'seatId'],
    'nobody',
    'unknown-reference',
    'seat id must be the id of a seat of the plan, got "nobody"',
  ],
  [
    [...opportunity, 'seatId'],
    'ent-1',
    'wrong-reference',
    'seat id must be the id of a seat of a role with a pipeline, got "ent-1"',
  ],
  [
    [...opportunity, 'stageId'],
    'none',
    'unknown-reference',
    'stage id must be the id of a stage of the plan, got "none"',
  ],
  [
    ['roles', 0, 'sources', 0, 'fedBy', 'roleId'],
    'none',
    'unknown-reference',
    'role id must be the id of a role of the plan, got "none"',
  ],
  [
    ['roles', 0, 'sources', 0, 'fedBy', 'roleId'],
    'seller',
    'wrong-reference',
    'role id must be the id of a role whose work is support, got "seller"',
  ],
  [
    ['seats', 5, 'occupant', 'fromSeatId'],
    'nobody',
    'unknown-reference',
    'from seat id must be the id of a seat of the plan, got "nobody"',
  ],
  [
    ['seats', 5, 'occupant', 'fromSeatId'],
    'ent-1',
    'wrong-reference',
    'from seat id must be the id of another seat, got "ent-1"',
  ],
];

describe('a reference to what is not there, or is of another kind, is named', () => {
  test.each(rows(references))('%s', (_, each) => expectProblem(each));
});

describe('an id or a period that an earlier item of the list has is named', () => {
  test.each([
    ['territories', 'id'],
    ['events', 'id'],
    ['managers', 'id'],
    ['regions', 'id'],
    ['budgets', 'period'],
  ])('%s', (list, field) => {
    const items = Reflect.get(Object(full), list) as readonly object[];
    expect(problemsOf(withValue(full, [list], [...items, items[0]]))).toMatchObject([
      { code: 'duplicate', path: `${list}[${items.length}].${field}` },
    ]);
  });

  test.each(['stages', 'opportunities'])('%s of the open pipeline', (list) => {
    const items = Reflect.get(Object(Reflect.get(Object(full), 'openPipeline')), list) as readonly object[];
    expect(problemsOf(withValue(full, ['openPipeline', list], [...items, items[0]]))).toMatchObject([
      { code: 'duplicate', path: `openPipeline.${list}[${items.length}].id` },
    ]);
  });
});

test('transfers in a circle are named, each of them, and those that only lead to it are not', () => {
  const transferFrom = (fromSeatId: string) => ({
    kind: 'transfer',
    fromSeatId,
    date: '2027-05-01',
    rampKept: 0,
  });
  let plan = withValue(full, ['openPipeline'], undefined);
  plan = withValue(plan, ['seats', 2, 'occupant'], transferFrom('ae-3'));
  plan = withValue(plan, ['seats', 4, 'occupant'], transferFrom('ae-2'));
  plan = withValue(plan, ['seats', 3, 'occupant'], transferFrom('ae-3'));
  const rule = 'from seat id must not lead back to the seat itself by way of other transfers';
  expect(problemsOf(plan)).toEqual([
    { code: 'transfer-circle', path: 'seats[3].occupant.fromSeatId', message: `${rule}, got "ae-3"` },
    { code: 'transfer-circle', path: 'seats[4].occupant.fromSeatId', message: `${rule}, got "ae-2"` },
  ]);
});

const dates: readonly Case[] = [
  [
    ['seats', 3, 'closes'],
    '2025-05-11',
    'closes-before-start',
    'closes must be after the first person\'s start, 2025-05-11, got "2025-05-11"',
  ],
  [
    ['seats', 4, 'closes'],
    '2027-02-01',
    'closes-before-start',
    'closes must be after the first person\'s start, 2027-02-11, got "2027-02-01"',
  ],
  [
    ['seats', 5, 'closes'],
    '2027-08-31',
    'closes-before-start',
    'closes must be after the first person\'s start, 2027-09-01, got "2027-08-31"',
  ],
  [['seats', 2, 'leaves', 0, 'to'], '2027-04-01', 'rule', 'to must be after from, got "2027-04-01"'],
  [['events', 0, 'latest'], '2027-02', 'rule', 'latest must not be before earliest, got "2027-02"'],
];

describe('dates in an order that cannot be are named', () => {
  test.each(rows(dates))('%s', (_, each) => expectProblem(each));
});

const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

const orders: readonly Case[] = [
  [
    ['roles', 0, 'attritionByTenure', 'bands'],
    [{ fromMonth: 3, annual: 0.1 }],
    'rule',
    'bands must begin with a band from 0, got a list of 1',
  ],
  [
    ['roles', 0, 'attritionByTenure', 'bands'],
    many(2, { fromMonth: 0, annual: 0.1 }),
    'rule',
    'bands must be in ascending order of fromMonth, got a list of 2',
  ],
  [
    ['roles', 1, 'attritionByTenure', 'points'],
    [],
    'wrong-length',
    'points must not be empty, got a list of 0',
  ],
  [
    ['roles', 1, 'attritionByTenure', 'points'],
    many(2, { month: 3, staying: 0.1 }),
    'rule',
    'points must be in ascending order of month, got a list of 2',
  ],
  [
    ['roles', 1, 'attritionByTenure', 'points', 1, 'staying'],
    0.95,
    'rule',
    'points must not rise in staying, got a list of 2',
    'roles[1].attritionByTenure.points',
  ],
  [['roles', 0, 'pay', 'steps'], [], 'rule', 'steps must begin with a step from 0, got a list of 0'],
  [
    ['roles', 0, 'pay', 'steps'],
    [{ from: 1, rate: 1 }],
    'rule',
    'steps must begin with a step from 0, got a list of 1',
  ],
  [
    ['roles', 0, 'pay', 'steps', 2, 'from'],
    0.4,
    'rule',
    'steps must be in ascending order of from, got a list of 3',
    'roles[0].pay.steps',
  ],
  [
    ['roles', 0, 'sources', 1, 'share'],
    0.7,
    'rule',
    'sources must have shares of at most 1 (100 %) together, got a list of 2',
    'roles[0].sources',
  ],
  [
    ['roles', 1, 'dealSize', 'parts'],
    [{ name: 'Licence', share: 0, size: { kind: 'fixed', amount: 1 } }],
    'rule',
    'parts must have a share above zero, got a list of 1',
  ],
  [
    ['roles', 1, 'dealSize', 'parts', 0, 'size', 'kind'],
    'mix',
    'wrong-type',
    'kind must be one of fixed, lognormal, gamma, weibull and empirical, got "mix"',
  ],
];

describe('lists that do not rise, fall or add up as they must are named', () => {
  test.each(rows(orders))('%s', (_, each) => expectProblem(each));
});

const atMost = (path: ValuePath, high: number, above: number, thing: string): Case => [
  path,
  above,
  'out-of-range',
  `${thing} must be at most ${high.toLocaleString('en-US')}, got ${above}`,
];
const atLeast = (path: ValuePath, low: number, below: number, thing: string): Case => [
  path,
  below,
  'out-of-range',
  low === 0
    ? `${thing} must not be below zero, got ${below}`
    : `${thing} must be at least ${low}, got ${below}`,
];
const positive = (path: ValuePath, thing: string): Case => [
  path,
  0,
  'out-of-range',
  `${thing} must be above zero, got 0`,
];
const role = (...path: (string | number)[]): ValuePath => ['roles', 0, ...path];

const bounds: readonly Case[] = [
  atMost(['grossMargin'], 1, 1.1, 'gross margin'),
  atMost(['coverage', 'curvature'], 20, 21, 'curvature'),
  atMost(['coverage', 'territoryShockSd'], 2, 3, 'territory shock sd'),
  atMost(['management', 'vacantFactor'], 5, 6, 'vacant factor'),
  atLeast(['management', 'spanLimit'], 1, 0, 'span limit'),
  atMost(['management', 'overSpanFactor'], 5, 6, 'over span factor'),
  atMost(['management', 'rampFactor'], 5, 6, 'ramp factor'),
  atLeast(['quota', 'overAssignment', 'regions'], 0.5, 0.4, 'regions'),
  atMost(['quota', 'overAssignment', 'seats'], 3, 4, 'seats'),
  atMost(['events', 0, 'probability'], 1, 2, 'probability'),
  atMost(['events', 0, 'months'], 60, 61, 'months'),
  atMost(['events', 0, 'effects', 'intensity'], 10, 11, 'intensity'),
  atLeast(['events', 0, 'effects', 'timeToFill'], 0, -1, 'time to fill'),
  atLeast(['territories', 0, 'workload'], 0, -1, 'workload'),
  atMost(role('performanceLeaving', 'multiplier'), 20, 21, 'multiplier'),
  positive(role('dealSizeCap'), 'deal size cap'),
  atMost(role('dealSizeGrowth'), 0.1, 0.2, 'deal size growth'),
  atLeast(role('dealSizeGrowth'), -0.1, -0.2, 'deal size growth'),
  atMost(role('dealSizeCv'), 5, 6, 'deal size cv'),
  atMost(role('monthlyCv'), 5, 6, 'monthly cv'),
  positive(role('pipeline', 'winRate'), 'win rate'),
  atMost(role('pipeline', 'winRate'), 1, 2, 'win rate'),
  atLeast(role('pipeline', 'winRateBase'), 1, 0, 'win rate base'),
  atMost(role('pipeline', 'leaverKept'), 1, 2, 'leaver kept'),
  positive(role('sources', 0, 'fedBy', 'sellersPerHead'), 'sellers per head'),
  atMost(role('sellingHours'), 400, 401, 'selling hours'),
  atMost(role('curvature'), 20, 21, 'curvature'),
  atMost(role('pay', 'guarantee', 'months'), 60, 61, 'months'),
  atMost(['seats', 2, 'leaves', 0, 'share'], 1, 2, 'share'),
  atMost(['seats', 5, 'occupant', 'rampKept'], 1, 2, 'ramp kept'),
  atMost(['openPipeline', 'stages', 0, 'winRate'], 1, 2, 'win rate'),
  atMost([...opportunity, 'ageDays'], 36_500, 40_000, 'age days'),
  atMost(['openPipeline', 'opportunities', 1, 'probability'], 1, 2, 'probability'),
  atMost(['run', 'standardError'], 0.5, 1, 'standard error'),
  [
    ['budgets', 0, 'period'],
    'FY2027-Q1',
    'malformed',
    'period must be a fiscal year such as FY2027, got "FY2027-Q1"',
  ],
  [role('work'), 'rest', 'wrong-type', 'work must be one of sell, manage and support, got "rest"'],
  [role('pay', 'period'), 'month', 'wrong-type', 'period must be one of quarter and year, got "month"'],
  [['quota', 'source'], 'guess', 'wrong-type', 'source must be one of stated and topDown, got "guess"'],
  [
    ['events', 0, 'scope', 'kind'],
    'seat',
    'wrong-type',
    'kind must be one of all, role, region and territory, got "seat"',
  ],
];

describe('a figure out of its bounds is named', () => {
  test.each(rows(bounds))('%s', (_, each) => expectProblem(each));
});

const lengths: readonly (readonly [path: ValuePath, most: number])[] = [
  [['events'], 1000],
  [['territories'], 5000],
  [['openPipeline', 'stages'], 100],
  [['openPipeline', 'opportunities'], 50_000],
  [role('attritionByTenure', 'bands'), 60],
  [['roles', 1, 'attritionByTenure', 'points'], 400],
  [role('sources'), 50],
  [role('pay', 'steps'), 20],
  [['roles', 1, 'dealSize', 'parts'], 50],
  [['seats', 2, 'leaves'], 20],
];

test.each(lengths)('%j has at most %i items', (path, most) => {
  let at: unknown = full;
  for (const key of path) at = Reflect.get(Object(at), key);
  const items = many(most + 1, Reflect.get(Object(at), 0));
  const rule = `must have at most ${most.toLocaleString('en-US')} items, got a list of ${most + 1}`;
  const found = problemsOf(withValue(full, path, items)).find(({ code }) => code === 'wrong-length');
  expect(found).toMatchObject({ path: formatPath(path) });
  expect(found?.message).toContain(rule);
});

describe('nobody gets more deals than a trial can draw', () => {
  test('of a role whose sizes are capped', () => {
    expectProblem([
      role('dealSizeCap'),
      0.5,
      'too-many-deals',
      'per month must be at most 5000 (10,000 deals of mean size), got 55600',
      'roles[0].productivity.perMonth',
    ]);
  });

  test('of a territory at full coverage', () => {
    const plan = withValue(full, ['territories', 0, 'workload'], 0);
    expect(problemsOf(withValue(plan, ['territories', 0, 'potential'], 5e9))).toEqual([
      {
        code: 'too-many-deals',
        path: 'territories[0].potential',
        message:
          'potential must be at most 4800000000 (10,000 deals of mean size a month for one person), got 5000000000',
      },
    ]);
  });

  test('of a territory that one person covers many times over, where more coverage always yields more', () => {
    let plan = withValue(full, ['roles', 0, 'curvature'], 0);
    expect(problemsOf(plan)).toEqual([]);
    plan = withValue(plan, ['territories', 0, 'workload'], 0.001);
    expect(problemsOf(plan)).toMatchObject([{ code: 'too-many-deals', path: 'territories[0].potential' }]);
  });
});

test('shares of a mix are brought to a sum of one, and those that have it are left to the bit', () => {
  const parts = [2, 6].map((share) => ({ name: 'Part', share, size: { kind: 'fixed', amount: 1e5 } }));
  const result = parsePlan(withValue(full, ['roles', 1, 'dealSize', 'parts'], parts));
  const size = result.ok ? result.value.roles[1]?.dealSize : undefined;
  expect(size?.kind === 'mix' && size.parts.map((part) => part.share)).toEqual([0.25, 0.75]);
});
