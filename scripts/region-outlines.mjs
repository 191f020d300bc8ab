// Outlines of regions as borders that they share, with few corners, for scripts/regions.mjs.
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  filter,
  filterAttachedWeight,
  presimplify,
  quantile,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';

/** @typedef {import('topojson-specification').GeometryCollection<{ name: string }>} Shapes */
/** @typedef {import('topojson-specification').Topology<{ regions: Shapes }>} Borders */

/** Steps of the grid across a country on which borders are found, and the degrees of a step of the one that is written: some 100 m. */
const FINE = 1e6;
const STEP = 0.001;
/** Corners that a country may have, and for each of its regions. */
const CORNERS = 1000;
const CORNERS_EACH = 60;
/** An island of less than this share of its country is left out. */
const SMALLEST = 2e-5;
/** The Earth's radius in km, squared: what `topojson-simplify` measures is of a sphere of radius one. */
const SQUARE = 6371.0088 ** 2;

/** @param {number[][]} corners */
function ringArea(corners) {
  const inside = sphericalRingArea(/** @type {[number, number][]} */ (corners), true);
  return Math.min(inside, 4 * Math.PI - inside);
}

/** @param {import('geojson').Polygon | import('geojson').MultiPolygon} geometry */
export function squareKm(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + SQUARE * (ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0)),
    0,
  );
}

/**
 * Regions as a TopoJSON file of one object, `regions`: borders that two share are one arc, parts of one region are one, islands and corners
 * that matter least are left out (Visvalingam & Whyatt 1993, by their area on the sphere), but no region is.
 * @param {{ id: string, name: string, polygons: number[][][][] }[]} regions
 */
export function drawRegions(regions) {
  const whole = joinParts(regions);
  const thin = thinOut(dropIslands(whole), CORNERS + CORNERS_EACH * regions.length);
  const [west, south, east, north] = thin.bbox ?? [0, 0, 0, 0];
  const across = Math.max(east - west, north - south);
  const { arcs, objects, transform } = quantize(thin, Math.max(1e4, Math.ceil(across / STEP)));
  return { type: 'Topology', transform, objects, arcs };
}

/** @param {Parameters<typeof drawRegions>[0]} regions @returns {Borders} */
function joinParts(regions) {
  /** @type {import('geojson').FeatureCollection<import('geojson').Polygon, {}>} */
  const features = {
    type: 'FeatureCollection',
    features: regions.flatMap(({ id, polygons }) =>
      polygons.map((coordinates) => ({
        type: 'Feature',
        id,
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      })),
    ),
  };
  const whole = topology({ parts: features }, FINE);
  const { parts } = whole.objects;
  if (parts?.type !== 'GeometryCollection') throw new Error('a topology must have its parts');
  const polygons = parts.geometries.flatMap((part) =>
    part.type === 'Polygon' ? [{ ...part, properties: {} }] : [],
  );
  const geometries = regions.map(({ id, name }) => ({
    ...mergeArcs(
      whole,
      polygons.filter((part) => part.id === id),
    ),
    id,
    properties: { name },
  }));
  return { ...whole, objects: { regions: { type: 'GeometryCollection', geometries } } };
}

/** @param {Borders} whole @returns {Borders} */
function dropIslands(whole) {
  const { features } = feature(whole, whole.objects.regions);
  const land = features.reduce(
    (sum, { geometry }) => (geometry.type === 'MultiPolygon' ? sum + squareKm(geometry) / SQUARE : sum),
    0,
  );
  for (let least = SMALLEST * land; ; least /= 4) {
    const { objects, ...fewer } = filter(whole, filterAttachedWeight(whole, least, ringArea));
    const { regions } = objects;
    if ('geometries' in regions && regions.geometries.length === features.length)
      return { ...fewer, objects: { regions } };
  }
}

/** @param {Borders} whole @param {number} corners @returns {Borders} */
function thinOut(whole, corners) {
  const before = whole.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const weighed = presimplify(whole, sphericalTriangleArea);
  // `quantile` counts from the greatest
  const thin = simplify(weighed, corners >= before ? 0 : quantile(weighed, corners / before));
  return {
    ...thin,
    arcs: thin.arcs.map((arc, number) => (arc.length < 4 ? keepRing(weighed.arcs[number] ?? [], arc) : arc)),
  };
}

/**
 * An island stays one: its three heaviest corners beside where it begins and ends.
 * @param {readonly number[][]} weighed longitude, latitude and weight
 * @param {import('topojson-specification').Arc} thin
 */
function keepRing(weighed, thin) {
  const [first, last] = [weighed[0], weighed.at(-1)];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) return thin;
  const weights = weighed.slice(1, -1).map(([, , weight = 0]) => weight);
  const least = weights.sort((a, b) => b - a)[2] ?? 0;
  return weighed.filter(([, , weight = 0]) => weight >= least).map(([lon = 0, lat = 0]) => [lon, lat]);
}
