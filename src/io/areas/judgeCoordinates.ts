import { isRecord } from './geoFeatures';
import type { Polygon } from './readPolygons';

/** What coordinates are: longitudes and latitudes, the other way round, or none. */
export type Judgement =
  | { readonly kind: 'degrees' | 'swapped' }
  /** `value` is one that no degree can be. */
  | { readonly kind: 'projected'; readonly value: number };

/**
 * Whether coordinates are degrees. Those whose second number is beyond 90 and none of whose first ones is were written latitude first;
 * around the equator and Greenwich, where both fit, nobody can tell.
 */
export function judgeCoordinates(polygons: Iterable<Polygon>): Judgement {
  let [farX, farY] = [0, 0];
  for (const polygon of polygons)
    for (const ring of polygon)
      for (const [x, y] of ring) {
        if (Math.abs(x) > Math.abs(farX)) farX = x;
        if (Math.abs(y) > Math.abs(farY)) farY = y;
      }
  // programs write 180.0000001 for the date line
  const fits = (value: number, most: number) => Math.abs(value) <= most + 1e-4;
  if (fits(farX, 180) && fits(farY, 90)) return { kind: 'degrees' };
  if (fits(farY, 180) && fits(farX, 90)) return { kind: 'swapped' };
  return { kind: 'projected', value: fits(farX, 180) ? farY : farX };
}

const WGS84 = /CRS:?84|EPSG:{1,2}(4326|4269|4258)$/i;

/** The coordinate system that an older GeoJSON file names, where it is another than degrees of WGS 84 (or within metres of it). */
export function namedProjection(file: unknown): string | undefined {
  const crs = isRecord(file) && isRecord(file.crs) ? file.crs : undefined;
  const name = isRecord(crs?.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' && !WGS84.test(name) ? name : undefined;
}
