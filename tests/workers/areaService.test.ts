import { describe, expect, test } from 'vitest';
import type { AccountBook, WholeLayer } from '../../src/model/accountBook';
import { adoptAreas } from '../../src/model/adoptAreas';
import type { ImportedAreas } from '../../src/model/importedAreas';
import { parsePlan } from '../../src/model/parsePlan';
import type { Result } from '../../src/model/problem';
import { accountId, measureId, splitId, territoryId } from '../../src/model/units';
import { areaService } from '../../workers/areaService';
import type { AreaExtent } from '../../workers/protocol';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const list = async (kind: WholeLayer['kind'], extent: AreaExtent) =>
  valueOf(await areaService.list({ kind }, extent));
const named = ({ accounts }: ImportedAreas, name: string) => accounts.find((each) => each.name === name);

describe('areas of a layer as accounts', () => {
  test('have ids of their standard, a place, their square km and how many ZIP codes they hold', async () => {
    const states = await list('us-states', { kind: 'states' });
    expect(states.accounts).toHaveLength(51);
    expect(states.measures.map(({ name, derived }) => [name, derived !== undefined])).toEqual([
      ['Area, km²', true],
      ['ZIP codes', true],
    ]);
    const texas = named(states, 'Texas');
    expect(texas?.id).toBe('48');
    // 695,662 square km by the Census Bureau, waters at sea included, 678,000 without
    expect(texas?.values[0]).toBeGreaterThan(676_000);
    expect(texas?.values[0]).toBeLessThan(697_000);
    const zips = states.accounts.reduce((sum, { values }) => sum + (values[1] ?? 0), 0);
    expect(zips).toBeGreaterThan(33_400);
    expect(zips).toBeLessThan(33_700);
  });

  test('of a list of states, by code or name; what is not known is said and the rest goes on', async () => {
    const counties = await list('us-counties', { kind: 'list', text: 'NV, rhode island; Atlantis' });
    expect(counties.accounts).toHaveLength(17 + 5);
    expect(named(counties, 'Washoe, NV')).toMatchObject({ id: '32031', state: 'NV' });
    expect(counties.problems.map(({ message }) => message)).toEqual([
      'a state must be known by code or name, got “Atlantis”',
    ]);
    const none = await areaService.list({ kind: 'us-states' }, { kind: 'list', text: 'Atlantis' });
    expect(none).toMatchObject({ ok: false, problems: [{ code: 'areas-none' }] });
  });

  test('countries go by their ISO codes', async () => {
    const some = await list('countries', {
      kind: 'list',
      text: 'de, CHE, Austria, United Kingdom, Singapore',
    });
    expect(some.accounts.map(({ id }) => id).sort()).toEqual(['AT', 'CH', 'DE', 'GB', 'SG']);
    expect(named(some, 'Germany')?.values[0]).toBeGreaterThan(350_000);
    expect(named(some, 'Germany')?.values[0]).toBeLessThan(360_000);
  });

  test('make a plan that parses, with one split in which nothing is assigned, balanced by ZIP codes', async () => {
    const plan = adoptAreas(
      makeFullPlan(),
      await list('us-states', { kind: 'lower-48' }),
      'Nothing assigned',
    );
    expect(plan.accountBook?.areas).toEqual({ kind: 'us-states' });
    expect(plan.accountBook?.balancedBy).toBe('measure-2');
    expect(plan.accountBook?.splits.map(({ name, territoryOf }) => [name, new Set(territoryOf)])).toEqual([
      ['Nothing assigned', new Set([''])],
    ]);
    expect(parsePlan(plan)).toMatchObject({ ok: true });
  });
});

describe('accounts rolled up to areas', () => {
  const [north, south] = [territoryId('north'), territoryId('south')];
  const at = (lon: number, lat: number) => ({ place: { lon, lat } });
  const book: AccountBook = frozen({
    accounts: [
      { id: accountId('dallas'), name: 'Dallas', ...at(-96.8, 32.8), values: [10, null] },
      { id: accountId('houston'), name: 'Houston', ...at(-95.4, 29.8), values: [5, 3] },
      { id: accountId('boston'), name: 'Boston', ...at(-71.1, 42.36), values: [null, 1] },
      { id: accountId('paris'), name: 'Paris', ...at(2.3, 48.9), values: [7, 7] },
      { id: accountId('nowhere'), name: 'Nowhere', values: [2, 2] },
    ],
    measures: [
      { id: measureId('m'), name: 'Potential', kind: 'potential' },
      { id: measureId('h'), name: 'Hours', kind: 'workload' },
    ],
    splits: [
      {
        id: splitId('s'),
        name: 'Today',
        territoryOf: [south, north, north, south, ''],
        locked: [accountId('dallas')],
      },
    ],
    balancedBy: measureId('m'),
  });

  test('sum every measure, count accounts, keep what is unknown apart from zero, and lose nobody', async () => {
    const rolled = valueOf(await areaService.rollUp({ kind: 'us-states' }, { kind: 'states' }, book));
    expect(rolled.measures.map(({ name }) => name)).toEqual(['Potential', 'Hours', 'Accounts']);
    expect(named(rolled, 'Texas')?.values).toEqual([15, 3, 2]);
    expect(named(rolled, 'Massachusetts')?.values).toEqual([null, 1, 1]);
    expect(named(rolled, 'Ohio')?.values).toEqual([0, 0, 0]);
    expect(rolled.accounts.slice(-2).map(({ id, values }) => [id, values])).toEqual([
      ['paris', [7, 7, 1]],
      ['nowhere', [2, 2, 1]],
    ]);
    expect(rolled.problems.map(({ rule }) => rule).sort()).toEqual([
      'account-placeless',
      'area-outside',
      'value-unknown',
      'value-unknown',
    ]);
    const total = (measure: number) =>
      rolled.accounts.reduce((sum, { values }) => sum + (values[measure] ?? 0), 0);
    expect([total(0), total(1), total(2)]).toEqual([24, 13, 5]);
  });

  test('go to the territory that holds the most of them, under every split', async () => {
    const rolled = valueOf(await areaService.rollUp({ kind: 'us-states' }, { kind: 'states' }, book));
    const plan = {
      ...makeFullPlan(),
      territories: [north, south].map((id) => ({ id, name: id, workload: 0 })),
    };
    const after = adoptAreas({ ...plan, accountBook: book }, rolled, 'Nothing assigned').accountBook;
    const [split, ...others] = after?.splits ?? [];
    expect([split?.name, split?.locked, others]).toEqual(['Today', [], []]);
    const territoryOf = (name: string) =>
      split?.territoryOf[after?.accounts.findIndex((each) => each.name === name) ?? -1];
    expect(['Texas', 'Massachusetts', 'Ohio', 'Paris', 'Nowhere'].map(territoryOf)).toEqual([
      south,
      north,
      '',
      south,
      '',
    ]);
  });

  test('those that hold some are there whatever is asked for, others as far as they are', async () => {
    const coast = { kind: 'list', text: 'CA, Atlantis' } as const;
    const rolled = valueOf(await areaService.rollUp({ kind: 'us-states' }, coast, book));
    expect(rolled.accounts.map(({ name }) => name)).toEqual([
      'California',
      'Massachusetts',
      'Texas',
      'Paris',
      'Nowhere',
    ]);
    expect(rolled.problems.filter(({ rule }) => rule === 'area-unknown')).toHaveLength(1);
  });

  test('whose ids are codes of areas are told apart from these', async () => {
    // 48 is Texas
    const numbered = {
      ...book,
      accounts: book.accounts.map((each) =>
        each.id === 'nowhere' ? { ...each, id: accountId('48') } : each,
      ),
    };
    const rolled = valueOf(await areaService.rollUp({ kind: 'us-states' }, { kind: 'states' }, numbered));
    expect(rolled.accounts.at(-1)).toMatchObject({ id: '48 #2', name: 'Nowhere' });
    expect(named(rolled, 'Texas')?.id).toBe('48');
    expect(rolled.problems.filter(({ rule }) => rule === 'id-taken')).toHaveLength(1);
    expect(new Set(rolled.accounts.map(({ id }) => id)).size).toBe(rolled.accounts.length);
  });

  test('of which none lies in any are refused', async () => {
    const abroad = { ...book, accounts: book.accounts.slice(3), splits: [] };
    expect(await areaService.rollUp({ kind: 'us-counties' }, { kind: 'states' }, abroad)).toMatchObject({
      ok: false,
      problems: [{ code: 'areas-none' }],
    });
  });
});

test('a split of areas is exported as their outlines, holes and islands with them; what has none is a point or nothing', async () => {
  const some = await list('us-states', { kind: 'list', text: 'HI, CO' });
  const plan = adoptAreas(makeFullPlan(), some, 'Nothing assigned');
  const book = plan.accountBook;
  if (book === undefined) throw new Error('the plan must have a book');
  const stray = { id: accountId('x'), name: 'Stray', place: { lon: 1, lat: 2 }, values: [null, null] };
  const [split] = book.splits;
  const more = {
    ...plan,
    accountBook: {
      ...book,
      accounts: [...book.accounts, stray],
      splits: book.splits.map((each) => ({ ...each, territoryOf: [...each.territoryOf, '' as const] })),
    },
  };
  const text = valueOf(await areaService.writeGeoJson(more, split?.id ?? splitId('')));
  const { features } = JSON.parse(text) as {
    features: { id: string; geometry: { type: string; coordinates: [number, number][][] } }[];
  };
  expect(features.map(({ id, geometry }) => [id, geometry.type])).toEqual([
    ['08', 'Polygon'],
    ['15', 'MultiPolygon'],
    ['x', 'Point'],
  ]);
  const ring = features[0]?.geometry.coordinates[0] ?? [];
  expect(ring[0]).toEqual(ring.at(-1));
  // counterclockwise, as the standard wants outer rings
  const turn = ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    return sum + (nextX - x) * (nextY + y);
  }, 0);
  expect(turn).toBeLessThan(0);
});
