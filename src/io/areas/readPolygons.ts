import { isRecord } from './geoFeatures';

export type Position = readonly [x: number, y: number];
/** An outer ring and its holes, each closed. */
export type Polygon = readonly (readonly Position[])[];

export interface ReadPolygons {
  readonly polygons: readonly Polygon[];
  /** What was in the geometry and is no polygon. */
  readonly others: readonly string[];
  /** Rings that did not end where they began, and those of fewer than three corners, which are left out. */
  readonly opened: number;
  readonly thin: number;
}

/** The polygons of a GeoJSON geometry, collections of them included. Linear in corners. */
export function readPolygons(geometry: unknown): ReadPolygons {
  const polygons: Polygon[] = [];
  const others: string[] = [];
  let [opened, thin] = [0, 0];
  const takeRing = (ring: unknown): Position[] => {
    const positions = (Array.isArray(ring) ? ring : []).flatMap((position: unknown): Position[] => {
      const [x, y]: readonly unknown[] = Array.isArray(position) ? position : [];
      return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
        ? [[x, y]]
        : [];
    });
    const [first, last] = [positions[0], positions.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isClosed = first[0] === last[0] && first[1] === last[1];
    const corners = new Set(positions.map(([x, y]) => `${x} ${y}`)).size;
    if (corners < 3) {
      thin++;
      return [];
    }
    if (isClosed) return positions;
    opened++;
    return [...positions, first];
  };
  const takePolygon = (rings: unknown) => {
    const [outer, ...holes] = (Array.isArray(rings) ? rings : []).map(takeRing);
    if (outer !== undefined && outer.length > 0)
      polygons.push([outer, ...holes.filter((hole) => hole.length > 0)]);
  };
  const take = (value: unknown): void => {
    if (!isRecord(value)) return;
    const { type, coordinates, geometries } = value;
    if (type === 'Polygon') takePolygon(coordinates);
    else if (type === 'MultiPolygon' && Array.isArray(coordinates)) coordinates.forEach(takePolygon);
    else if (type === 'GeometryCollection' && Array.isArray(geometries)) geometries.forEach(take);
    else if (typeof type === 'string') others.push(type);
  };
  take(geometry);
  return { polygons, others, opened, thin };
}
