import { expect, test } from 'vitest';
import { MOST_ARC_NUMBERS } from '../../src/model/accountBook';
import { parsePlan } from '../../src/model/parsePlan';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { withValue, type ValuePath } from '../support/withValue';

const own = {
  kind: 'own',
  name: 'Districts',
  scale: [0.001, 0.001],
  translate: [10, 50],
  arcs: [
    [0, 0, 5, 0, 0, 5],
    [5, 5, -5, -5],
  ],
  shapes: [{ id: 'a-1', polygons: [[[0, 1]], [[-1, -2]]] }],
};
const full = frozen(
  JSON.parse(
    JSON.stringify({ ...makeFullPlan(), accountBook: { ...makeFullPlan().accountBook, areas: own } }),
  ) as unknown,
);

test('a plan keeps its own regions, and names a layer by its kind', () => {
  expect(parsePlan(full)).toMatchObject({ ok: true, value: { accountBook: { areas: own } } });
  const states = withValue(full, ['accountBook', 'areas'], { kind: 'us-states' });
  expect(parsePlan(states)).toMatchObject({
    ok: true,
    value: { accountBook: { areas: { kind: 'us-states' } } },
  });
  const germany = { kind: 'regions', country: 'DE' };
  expect(parsePlan(withValue(full, ['accountBook', 'areas'], germany))).toMatchObject({
    ok: true,
    value: { accountBook: { areas: germany } },
  });
  expect(parsePlan(withValue(full, ['accountBook', 'areas'], { ...germany, country: 'de' }))).toMatchObject({
    ok: false,
    problems: [
      {
        path: 'accountBook.areas.country',
        message: expect.stringContaining('must be an ISO 3166-1 code of two capital letters'),
      },
    ],
  });
});

test.each<readonly [path: ValuePath, value: unknown, at: string, words: string]>([
  [['kind'], 'moons', 'kind', 'must be us-states, us-counties, countries, regions or own, got "moons"'],
  [['name'], '', 'name', 'must not be empty'],
  [['scale'], 1, 'scale', 'must be two numbers, got 1'],
  [['arcs', 0], [0, 0, 5], 'arcs', 'must each have two corners or more, two numbers for each'],
  [['arcs', 0, 1], 0.5, 'arcs[0]', 'must be whole numbers'],
  [
    ['shapes', 0, 'polygons', 0, 0],
    new Array(MOST_ARC_NUMBERS).fill(1),
    'shapes',
    'must name at most 200,000 arcs together',
  ],
  [['arcs', 0], new Array(MOST_ARC_NUMBERS).fill(1), 'arcs', 'must have at most 200,000 numbers together'],
  [['shapes', 0, 'polygons', 0, 0, 0], 2, 'shapes', 'must name arcs that there are'],
  [['shapes', 0, 'polygons', 0, 0, 0], -3, 'shapes', 'must name arcs that there are'],
])('its areas’ %j must be sound', (path, value, at, words) => {
  const parsed = parsePlan(withValue(full, ['accountBook', 'areas', ...path], value));
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems.map((problem) => problem.path)).toContain(`accountBook.areas.${at}`);
  expect(problems.map(({ message }) => message).join('\n')).toContain(words);
});
