import { arcNumber, type AreaLayer } from './areaLayer';
import type { Rings } from './rings';

/**
 * The outlines of those areas of a layer, one after another, with coordinates of its corners as they are given: degrees, or km on a map.
 * An area of −1 has none. Where all areas are asked for, rings are those of the layer. Linear in corners.
 */
export function flattenRings(layer: AreaLayer, x: Float64Array, y: Float64Array, areas: Int32Array): Rings {
  const { arcStart, ringArcs, ringStart, shapeStart } = layer;
  const cornersOf = (arc: number) => (arcStart[arcNumber(arc) + 1] ?? 0) - (arcStart[arcNumber(arc)] ?? 0);
  let rings = 0;
  let corners = 0;
  for (const area of areas) {
    if (area < 0) continue;
    const [first = 0, end = 0] = [shapeStart[area], shapeStart[area + 1]];
    rings += end - first;
    for (let place = ringStart[first] ?? 0; place < (ringStart[end] ?? 0); place++)
      // an arc's last corner is the first of the next
      corners += Math.max(0, cornersOf(ringArcs[place] ?? 0) - 1);
  }
  const flat = {
    x: new Float64Array(corners),
    y: new Float64Array(corners),
    ringStart: new Int32Array(rings + 1),
    shapeStart: new Int32Array(areas.length + 1),
  };
  let corner = 0;
  let ring = 0;
  areas.forEach((area, place) => {
    const end = area < 0 ? 0 : (shapeStart[area + 1] ?? 0);
    for (let each = area < 0 ? 0 : (shapeStart[area] ?? 0); each < end; each++) {
      const last = ringStart[each + 1] ?? 0;
      for (let at = ringStart[each] ?? 0; at < last; at++) {
        const arc = ringArcs[at] ?? 0;
        const from = arcStart[arcNumber(arc)] ?? 0;
        const to = (arcStart[arcNumber(arc) + 1] ?? 0) - 1;
        for (let step = 0; step < to - from; step++) {
          const source = arc < 0 ? to - step : from + step;
          flat.x[corner] = x[source] ?? 0;
          flat.y[corner++] = y[source] ?? 0;
        }
      }
      flat.ringStart[++ring] = corner;
    }
    flat.shapeStart[place + 1] = ring;
  });
  return flat;
}

/** Every area of a layer, in its order. */
export const allAreas = (layer: AreaLayer): Int32Array => Int32Array.from(layer.ids, (_, area) => area);
