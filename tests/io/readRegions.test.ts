import { describe, expect, test } from 'vitest';
import { MOST_ARC_NUMBERS } from '../../src/model/accountBook';
import { adoptAreas } from '../../src/model/adoptAreas';
import type { ImportedAreas } from '../../src/model/importedAreas';
import { parsePlan } from '../../src/model/parsePlan';
import { ownLayer } from '../../src/territory/ownLayer';
import { shapeAreas } from '../../src/territory/shapeAreas';
import { areaService } from '../../workers/areaService';
import { makeFullPlan } from '../support/makeFullPlan';

type Ring = readonly (readonly number[])[];

/** A square of one degree whose corner in the south-west is there; `turn` puts latitudes first, `open` leaves the end off. */
function square(west: number, south: number, { turn = false, open = false, size = 1 } = {}): Ring {
  const corners = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    ...(open ? [] : [[west, south]]),
  ];
  return turn ? corners.map(([x = 0, y = 0]) => [y, x]) : corners;
}
const feature = (ring: Ring, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });
const fileOf = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'regions.geojson');

async function read(content: unknown): Promise<ImportedAreas> {
  const answer = await areaService.readRegions(fileOf(content), () => undefined);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}
const refusal = async (content: unknown) => {
  const answer = await areaService.readRegions(fileOf(content), () => undefined);
  return answer.ok ? [] : answer.problems.map(({ code, message }) => `${code}: ${message}`);
};
const wordsOf = ({ problems }: ImportedAreas, rule: string) =>
  problems.filter((each) => each.rule === rule).map(({ message, action }) => `${message} → ${action}`);

const three = collection(
  feature(square(10, 50), { code: 'N', name: 'North', customers: 5, Territory: 'One' }),
  feature(square(11, 50), { code: 'E', name: 'East', customers: -1, Territory: 'Two' }),
  feature(square(20, 50), { code: 'I', name: 'Island', customers: null, Territory: '' }),
);

describe('regions of one’s own', () => {
  test('say on the way what is being done; a file that is none ends with the first of it', async () => {
    const stagesOf = async (content: unknown) => {
      const stages: string[] = [];
      await areaService.readRegions(fileOf(content), (stage) => stages.push(stage));
      return stages;
    };
    expect(await stagesOf(three)).toEqual([
      'reading the file',
      'tracing borders',
      'finding the middle of each region',
      'looking for overlaps',
    ]);
    expect(await stagesOf('no JSON')).toEqual(['reading the file']);
  });

  test('have ids, names, measures and territories out of their properties, and it is said which', async () => {
    const found = await read(three);
    expect(found.accounts.map(({ id, name, values }) => [id, name, values.slice(1)])).toEqual([
      ['E', 'East', [null]],
      ['I', 'Island', [null]],
      ['N', 'North', [5]],
    ]);
    expect(found.accounts[2]?.place).toMatchObject({ lon: 10.5 });
    expect(found.territoryNames).toEqual(['Two', '', 'One']);
    expect(wordsOf(found, 'properties-chosen')).toEqual([
      'a region must have an id and a name, got “code” as ids → names are those of “name”',
    ]);
    expect(wordsOf(found, 'measure-unusable')).toEqual([
      'a measure must not be below zero, got -1 of “East” → taken as not known',
    ]);
    // a square of a degree at 50.5° north: 111.2 km by 70.7 km
    expect(found.accounts[0]?.values[0]).toBeGreaterThan(7_800);
    expect(found.accounts[0]?.values[0]).toBeLessThan(7_900);
  });

  test('whose territories are numbers keep them as names', async () => {
    const found = await read(
      collection(
        feature(square(10, 50), { code: 'N', territory: 7 }),
        feature(square(11, 50), { code: 'E', territory: ' 8' }),
      ),
    );
    expect([found.namedBy, ...found.territoryNames]).toEqual(['territory', '8', '7']);
  });

  test('touch where their outlines share corners; one that shares none is said, and joined by a bridge', async () => {
    const found = await read(three);
    expect(wordsOf(found, 'region-alone')).toEqual([
      'regions that touch must share corners of their outlines, got “Island” that shares none → joined to the nearest one by a bridge',
    ]);
    if (found.areas?.kind !== 'own') throw new Error('regions must bring their outlines');
    const places = found.accounts.flatMap(({ place }) => place ?? []);
    const { graph, ids } = shapeAreas(
      ownLayer(found.areas),
      found.accounts.map(({ id }) => id),
      places,
    );
    expect(ids).toEqual(['E', 'I', 'N']);
    expect([...graph.to]).toEqual([2, 1, 0, 0]);
    expect([...graph.border].map((km) => Math.round(km))).toEqual([111, 0, 0, 111]);
  });

  test('are kept in a plan, which parses with them', async () => {
    const plan = adoptAreas(makeFullPlan(), await read(three), 'As in regions.geojson');
    const parsed = parsePlan(structuredClone(plan));
    expect(parsed).toMatchObject({
      ok: true,
      value: { accountBook: { areas: { kind: 'own', name: 'regions.geojson' } } },
    });
    expect(plan.accountBook?.splits.map(({ name }) => name)).toEqual(['As in regions.geojson']);
    expect(plan.accountBook?.measures.map(({ name }) => name)).toEqual(['Area, km²', 'customers']);
  });

  test('of TopoJSON are the same', async () => {
    const found = await read({
      type: 'Topology',
      arcs: [
        [
          [11, 50],
          [11, 51],
        ],
        [
          [11, 51],
          [10, 51],
          [10, 50],
          [11, 50],
        ],
        [
          [11, 50],
          [12, 50],
          [12, 51],
          [11, 51],
        ],
      ],
      objects: {
        all: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', id: 'w', arcs: [[0, 1]] },
            { type: 'Polygon', id: 'e', arcs: [[2, ~0]] },
          ],
        },
      },
    });
    expect(found.accounts.map(({ id }) => id)).toEqual(['e', 'w']);
    expect(wordsOf(found, 'region-alone')).toEqual([]);
  });

  test('too many corners for a plan are thinned out, which is said', async () => {
    const corners = Array.from({ length: MOST_ARC_NUMBERS / 2 + 5_000 }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / (MOST_ARC_NUMBERS / 2 + 5_000);
      return [10 + 5 * Math.cos(angle), 50 + 5 * Math.sin(angle) + 0.01 * Math.sin(200 * angle)];
    });
    const found = await read(collection(feature([...corners, corners[0] ?? []], { id: 'disc' })));
    if (found.areas?.kind !== 'own') throw new Error('regions must bring their outlines');
    const numbers = found.areas.arcs.reduce((sum, arc) => sum + arc.length, 0);
    expect(numbers).toBeLessThanOrEqual(MOST_ARC_NUMBERS);
    // no more than need be
    expect(numbers).toBeGreaterThan(0.7 * MOST_ARC_NUMBERS);
    expect(wordsOf(found, 'outline-simplified')).toHaveLength(numbers < MOST_ARC_NUMBERS ? 1 : 0);
  });
});

describe('bad regions: each is explained, and the rest goes on', () => {
  test('outlines that do not close are closed', async () => {
    const found = await read(
      collection(feature(square(10, 50, { open: true }), { id: 'a' }), feature(square(11, 50), { id: 'b' })),
    );
    expect(wordsOf(found, 'ring-open')).toEqual([
      'an outline must end where it begins, got 1 that does not in feature 1, “a” → closed by a straight line',
    ]);
    expect(wordsOf(found, 'region-alone')).toEqual([]);
  });

  test('regions that overlap are named, with what was tried', async () => {
    const found = await read(
      collection(
        feature(square(10, 50), { id: 'a', name: 'Alpha' }),
        feature(square(10.5, 50.2), { id: 'b', name: 'Beta' }),
        feature(square(11.5, 50), { id: 'c', name: 'Gamma' }),
        feature(square(10.1, 50.1, { size: 0.1 }), { id: 'd', name: 'Delta' }),
      ),
    );
    expect(wordsOf(found, 'region-overlap').map((words) => words.match(/“[^”]+”/g))).toEqual([
      ['“Alpha”', '“Beta”'],
      ['“Alpha”', '“Delta”'],
    ]);
  });

  test('latitudes before longitudes are read the other way round', async () => {
    const found = await read(
      collection(
        feature(square(-100, 40, { turn: true }), { id: 'a' }),
        feature(square(-99, 40, { turn: true }), { id: 'b' }),
      ),
    );
    expect(wordsOf(found, 'coordinates-swapped')).toHaveLength(1);
    expect(found.accounts[0]?.place?.lon).toBeCloseTo(-99.5, 3);
  });

  test('another projection is refused: the value and the system are named, and what is needed', async () => {
    const metres = collection(feature(square(1_113_194, 6_446_275, { size: 1000 }), { id: 'a' }));
    expect(
      await refusal({ ...metres, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } }),
    ).toEqual([
      'regions-projected: regions.geojson must have longitudes from −180 to 180 and latitudes from −90 to 90 (WGS 84 degrees, EPSG:4326), got 1114194, and a coordinate system named “urn:ogc:def:crs:EPSG::3857”: turn it into degrees first',
    ]);
  });

  test('empty geometries and those that are no areas are left out', async () => {
    const found = await read(
      collection(
        feature(square(10, 50), { id: 'a' }),
        { type: 'Feature', properties: { id: 'b' }, geometry: null },
        { type: 'Feature', properties: { id: 'c' }, geometry: { type: 'Point', coordinates: [1, 2] } },
        feature(
          [
            [1, 2],
            [2, 3],
            [1, 2],
          ],
          { id: 'd' },
        ),
      ),
    );
    expect(found.accounts.map(({ id }) => id)).toEqual(['a']);
    expect(found.problems.map(({ rule }) => rule).sort()).toEqual([
      'properties-chosen',
      'region-empty',
      'region-empty',
      'region-no-polygon',
      'ring-thin',
    ]);
  });

  test('features of one id are parts of one region', async () => {
    const found = await read(
      collection(
        ...[0, 1, 2, 3, 4].map((place) => feature(square(10 + place, 50), { id: `r${place}` })),
        feature(square(30, 50), { id: 'r0' }),
      ),
    );
    expect(found.accounts).toHaveLength(5);
    expect(wordsOf(found, 'region-parts')).toEqual([
      'an id must be unique, got “r0” again in feature 6 → taken as one more part of the same region; its figures are passed over',
    ]);
  });

  test.each([
    [
      'no JSON',
      'lon,lat\n1,2',
      'file-no-regions: regions.geojson must be GeoJSON or TopoJSON with areas in it, got text that is no JSON',
    ],
    [
      'other JSON',
      { plan: 5 },
      'file-no-regions: regions.geojson must be GeoJSON or TopoJSON with areas in it, got other JSON',
    ],
    [
      'no areas',
      collection(),
      'file-no-regions: regions.geojson must have at least one area, got 0 features and no polygon among them',
    ],
  ])('a file of %s is refused', async (_, content, words) => {
    expect(await refusal(content)).toEqual([words]);
  });
});
