import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accountId } from '../../src/model/units';
import { findPieces } from '../../src/territory/findPieces';
import { innerCentres } from '../../src/territory/innerCentres';
import { fitProjection } from '../../src/territory/projectPlaces';
import { readTopology, type Topology, type TopologyShape } from '../../src/territory/readTopology';
import { isInside } from '../../src/territory/ringMeasures';
import { shapeAreas, type AreaShapes } from '../../src/territory/shapeAreas';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
import { loadLayer } from '../../workers/loadLayer';
import { frozen } from '../support/frozen';
import { sharedFile } from '../support/shared';

const nameById = ({ id }: TopologyShape) => ({ id: String(id), name: `Area ${String(id)}` });

/**
 * Squares of a tenth of a degree around 0°, 0°: a and b touch, b has a hole that c fills, d lies apart to the east. One arc for
 * each border, one for each rest.
 */
const topology: Topology = frozen({
  transform: { scale: [0.1, 0.1], translate: [0, 0] },
  arcs: [
    [
      [1, 0],
      [0, 1],
    ], // between a and b
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ], // the rest of a
    [
      [1, 0],
      [3, 0],
      [0, 1],
      [-3, 0],
    ], // the rest of b
    [
      [2, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ], // between b and c
    [
      [6, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ], // d
  ],
});
// the hole is drawn smaller than its arc says nothing of: c fills it
const shapes: readonly TopologyShape[] = frozen([
  { type: 'Polygon', id: 'a', arcs: [[0, 1]] },
  { type: 'Polygon', id: 'b', arcs: [[2, ~0], [3]] },
  { type: 'Polygon', id: 'c', arcs: [[~3]] },
  { type: 'MultiPolygon', id: 'd', arcs: [[[4]]] },
  { type: 'Point', id: 'e' },
]);
const layer = readTopology(topology, shapes, nameById);
const KM = 11.1195;

const bordersOf = ({ graph: { start, to, border } }: AreaShapes, unit: number) =>
  [...to.subarray(start[unit], start[unit + 1])]
    .map((other, place) => [other, Math.round((border[(start[unit] ?? 0) + place] ?? 0) / KM)])
    .sort(([a = 0], [b = 0]) => a - b);

describe('areas of a topology', () => {
  const centres = innerCentres(layer);
  const made = shapeAreas(layer, layer.ids, centres);

  test('are its polygons; what is none is passed over', () => {
    expect(layer.ids).toEqual(['a', 'b', 'c', 'd']);
  });

  test('touch along the arcs they share, for as many km; one that touches nobody hangs on by a bridge to the nearest', () => {
    expect(bordersOf(made, 0)).toEqual([[1, 1]]);
    expect(bordersOf(made, 1)).toEqual([
      [0, 1],
      [2, 4],
      [3, 0],
    ]);
    expect(bordersOf(made, 3)).toEqual([[1, 0]]);
  });

  test('have the square km of their outlines less those of their holes, and the km of both', () => {
    expect([...made.area].map((area) => area / KM / KM)).toEqual(
      [1, 2, 1, 1].map((each) => expect.closeTo(each, 3) as number),
    );
    expect([...made.perimeter].map((km) => km / KM)).toEqual(
      [4, 12, 4, 4].map((each) => expect.closeTo(each, 2) as number),
    );
  });

  test('have a centre inside them, even around a hole', () => {
    expect(centres[0]).toEqual({ lon: 0.05, lat: 0.05 });
    expect(centres[1]?.lon).toBeCloseTo(1.5 * 0.1, 4);
    expect(centres[2]).toEqual({ lon: 0.25, lat: 0.05 });
  });

  test('make units with outlines of a book’s accounts; an account without an outline is a point on a bridge', () => {
    const ids = ['d', 'nowhere', 'a'].map(accountId);
    const places = [centres[3], { lon: 0.9, lat: 0 }, centres[0]].flatMap((each) => each ?? []);
    const book = frozen({
      accounts: ids.map((id, index) => ({
        id,
        name: id,
        place: places[index] ?? { lon: 0, lat: 0 },
        values: [],
      })),
      measures: [],
      splits: [],
    });
    const { units, rings } = unitsOfBook(book, shapeAreas(layer, ids, places));
    expect([...(rings?.shapeStart ?? [])]).toEqual([0, 1, 1, 2]);
    expect([...(rings?.ringStart ?? [])]).toEqual([0, 4, 8]);
    expect([...units.graph.border]).toEqual([0, 0, 0, 0]);
    expect([...units.graph.to]).toEqual([1, 2, 0, 0]);
    // outlines of other accounts are none of theirs
    expect(unitsOfBook({ ...book, accounts: book.accounts.slice(1) }, made).rings).toBeUndefined();
  });
});

describe('the layers that Turfcast has', () => {
  interface Reference {
    readonly units: readonly (readonly [
      id: string,
      name: string,
      lon: number,
      lat: number,
      x: number,
      y: number,
      area: number,
      per: number,
    ])[];
    readonly edges: readonly (readonly [from: number, to: number, km: number, bridge: number])[];
  }
  const path = sharedFile('data/territory/counties_nopop.json');

  test.skipIf(path === undefined)(
    'counties of the lower 48 touch as in the reference (skipped where ../shared is absent)',
    async () => {
      const reference = JSON.parse(readFileSync(path ?? '', 'utf8')) as Reference;
      const counties = await loadLayer({ kind: 'us-counties' });
      const ids = reference.units.map(([id]) => id);
      const made = shapeAreas(
        counties,
        ids,
        reference.units.map(([, , lon, lat]) => ({ lon, lat })),
      );
      const found = new Map<string, number>();
      const { start, to, border } = made.graph;
      for (let unit = 0; unit < ids.length; unit++)
        for (let edge = start[unit] ?? 0; edge < (start[unit + 1] ?? 0); edge++)
          if ((to[edge] ?? 0) > unit) found.set(`${unit}-${to[edge] ?? 0}`, border[edge] ?? 0);
      const expected = new Map(
        reference.edges.map(([a, b, km, bridge]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, bridge ? 0 : km]),
      );
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      // another equal-area projection: lengths differ by direction, most in the south of Florida
      const off = [...found].map(([pair, km]) => {
        const wanted = expected.get(pair) ?? 0;
        return wanted === 0 || km === 0 ? Math.abs(wanted - km) : Math.abs(km / wanted - 1);
      });
      off.sort((a, b) => a - b);
      expect(off[Math.floor(off.length * 0.95)]).toBeLessThan(0.03);
      expect(off.at(-1)).toBeLessThan(0.1);
      reference.units.forEach(([, , , , , , area], unit) =>
        expect(Math.abs((made.area[unit] ?? 0) - area)).toBeLessThanOrEqual(0.005 * area),
      );
    },
  );

  test.each([
    ['us-states', 56],
    ['us-counties', 3231],
    ['countries', 235],
  ] as const)(
    'each of the %s has a name and a centre inside it, and all hang together',
    async (kind, least) => {
      const outlines = await loadLayer({ kind });
      expect(outlines.ids.length).toBeGreaterThanOrEqual(least);
      expect(new Set(outlines.ids).size).toBe(outlines.ids.length);
      expect(outlines.names.filter((name) => name === '')).toEqual([]);
      const centres = innerCentres(outlines);
      const made = shapeAreas(outlines, outlines.ids, centres);
      const project = fitProjection(centres);
      const outside = outlines.names.filter((_, unit) => {
        const [x, y] = project(centres[unit] ?? { lon: 0, lat: 0 });
        return (made.area[unit] ?? 0) > 0 && !isInside(made.rings, unit, x, y);
      });
      expect(outside).toEqual([]);
      const whole = new Int32Array(outlines.ids.length);
      expect(findPieces(made.graph, whole).territoryOf).toEqual([0]);
    },
  );
});
