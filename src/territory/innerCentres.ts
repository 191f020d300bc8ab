import type { Place } from '../model/accountBook';
import type { AreaLayer } from './areaLayer';
import { allAreas, flattenRings } from './flattenRings';
import { isInside, measureRing } from './ringMeasures';
import type { Rings } from './rings';
import { cosDegrees, sinDegrees } from './sinDegrees';
import { unwrapRings } from './unwrapRings';

/** π ÷ 180, rounded once. */
const DEGREE = 0.017453292519943295;
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/**
 * A place in each area of a layer: the centroid of its largest part where that lies inside the area, else the middle of the area's
 * widest stretch on the centroid's parallel. On Lambert's cylindrical equal-area projection (Snyder, Map Projections, USGS 1395,
 * p. 76), so that no latitude counts more than another. To a ten-thousandth of a degree. Linear in corners.
 */
export function innerCentres(layer: AreaLayer): Place[] {
  const rings = flattenRings(layer, layer.lon, layer.lat.map(sinDegrees), allAreas(layer));
  unwrapRings(rings);
  return layer.ids.map((_, shape): Place => {
    const [first = 0, end = 0] = [rings.shapeStart[shape], rings.shapeStart[shape + 1]];
    let largest = measureRing(rings, first);
    // a hole is smaller than what it is in
    for (let ring = first + 1; ring < end; ring++) {
      const part = measureRing(rings, ring);
      if (Math.abs(part.area) > Math.abs(largest.area)) largest = part;
    }
    const { x, y } = largest;
    const lon = isInside(rings, shape, x, y) ? x : (middleOf(rings, shape, y) ?? x);
    return { lon: round(lon - 360 * Math.round(lon / 360)), lat: round(latitudeOf(y)) };
  });
}

/** The middle of the widest stretch of a shape at that height; undefined where there is none. */
function middleOf({ x, y, ringStart, shapeStart }: Rings, shape: number, py: number): number | undefined {
  const crossings: number[] = [];
  const end = shapeStart[shape + 1] ?? 0;
  for (let ring = shapeStart[shape] ?? 0; ring < end; ring++) {
    const [first = 0, last = 0] = [ringStart[ring], ringStart[ring + 1]];
    for (let corner = first; corner < last; corner++) {
      const next = corner + 1 === last ? first : corner + 1;
      const [ax, ay, bx, by] = [x[corner] ?? 0, y[corner] ?? 0, x[next] ?? 0, y[next] ?? 0];
      if (ay > py !== by > py) crossings.push(((bx - ax) * (py - ay)) / (by - ay) + ax);
    }
  }
  crossings.sort((a, b) => a - b);
  let widest: { readonly from: number; readonly to: number } | undefined;
  for (let place = 0; place + 1 < crossings.length; place += 2) {
    const [from = 0, to = 0] = [crossings[place], crossings[place + 1]];
    if (widest === undefined || to - from > widest.to - widest.from) widest = { from, to };
  }
  return widest && (widest.from + widest.to) / 2;
}

/** The latitude of that sine, by Newton's method from the sine itself. */
function latitudeOf(sine: number): number {
  let lat = sine / DEGREE;
  for (let step = 0; step < 30; step++) {
    const slope = cosDegrees(lat) * DEGREE;
    if (slope < 1e-9) break;
    const next = lat - (sinDegrees(lat) - sine) / slope;
    const moved = Math.abs(next - lat);
    lat = Math.min(90, Math.max(-90, next));
    if (moved < 1e-7) break;
  }
  return lat;
}
