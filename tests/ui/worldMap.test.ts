import { describe, expect, it } from 'vitest';
import type { AccountBook, Place } from '../../src/model/accountBook';
import { accountId } from '../../src/model/units';
import { unitsOfBook, type BookUnits } from '../../src/territory/unitsOfBook';
import { isWithin } from '../../src/ui/splits/map/mapShapes';
import { isWorldwide, worldMap } from '../../src/ui/splits/map/worldMap';

const R = 6371.0088;

const bookOf = (places: readonly Place[]): AccountBook => ({
  accounts: places.map((place, index) => ({ id: accountId(`a-${index}`), name: '', place, values: [] })),
  measures: [],
  splits: [],
});

/** Around the globe: a place in every 20 degrees, and one more, so that none is opposite to their middle. */
const grid = Array.from({ length: 18 * 7 }, (_, index) => ({
  lon: -170 + 20 * (index % 18),
  lat: -60 + 20 * Math.floor(index / 18),
}));
const around = [...grid, { lon: 21, lat: 33 }];

/** Units with an outline each: a ring of places, in km on the map of the book. */
function withRings(units: BookUnits, outlines: readonly (readonly Place[])[]): BookUnits {
  const corners = outlines.flat().map(units.project);
  const ends = outlines.map((_, at) => outlines.slice(0, at + 1).flat().length);
  const shapes = Array.from({ length: units.units.count + 1 }, (_, unit) => Math.min(unit, outlines.length));
  return {
    ...units,
    rings: {
      x: Float64Array.from(corners, ([x]) => x),
      y: Float64Array.from(corners, ([, y]) => y),
      ringStart: Int32Array.from([0, ...ends]),
      shapeStart: Int32Array.from(shapes),
    },
  };
}

const box = (west: number, south: number, east: number, north: number): Place[] => [
  { lon: west, lat: south },
  { lon: east, lat: south },
  { lon: east, lat: north },
  { lon: west, lat: north },
];

describe('a map of the world', () => {
  const units = unitsOfBook(bookOf(around));
  const world = worldMap(units);

  it('is drawn where places lie around the globe, and not for a country with islands far away', () => {
    expect(isWorldwide(units)).toBe(true);
    const states = Array.from({ length: 100 }, (_, at) => ({ lon: -120 + at / 2, lat: 30 + (at % 18) }));
    expect(isWorldwide(unitsOfBook(bookOf([...states, { lon: 144.8, lat: 13.5 }])))).toBe(false);
  });

  it('has each place where the projection has it, though it comes by way of another', () => {
    around.forEach((place, unit) => {
      const [x, y] = world.project(place);
      expect(world.x[unit]).toBeCloseTo(x, 2);
      expect(world.y[unit]).toBeCloseTo(y, 2);
    });
  });

  it('is as high for its width as Equal Earth is, keeps areas, and has north up', () => {
    const [east] = world.project({ lon: 190.4999, lat: 0 });
    const [, north] = world.project({ lon: 10.5, lat: 90 });
    expect(north / east).toBeCloseTo(0.48671, 4);
    const [x0, y0] = world.project({ lon: 100, lat: 60 });
    const [x1] = world.project({ lon: 100.01, lat: 60 });
    const [, y1] = world.project({ lon: 100, lat: 60.01 });
    const step = (0.01 * Math.PI) / 180;
    expect(((x1 - x0) * (y1 - y0)) / (R * R * step * step * Math.cos(Math.PI / 3))).toBeCloseTo(1, 2);
  });

  it('leaves an outline in one piece across the 180th meridian, and across its own edge', () => {
    const both = withRings(units, [box(175, -20, 185, -15), box(187, 50, 193, 55)]);
    const { rings } = worldMap(both);
    expect(rings?.ringStart).toEqual(Int32Array.of(0, 4, 8));
    for (const [unit, lon, lat] of [
      [0, 178, -17],
      [0, -178, -17],
      [1, 189, 52],
    ] as const)
      expect(isWithin(rings!, unit, ...world.project({ lon, lat }))).toBe(true);
    expect(isWithin(rings!, 0, ...world.project({ lon: 0, lat: -17 }))).toBe(false);
  });

  it('closes an outline around a pole along the pole', () => {
    const coast = Array.from({ length: 36 }, (_, at) => ({ lon: -180 + 10 * at, lat: -70 }));
    const { rings } = worldMap(withRings(units, [coast]));
    expect(rings?.x).toHaveLength(38);
    for (const lon of [-150, 0, 150])
      expect(isWithin(rings!, 0, ...world.project({ lon, lat: -80 }))).toBe(true);
    expect(isWithin(rings!, 0, ...world.project({ lon: 0, lat: -60 }))).toBe(false);
  });
});
