import type { Place } from '../model/accountBook';
import { arcNumber, type AreaLayer } from './areaLayer';
import { allAreas, flattenRings } from './flattenRings';
import { makeGraph, type Edge, type Graph } from './graph';
import { joinIslands } from './joinIslands';
import { fitProjection, type Projection } from './projectPlaces';
import { measureShape } from './ringMeasures';
import type { Rings } from './rings';

/** What outlines say of units: who touches whom, how large they are, what they look like. By unit, in km. */
export interface AreaShapes {
  /** The units' ids, and whether the layer has an outline of each (1). */
  readonly ids: readonly string[];
  readonly outlined: Uint8Array;
  /** Borders are those of the outlines; islands and units without an outline hang on by bridges to the nearest. */
  readonly graph: Graph;
  readonly area: Float64Array;
  readonly perimeter: Float64Array;
  readonly rings: Rings;
}

/** A border is no shorter than this, in km: zero marks a bridge. */
const SHORTEST = 1e-6;

/**
 * The outlines of units on the map that `projectPlaces` fits to their places. A unit that the layer does not have is the point where
 * it is. Linear in corners of the layer, and in pairs of islands with units.
 */
export function shapeAreas(layer: AreaLayer, ids: readonly string[], places: readonly Place[]): AreaShapes {
  const project = fitProjection(places);
  const { x, y } = projectCorners(layer, project);
  const areaOf = new Map(layer.ids.map((id, area) => [id, area]));
  const areas = Int32Array.from(ids, (id) => areaOf.get(id) ?? -1);
  const rings = flattenRings(layer, x, y, areas);
  const lengths = arcLengths(layer, x, y);
  const { edges, perimeter } = shareArcs(layer, areas, lengths);
  const holes = Uint8Array.from(holesOf(layer, areas));
  const centres = places.map(project);
  return {
    ids,
    outlined: Uint8Array.from(areas, (area) => (area < 0 ? 0 : 1)),
    graph: makeGraph(ids.length, [...edges, ...joinIslands(rings, centres, edges)]),
    area: Float64Array.from(ids, (_, unit) => measureShape(rings, unit, holes)),
    perimeter,
    rings,
  };
}

/** The areas of a layer in square km, on a map fitted to `places`. Linear in corners. */
export function areasInKm(layer: AreaLayer, places: readonly Place[]): Float64Array {
  const { x, y } = projectCorners(layer, fitProjection(places));
  const rings = flattenRings(layer, x, y, allAreas(layer));
  return Float64Array.from(layer.ids, (_, area) => measureShape(rings, area, layer.holes));
}

function projectCorners(
  { lon, lat }: AreaLayer,
  project: Projection,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let corner = 0; corner < lon.length; corner++) {
    const [east, north] = project({ lon: lon[corner] ?? 0, lat: lat[corner] ?? 0 });
    x[corner] = east;
    y[corner] = north;
  }
  return { x, y };
}

function* holesOf({ holes, shapeStart }: AreaLayer, areas: Int32Array): Generator<number> {
  for (const area of areas)
    if (area >= 0) yield* holes.subarray(shapeStart[area] ?? 0, shapeStart[area + 1] ?? 0);
}

function arcLengths({ arcStart }: AreaLayer, x: Float64Array, y: Float64Array): Float64Array {
  return Float64Array.from({ length: arcStart.length - 1 }, (_, arc) => {
    let length = 0;
    const end = arcStart[arc + 1] ?? 0;
    for (let corner = (arcStart[arc] ?? 0) + 1; corner < end; corner++) {
      const dx = (x[corner] ?? 0) - (x[corner - 1] ?? 0);
      const dy = (y[corner] ?? 0) - (y[corner - 1] ?? 0);
      length += Math.sqrt(dx * dx + dy * dy);
    }
    return length;
  });
}

/** Neighbours are those that have an arc in common; the outline of each is the length of its arcs, holes' too. */
function shareArcs(
  { ringArcs, ringStart, shapeStart }: AreaLayer,
  areas: Int32Array,
  lengths: Float64Array,
): { readonly edges: Edge[]; readonly perimeter: Float64Array } {
  const ownerOf = new Int32Array(lengths.length).fill(-1);
  const perimeter = new Float64Array(areas.length);
  const borders = new Map<number, number>();
  areas.forEach((area, unit) => {
    if (area < 0) return;
    const end = ringStart[shapeStart[area + 1] ?? 0] ?? 0;
    for (let place = ringStart[shapeStart[area] ?? 0] ?? 0; place < end; place++) {
      const arc = arcNumber(ringArcs[place] ?? 0);
      const km = lengths[arc] ?? 0;
      perimeter[unit] = (perimeter[unit] ?? 0) + km;
      const other = ownerOf[arc] ?? -1;
      if (other === -1) ownerOf[arc] = unit;
      else if (other !== unit) {
        const pair = other * areas.length + unit;
        borders.set(pair, (borders.get(pair) ?? 0) + km);
      }
    }
  });
  const edges = Array.from(borders, ([pair, km]): Edge => {
    const to = pair % areas.length;
    return { from: (pair - to) / areas.length, to, km: Math.max(SHORTEST, km) };
  });
  return { edges, perimeter };
}
