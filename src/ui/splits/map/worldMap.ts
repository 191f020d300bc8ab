import { geoEqualEarth } from 'd3-geo';
import type { Place } from '../../../model/accountBook';
import type { Rings } from '../../../territory/rings';
import type { BookUnits } from '../../../territory/unitsOfBook';

/** Mean radius of the Earth in km. */
const RADIUS = 6371.0088;
/** The meridian in the middle: opposite to it the map is cut through the Bering Strait, where it cuts no country. */
const MIDDLE = 10.5;

/** Where a place falls, in km; longitudes beyond the edge go on beyond it. */
type Flat = (lon: number, lat: number) => [x: number, y: number];

/** How the units of a book are drawn around the globe. */
export interface WorldMap {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rings?: Rings;
  readonly project: (place: Place) => readonly [x: number, y: number];
  /** Where what lies there on the map of the book is drawn. */
  readonly redraw: (x: number, y: number) => readonly [x: number, y: number];
}

/** From the middle of the map, from −180 to below 180. */
const aside = (lon: number): number => {
  const turned = (lon - MIDDLE) % 360;
  return turned < -180 ? turned + 360 : turned >= 180 ? turned - 360 : turned;
};

function equalEarth(): Flat {
  const earth = geoEqualEarth().scale(RADIUS).translate([0, 0]);
  return (lon, lat) => {
    // In step with longitude: told at 90 degrees it is told for all of a parallel, beyond the edge too.
    const [east, down] = earth([90, lat]) ?? [0, 0];
    return [(east * lon) / 90, -down];
  };
}

/**
 * The units on the Equal Earth projection (Šavrič, Patterson & Jenny 2018), for looking: areas are true, and shapes as one knows them.
 * What is computed stays on the map that is fitted to the places. Linear in corners.
 */
export function worldMap({ units, rings, unproject }: BookUnits): WorldMap {
  const flat = equalEarth();
  const degrees = (x: number, y: number): [lon: number, lat: number] => {
    const [u, v, w] = unproject(x, y);
    const turn = 180 / Math.PI;
    return [aside(Math.atan2(v, u) * turn), Math.asin(Math.min(1, Math.max(-1, w))) * turn];
  };
  const redraw = (x: number, y: number) => flat(...degrees(x, y));
  const drawn = Array.from(units.x, (x, unit) => redraw(x, units.y[unit] ?? 0));
  return {
    x: Float64Array.from(drawn, ([x]) => x),
    y: Float64Array.from(drawn, ([, y]) => y),
    ...(rings && { rings: redrawRings(rings, degrees, flat) }),
    project: ({ lon, lat }) => flat(aside(lon), lat),
    redraw,
  };
}

/** Outlines in whole: one across the edge goes on beyond it, one around a pole is closed along it. */
function redrawRings(
  rings: Rings,
  degrees: (x: number, y: number) => [lon: number, lat: number],
  flat: Flat,
): Rings {
  const [x, y]: [number[], number[]] = [[], []];
  const ringStart = new Int32Array(rings.ringStart.length);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const end = rings.ringStart[ring + 1] ?? 0;
    const corners: [lon: number, lat: number][] = [];
    for (let corner = rings.ringStart[ring] ?? 0; corner < end; corner++)
      corners.push(degrees(rings.x[corner] ?? 0, rings.y[corner] ?? 0));
    for (const [lon, lat] of whole(corners)) {
      const [east, north] = flat(lon, lat);
      x.push(east);
      y.push(north);
    }
    ringStart[ring + 1] = x.length;
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), ringStart, shapeStart: rings.shapeStart };
}

function whole(corners: readonly [lon: number, lat: number][]): [lon: number, lat: number][] {
  const next = (from: number, lon: number) => lon - 360 * Math.round((lon - from) / 360);
  let last = corners[0]?.[0] ?? 0;
  const line = corners.map(([lon, lat]): [number, number] => [(last = next(last, lon)), lat]);
  const first = line[0]?.[0] ?? 0;
  const mean = line.reduce((sum, [lon]) => sum + lon, 0) / Math.max(1, line.length);
  const turns = 360 * Math.round(mean / 360);
  // By whole turns: what two outlines share stays the same to the last bit.
  if (turns !== 0) for (const corner of line) corner[0] -= turns;
  if (next(last, first) === first) return line;
  const pole = (line[0]?.[1] ?? 0) < 0 ? -90 : 90;
  return [...line, [last - turns, pole], [first - turns, pole]];
}

/** Places farther from the middle than 75 degrees are where the map that is fitted to them is bent, in km on it. */
const FAR = 2 * RADIUS * Math.sin((37.5 * Math.PI) / 180);
/** A few islands far away do not make it the world. */
const SOME = 0.02;

/** Whether units lie around the globe, so that no map fitted to them shows all of them well. Linear. */
export function isWorldwide({ units: { x, y, count } }: Pick<BookUnits, 'units'>): boolean {
  let far = 0;
  for (let unit = 0; unit < count; unit++) if ((x[unit] ?? 0) ** 2 + (y[unit] ?? 0) ** 2 > FAR * FAR) far++;
  return far > SOME * count;
}
