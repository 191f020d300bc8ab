import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { planArbitrary } from '../support/planArbitrary';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

type Path = readonly (string | number)[];

/** The path of every field and list item of plain data. */
function pathsOf(data: unknown, at: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [at];
  const keys = Array.isArray(data) ? data.map((_, index) => index) : Object.keys(data);
  const inside = keys.flatMap((key) => pathsOf(Reflect.get(data, key), [...at, key]));
  return at.length === 0 ? inside : [at, ...inside];
}

function replaced(data: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((item, index) => (index === key ? replaced(item, rest, value) : item));
  return { ...Object(data), [key]: replaced(Reflect.get(Object(data), key), rest, value) };
}

const formatPath = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');

test('a valid plan, written as JSON and parsed, is the same plan, and its input is left as it was', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      expect(parsePlan(frozen(asJson(plan)))).toEqual({ ok: true, value: plan });
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('parsing never throws, whatever the JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parsePlan(frozen(value)).ok).toBe(false);
    }),
    { seed: 2, numRuns: 300 },
  );
});

const sample = frozen(asJson(makeFullPlan()));
const paths = pathsOf(sample);

test('parsing never throws, whatever JSON stands in one place of a plan', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const result = parsePlan(frozen(replaced(sample, path, value)));
      if (result.ok) expect(parsePlan(asJson(result.value))).toEqual(result);
      else expect(result.problems.length).toBeGreaterThan(0);
    }),
    { seed: 3, numRuns: 1000 },
  );
});

const values = [null, -7, 'x', '', [], {}, true, 1e300] as const;

test.each(values.map((value) => [value] as const))('one field set to %j is repaired or named', (value) => {
  for (const path of paths) {
    const result = parsePlan(replaced(sample, path, value));
    if (result.ok) continue;
    const at = formatPath(path);
    const named = result.problems.some((problem) => problem.path.startsWith(at));
    // An id that others refer to may be any text: then those who refer to it are at fault; so are lists aligned with it.
    const referred = [
      'id',
      'regions',
      'territories',
      'managers',
      'roles',
      'seats',
      'events',
      'stages',
      'openPipeline',
      'accounts',
      'measures',
      'splits',
    ].includes(String(path.at(-1)));
    const dangling =
      referred &&
      result.problems.every(({ code }) => code === 'unknown-reference' || code === 'wrong-length');
    expect({ at, named: named || dangling, problems: result.problems }).toMatchObject({ at, named: true });
  }
});
