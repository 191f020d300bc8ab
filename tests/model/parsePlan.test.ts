import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultMarket, defaultRun, makeRole, neutralDesign, neutralLevers } from '../../src/model/defaults';
import { parsePlan } from '../../src/model/parsePlan';
import type { Problem } from '../../src/model/problem';
import { makeSamplePlans, makeThreeRegionSample } from '../../src/model/samples';
import { frozen } from '../support/frozen';
import { withValue } from '../support/withValue';

const fixture: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/one-seat.json', import.meta.url), 'utf8'),
);

function problemsOf(input: unknown): readonly Problem[] {
  const result = parsePlan(input);
  return result.ok ? [] : result.problems;
}

const sample = JSON.parse(JSON.stringify(makeThreeRegionSample())) as unknown;

describe('a plan written by hand', () => {
  test('gets the stated default for everything it leaves out', () => {
    const result = parsePlan(frozen(fixture));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const plan = result.value;
    expect(plan.levers).toEqual(neutralLevers);
    expect(plan.market).toEqual(defaultMarket);
    expect(plan.run).toEqual(defaultRun);
    expect(plan).toMatchObject(neutralDesign);
    expect(plan.seasonality).toEqual(Array.from({ length: 12 }, () => 1));
    expect(plan).toMatchObject({ id: 'plan', currency: 'USD', parameterUncertainty: true });
    expect(plan.calendar).toEqual({ start: '2027-01', months: 12, fiscalYearStart: 1 });
    expect(plan.regions).toEqual([]);
    expect(plan.managers).toEqual([]);
    const { ramp, annualAttrition, timeToFill, startSlip, skillCv, pay } = makeRole('midMarket');
    expect(plan.roles[0]).toMatchObject({ ramp, annualAttrition, timeToFill, startSlip, skillCv, pay });
    expect(plan.seats[0]?.backfill).toBe(true);
    expect('managerId' in Object(plan.seats[0])).toBe(false);
  });

  test.each(['format', 'version', 'calendar', 'roles', 'seats'])('cannot leave out %s', (key) => {
    expect(problemsOf(withValue(fixture, [key], undefined)).map(({ path }) => path)).toEqual([key]);
  });
});

describe('the sample plans', () => {
  test.each(makeSamplePlans().map((plan) => [plan.name, plan] as const))('%s parses to itself', (_, plan) => {
    expect(parsePlan(frozen(JSON.parse(JSON.stringify(plan))))).toEqual({ ok: true, value: plan });
  });
});

type Case = readonly [path: (string | number)[], value: unknown, at: string, code: string, message: string];

const cases: readonly Case[] = [
  [
    ['calendar', 'start'],
    '2027-13',
    'calendar.start',
    'malformed',
    'start must be a month such as 2027-01, got "2027-13"',
  ],
  [['calendar', 'months'], 61, 'calendar.months', 'out-of-range', 'months must be at most 60, got 61'],
  [['calendar', 'months'], 1.5, 'calendar.months', 'not-whole', 'months must be a whole number, got 1.5'],
  [
    ['calendar', 'fiscalYearStart'],
    0,
    'calendar.fiscalYearStart',
    'out-of-range',
    'fiscal year start must be at least 1, got 0',
  ],
  [
    ['seasonality'],
    [1, 1],
    'seasonality',
    'wrong-length',
    'seasonality must have twelve weights, got a list of 2',
  ],
  [
    ['seasonality'],
    Array(12).fill(0),
    'seasonality',
    'rule',
    'seasonality must not be zero in every month, got a list of 12',
  ],
  [['market', 'sd'], 2.5, 'market.sd', 'out-of-range', 'sd must be at most 2, got 2.5'],
  [
    ['market', 'persistence'],
    1,
    'market.persistence',
    'out-of-range',
    'persistence must be below 1 (100 %), got 1',
  ],
  [
    ['roles', 0, 'annualAttrition'],
    1,
    'roles[0].annualAttrition',
    'out-of-range',
    'annual attrition must be below 1 (100 %), got 1',
  ],
  [['roles', 1, 'ramp', 2], 3, 'roles[1].ramp[2]', 'out-of-range', 'ramp[2] must be at most 2, got 3'],
  [
    ['roles', 0, 'ramp'],
    Array(61).fill(1),
    'roles[0].ramp',
    'wrong-length',
    'ramp must have at most 60 items, got a list of 61',
  ],
  [
    ['roles', 0, 'timeToFill', 'p90'],
    10,
    'roles[0].timeToFill.p90',
    'rule',
    'p90 must not be below p50, got 10',
  ],
  [
    ['roles', 0, 'startSlip', 'p50'],
    0,
    'roles[0].startSlip.p50',
    'rule',
    'p50 must be above zero where p90 is, got 0',
  ],
  [
    ['roles', 0, 'startSlip', 'p90'],
    4000,
    'roles[0].startSlip.p90',
    'out-of-range',
    'p90 must be at most 3,650, got 4000',
  ],
  [
    ['roles', 0, 'productivity', 'perMonth'],
    -5,
    'roles[0].productivity.perMonth',
    'out-of-range',
    'per month must not be below zero, got -5',
  ],
  [
    ['roles', 0, 'productivity', 'perMonth'],
    1e9,
    'roles[0].productivity.perMonth',
    'too-many-deals',
    'per month must be at most 120000000 (10,000 deals of mean size), got 1000000000',
  ],
  [
    ['roles', 0, 'productivity', 'cv'],
    6,
    'roles[0].productivity.cv',
    'out-of-range',
    'cv must be at most 5, got 6',
  ],
  [
    ['roles', 0, 'dealSize', 'mean'],
    0,
    'roles[0].dealSize.mean',
    'out-of-range',
    'mean must be above zero, got 0',
  ],
  [
    ['roles', 0, 'dealSize', 'kind'],
    'odd',
    'roles[0].dealSize.kind',
    'wrong-type',
    'kind must be one of fixed, lognormal, gamma, weibull, empirical and mix, got "odd"',
  ],
  [
    ['roles', 0, 'dealSize'],
    { kind: 'empirical', amounts: [], counts: [] },
    'roles[0].dealSize.amounts',
    'wrong-length',
    'amounts must not be empty, got a list of 0',
  ],
  [
    ['roles', 0, 'dealSize'],
    { kind: 'empirical', amounts: [2, 1], counts: [1, 1] },
    'roles[0].dealSize.amounts',
    'rule',
    'amounts must be in ascending order, got a list of 2',
  ],
  [
    ['roles', 0, 'dealSize'],
    { kind: 'empirical', amounts: [0], counts: [1] },
    'roles[0].dealSize.amounts',
    'rule',
    'amounts must have a mean above zero, got a list of 1',
  ],
  [
    ['roles', 0, 'dealSize'],
    { kind: 'empirical', amounts: [40000], counts: [1, 1] },
    'roles[0].dealSize.counts',
    'rule',
    'counts must have one entry for each amount, got a list of 2',
  ],
  [
    ['roles', 0, 'dealSize'],
    { kind: 'empirical', amounts: [40000], counts: [0.5] },
    'roles[0].dealSize.counts[0]',
    'not-whole',
    'counts[0] must be a whole number, got 0.5',
  ],
  [
    ['roles', 0, 'annualQuota'],
    -5,
    'roles[0].annualQuota',
    'out-of-range',
    'annual quota must not be below zero, got -5',
  ],
  [['roles', 0, 'pay', 'base'], null, 'roles[0].pay.base', 'wrong-type', 'base must be a number, got null'],
  [['roles', 1, 'id'], 'role-smb', 'roles[1].id', 'duplicate', 'id must be unique, got "role-smb"'],
  [
    ['seats', 3, 'roleId'],
    'nobody',
    'seats[3].roleId',
    'unknown-reference',
    'role id must be the id of a role of the plan, got "nobody"',
  ],
  [
    ['seats', 3, 'managerId'],
    'nobody',
    'seats[3].managerId',
    'unknown-reference',
    'manager id must be the id of a manager of the plan, got "nobody"',
  ],
  [
    ['managers', 0, 'regionId'],
    'nowhere',
    'managers[0].regionId',
    'unknown-reference',
    'region id must be the id of a region of the plan, got "nowhere"',
  ],
  [['seats', 3, 'name'], '  ', 'seats[3].name', 'malformed', 'name must not be empty, got "  "'],
  [
    ['seats', 3, 'name'],
    'x'.repeat(201),
    'seats[3].name',
    'wrong-length',
    `name must have at most 200 characters, got "${'x'.repeat(40)}…"`,
  ],
  [
    ['seats', 0, 'occupant', 'hired'],
    '2027-03-15',
    'seats[0].occupant.hired',
    'hired-after-start',
    'hired must be on or before the plan\'s start, 2027-01-01, got "2027-03-15"',
  ],
  [
    ['seats', 7, 'occupant', 'start'],
    '2027-02-29',
    'seats[7].occupant.start',
    'rule',
    'start must be a day that exists, got "2027-02-29"',
  ],
  [
    ['seats', 7, 'occupant', 'start'],
    undefined,
    'seats[7].occupant.start',
    'required',
    'start is required, got nothing',
  ],
  [
    ['seats', 0, 'occupant', 'history'],
    { dealsPerMonth: { shape: 1, rate: 0 }, dealSize: { kind: 'empirical', amounts: [1], counts: [1] } },
    'seats[0].occupant.history.dealsPerMonth.rate',
    'out-of-range',
    'rate must be above zero, got 0',
  ],
  [
    ['targets', 1, 'period'],
    'Q1 2027',
    'targets[1].period',
    'malformed',
    'period must be a fiscal period such as FY2027 or FY2027-Q1, got "Q1 2027"',
  ],
  [
    ['targets', 1, 'period'],
    'FY2027-Q1',
    'targets[1].period',
    'duplicate',
    'period must be unique, got "FY2027-Q1"',
  ],
  [['levers', 'ramp'], 6, 'levers.ramp', 'out-of-range', 'ramp must be at most 5, got 6'],
  [
    ['levers', 'startDelay'],
    -366,
    'levers.startDelay',
    'out-of-range',
    'start delay must be at least -365, got -366',
  ],
  [
    ['run', 'seed'],
    4294967296,
    'run.seed',
    'out-of-range',
    'seed must be at most 4,294,967,295, got 4294967296',
  ],
  [['run', 'trials'], 0, 'run.trials', 'out-of-range', 'trials must be at least 1, got 0'],
  [['levers', 'target'], Infinity, 'levers.target', 'not-finite', 'target must be finite, got Infinity'],
  [['market', 'sd'], NaN, 'market.sd', 'wrong-type', 'sd must be a number, got NaN'],
  [
    ['currency'],
    'dollars',
    'currency',
    'malformed',
    'currency must be a currency code of three capitals, such as USD, got "dollars"',
  ],
];

describe('a problem names its field, its rule and the value', () => {
  test.each(cases)('%j set to %j', (path, value, at, code, message) => {
    expect(problemsOf(withValue(sample, path, value))).toContainEqual({ code, path: at, message });
  });
});

test('every problem is reported, those of shape together with those between fields', () => {
  let broken = withValue(sample, ['seats', 3, 'roleId'], 'nobody');
  broken = withValue(broken, ['seats', 5, 'name'], 7);
  broken = withValue(broken, ['seats', 9, 'id'], 'seat-1');
  broken = withValue(broken, ['roles', 0, 'annualQuota'], 'lots');
  expect(new Set(problemsOf(broken).map(({ path }) => path))).toEqual(
    new Set(['seats[3].roleId', 'seats[5].name', 'seats[9].id', 'roles[0].annualQuota']),
  );
});

test('seasonality of another mean is brought to a mean of one', () => {
  const result = parsePlan(withValue(sample, ['seasonality'], [0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 12]));
  expect(result.ok && result.value.seasonality).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
});

test('fields it does not know are dropped, and none of them reaches a prototype', () => {
  const text = JSON.stringify(fixture).replace('{', '{"__proto__":{"polluted":true},"later":1,');
  const result = parsePlan(JSON.parse(text));
  expect(result).toEqual(parsePlan(fixture));
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('two seats may have the same name', () => {
  expect(problemsOf(withValue(sample, ['seats', 1, 'name'], 'Opening 1'))).toEqual([]);
});

test.each([null, undefined, 7, 'plan', [], {}, { format: 'other' }])('%j is not a plan', (input) => {
  expect(problemsOf(input).map(({ code }) => code)).toEqual(['not-a-plan']);
});
