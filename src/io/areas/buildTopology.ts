import { neighbors, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import type { GeometryCollection, MultiPolygon as Shape, Topology } from 'topojson-specification';
import { MOST_ARC_NUMBERS, type OwnAreas } from '../../model/accountBook';
import { accountId } from '../../model/units';
import type { Polygon } from './readPolygons';

/** Steps of the grid across all regions: of a country, some 60 m. Corners that fall on one point of it are one. */
const GRID = 1e5;

export interface BuiltTopology {
  readonly areas: OwnAreas;
  /** Corners there were and are, where they were too many for a plan. */
  readonly simplified?: { readonly from: number; readonly to: number };
  /** Regions that share no border with another, by their places. */
  readonly alone: readonly number[];
}

type Borders = Topology<{ regions: GeometryCollection }>;

const cornersIn = ({ arcs }: Pick<Topology, 'arcs'>): number =>
  arcs.reduce((sum, arc) => sum + arc.length, 0);

/**
 * Regions as borders that they share, on a grid, with corners left out (those that span the smallest triangles, Visvalingam & Whyatt
 * 1993) until a plan can hold them. Cost: n log n in corners.
 */
export function buildTopology(name: string, regions: ReadonlyMap<string, readonly Polygon[]>): BuiltTopology {
  const geometries = Array.from(regions, ([id, polygons]): Feature<MultiPolygon> => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
    },
  }));
  const features: FeatureCollection = { type: 'FeatureCollection', features: geometries };
  const whole = bordersOf(topology({ regions: features }, GRID));
  const from = cornersIn(whole);
  const small = 2 * from > MOST_ARC_NUMBERS ? thinOut(whole) : whole;
  const { transform } = small;
  const [shapes, alone] = shapesOf(small);
  const areas: OwnAreas = {
    kind: 'own',
    name: name.slice(0, 200),
    scale: [transform?.scale[0] ?? 1, transform?.scale[1] ?? 1],
    translate: [transform?.translate[0] ?? 0, transform?.translate[1] ?? 0],
    arcs: small.arcs.map((arc) => arc.flatMap(([x = 0, y = 0]) => [x, y])),
    shapes,
  };
  return { areas, alone, ...(small !== whole && { simplified: { from, to: cornersIn(small) } }) };
}

/** The same, of nothing but polygons. */
function bordersOf(built: ReturnType<typeof topology>): Borders {
  const { regions } = built.objects;
  const geometries = (regions?.type === 'GeometryCollection' ? regions.geometries : []).flatMap(
    (shape): Shape[] =>
      shape.type === 'MultiPolygon' ? [{ type: 'MultiPolygon', id: String(shape.id), arcs: shape.arcs }] : [],
  );
  return { ...built, objects: { regions: { type: 'GeometryCollection', geometries } } };
}

/** Leaves corners out, ever more, until a plan can hold the rest; arcs keep their ends. */
function thinOut(whole: Borders): Borders {
  const weighed = presimplify(whole);
  for (let share = Math.min(0.95, MOST_ARC_NUMBERS / 2 / cornersIn(whole)); ; share *= 0.8) {
    // `quantile` counts from the greatest
    const thin = quantize(simplify(weighed, quantile(weighed, share)), GRID);
    if (2 * cornersIn(thin) <= MOST_ARC_NUMBERS || share < 1e-3) return thin;
  }
}

function shapesOf({ objects: { regions } }: Borders): readonly [OwnAreas['shapes'], number[]] {
  const touching = neighbors(regions.geometries);
  return [
    regions.geometries.flatMap((shape) =>
      shape.type === 'MultiPolygon' ? [{ id: accountId(String(shape.id)), polygons: shape.arcs }] : [],
    ),
    touching.flatMap((others, place) => (others.length === 0 ? [place] : [])),
  ];
}
