import topology from 'us-atlas/counties-10m.json' with { type: 'json' };
import type { Place } from '../../src/model/accountBook';
import { fitProjection } from '../../src/territory/projectPlaces';
import type { Rings } from '../../src/territory/rings';

export interface CountyShapes {
  readonly ids: readonly string[];
  readonly places: readonly Place[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rings: Rings;
}

interface Geometry {
  readonly type: string;
  readonly id: string;
  readonly arcs: readonly (readonly number[] | readonly (readonly number[])[])[];
}

/** The counties of the lower 48 as outlines in km, decoded from us-atlas. */
export function readCounties(): CountyShapes {
  const [kx = 1, ky = 1] = topology.transform.scale;
  const [tx = 0, ty = 0] = topology.transform.translate;
  const arcs = (topology.arcs as readonly (readonly (readonly number[])[])[]).map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Place => {
      x += dx;
      y += dy;
      return { lon: x * kx + tx, lat: y * ky + ty };
    });
  });
  const ring = (numbers: readonly number[]) =>
    numbers.flatMap((number) =>
      (number < 0 ? (arcs[~number] ?? []).toReversed() : (arcs[number] ?? [])).slice(1),
    );
  const geometries = topology.objects.counties.geometries as readonly Geometry[];
  const counties = geometries
    .filter(({ id }) => Number(id) < 57_000 && !id.startsWith('02') && !id.startsWith('15'))
    .map(({ id, type, arcs: parts }) => ({
      id,
      rings: (type === 'Polygon' ? [parts] : parts).flatMap((polygon) =>
        (polygon as readonly (readonly number[])[]).map(ring),
      ),
    }));
  const middle = (corners: readonly Place[]): Place => ({
    lon: corners.reduce((sum, { lon }) => sum + lon, 0) / corners.length,
    lat: corners.reduce((sum, { lat }) => sum + lat, 0) / corners.length,
  });
  const places = counties.map(({ rings }) => middle(rings.toSorted((a, b) => b.length - a.length)[0] ?? []));
  const project = fitProjection(places);
  const flat = counties.flatMap(({ rings }) => rings);
  const corners = flat.flat().map(project);
  const sums = (lengths: readonly number[]) => {
    const start = [0];
    for (const length of lengths) start.push((start.at(-1) ?? 0) + length);
    return Int32Array.from(start);
  };
  const middles = places.map(project);
  return {
    ids: counties.map(({ id }) => id),
    places,
    x: Float64Array.from(middles, ([x]) => x),
    y: Float64Array.from(middles, ([, y]) => y),
    rings: {
      x: Float64Array.from(corners, ([x]) => x),
      y: Float64Array.from(corners, ([, y]) => y),
      ringStart: sums(flat.map(({ length }) => length)),
      shapeStart: sums(counties.map(({ rings }) => rings.length)),
    },
  };
}
