import type { Place } from '../model/accountBook';
import type { AreaLayer } from './areaLayer';
import type { AreaLocator } from './areaLocator';
import { allAreas, flattenRings } from './flattenRings';

/** Points tried in each area, beside its centre. */
const TRIED = 64;

/**
 * Pairs of areas of which one has points inside the other: its centre, and points half the way from there to some of its corners, are
 * tried where they lie inside the area itself. Areas that overlap by a sliver along their border are not found. Each pair once.
 */
export function findOverlaps(
  layer: AreaLayer,
  locator: AreaLocator,
  centres: readonly Place[],
): (readonly [number, number])[] {
  const { x, y, ringStart, shapeStart } = flattenRings(layer, layer.lon, layer.lat, allAreas(layer));
  const found = new Map<string, readonly [number, number]>();
  centres.forEach((centre, area) => {
    const first = ringStart[shapeStart[area] ?? 0] ?? 0;
    const count = (ringStart[shapeStart[area + 1] ?? 0] ?? 0) - first;
    const step = Math.max(1, Math.floor(count / TRIED));
    const points = [centre];
    for (let corner = first; corner < first + count; corner += step)
      points.push({ lon: ((x[corner] ?? 0) + centre.lon) / 2, lat: ((y[corner] ?? 0) + centre.lat) / 2 });
    for (const point of points) {
      const holders = locator.areasAt(point);
      if (holders.length < 2 || !holders.includes(area)) continue;
      for (const other of holders) {
        const [low, high] = [Math.min(area, other), Math.max(area, other)];
        if (low !== high) found.set(`${low} ${high}`, [low, high]);
      }
    }
  });
  return [...found.values()];
}
