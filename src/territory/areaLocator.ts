import type { Place } from '../model/accountBook';
import type { AreaLayer } from './areaLayer';
import { allAreas, flattenRings } from './flattenRings';
import { isInside } from './ringMeasures';
import type { Rings } from './rings';
import { unwrapRings } from './unwrapRings';

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Degrees of latitude in which areas are looked up together. */
const BAND = 0.5;

/** Tells which area of a layer a place lies in. Made in time linear in corners; asked, it looks at areas of the same latitude alone. */
export class AreaLocator {
  readonly #rings: Rings;
  readonly #boxes: Box[];
  readonly #bands = new Map<number, number[]>();

  constructor(layer: AreaLayer) {
    this.#rings = flattenRings(layer, layer.lon, layer.lat, allAreas(layer));
    unwrapRings(this.#rings);
    this.#boxes = layer.ids.map((_, area) => this.#boxOf(area));
    this.#boxes.forEach(({ south, north }, area) => {
      for (let band = Math.floor(south / BAND); band <= Math.floor(north / BAND); band++) {
        const list = this.#bands.get(band);
        if (list) list.push(area);
        else this.#bands.set(band, [area]);
      }
    });
  }

  /** The area's number in the layer, the first where several hold the place; −1 for none. */
  areaAt(place: Place): number {
    return this.#near(place).find((area) => this.#holds(area, place)) ?? -1;
  }

  /** All areas that hold the place. */
  areasAt(place: Place): number[] {
    return this.#near(place).filter((area) => this.#holds(area, place));
  }

  #near({ lat }: Place): readonly number[] {
    return this.#bands.get(Math.floor(lat / BAND)) ?? [];
  }

  #holds(area: number, { lon, lat }: Place): boolean {
    const box = this.#boxes[area];
    if (box === undefined || lat < box.south || lat > box.north) return false;
    // an outline across the 180th meridian has longitudes beyond it, on one side or, in several parts, on both
    return [lon, lon + 360, lon - 360].some(
      (east) => east >= box.west && east <= box.east && isInside(this.#rings, area, east, lat),
    );
  }

  #boxOf(area: number): Box {
    const { x, y, ringStart, shapeStart } = this.#rings;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    const end = ringStart[shapeStart[area + 1] ?? 0] ?? 0;
    for (let corner = ringStart[shapeStart[area] ?? 0] ?? 0; corner < end; corner++) {
      west = Math.min(west, x[corner] ?? 0);
      east = Math.max(east, x[corner] ?? 0);
      south = Math.min(south, y[corner] ?? 0);
      north = Math.max(north, y[corner] ?? 0);
    }
    return { west, east, south, north };
  }
}
