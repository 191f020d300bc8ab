import type { AreaLayer } from './areaLayer';
import { allAreas, flattenRings } from './flattenRings';
import { measureRing } from './ringMeasures';
import { unwrapRings } from './unwrapRings';

/** Coordinates of a GeoJSON MultiPolygon. */
export type GeoOutline = readonly (readonly (readonly (readonly [lon: number, lat: number])[])[])[];

/** A metre or so. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/**
 * The outlines of a layer's areas by id, as GeoJSON has them (RFC 7946): closed, outer rings counterclockwise, holes clockwise. One across
 * the 180th meridian goes on beyond it. Linear in corners.
 */
export function geoOutlines(layer: AreaLayer): ReadonlyMap<string, GeoOutline> {
  const rings = flattenRings(layer, layer.lon, layer.lat, allAreas(layer));
  unwrapRings(rings);
  const write = (ring: number) => {
    const [first = 0, end = 0] = [rings.ringStart[ring], rings.ringStart[ring + 1]];
    const corners = Array.from({ length: end - first }, (_, step): readonly [number, number] => [
      round(rings.x[first + step] ?? 0),
      round(rings.y[first + step] ?? 0),
    ]);
    const isHole = layer.holes[ring] === 1;
    const turned = measureRing(rings, ring).area > 0 === isHole ? corners.toReversed() : corners;
    return [...turned, ...turned.slice(0, 1)];
  };
  return new Map(
    layer.ids.map((id, area) => {
      const polygons: (readonly (readonly [number, number])[])[][] = [];
      const end = rings.shapeStart[area + 1] ?? 0;
      for (let ring = rings.shapeStart[area] ?? 0; ring < end; ring++) {
        if (layer.holes[ring] === 1) polygons.at(-1)?.push(write(ring));
        else polygons.push([write(ring)]);
      }
      return [id, polygons];
    }),
  );
}
