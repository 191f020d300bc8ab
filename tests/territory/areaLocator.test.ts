import { expect, test } from 'vitest';
import { AreaLocator } from '../../src/territory/areaLocator';
import { readTopology } from '../../src/territory/readTopology';

/** Corners as steps on a grid of whole degrees. */
const ring = (...corners: readonly (readonly [number, number])[]) =>
  [...corners, ...corners.slice(0, 1)].map(([x, y], place, all) => {
    const [px, py] = all[place - 1] ?? [0, 0];
    return [x - px, y - py];
  });

/** A mainland that begins east of Greenwich and goes on beyond 180°, and an island beside it that begins west of it. */
const mainland = ring([100, 60], [170, 60], [-170, 60], [-170, 70], [170, 70], [100, 70]);
const island = ring([-179, 71], [178, 71], [178, 72], [-179, 72]);
const layer = (...arcs: readonly number[][][]) =>
  readTopology(
    { arcs, transform: { scale: [1, 1], translate: [0, 0] } },
    [{ type: 'MultiPolygon', id: 'both', arcs: arcs.map((_, arc) => [[arc]]) }],
    ({ id }) => ({ id: String(id), name: String(id) }),
  );

test('an area across the 180th meridian holds what lies on both sides of it, whichever side its parts begin on', () => {
  const inside = [
    { lon: 150, lat: 65 },
    { lon: 179.5, lat: 65 },
    { lon: -175, lat: 65 },
    { lon: 179.5, lat: 71.5 },
    { lon: -179.5, lat: 71.5 },
  ];
  const outside = [
    { lon: -165, lat: 65 },
    { lon: 90, lat: 65 },
    { lon: -175, lat: 71.5 },
  ];
  for (const parts of [
    [mainland, island],
    [island, mainland],
  ]) {
    const locator = new AreaLocator(layer(...parts));
    expect(inside.map((place) => locator.areaAt(place))).toEqual(inside.map(() => 0));
    expect(outside.map((place) => locator.areaAt(place))).toEqual(outside.map(() => -1));
  }
});
