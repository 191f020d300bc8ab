import type { AreaLayer } from './areaLayer';

type Arcs = readonly number[];

/** An area of a TopoJSON file; other geometries, and those of none, are passed over. */
export interface TopologyShape {
  readonly type: string | null;
  readonly id?: string | number;
  readonly properties?: unknown;
  readonly arcs?: unknown;
}

/** What is read of a TopoJSON file: each arc a list of steps on a grid of integers. */
export interface Topology {
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
}

/** What an area is called. */
export interface AreaName {
  readonly id: string;
  readonly name: string;
}

/**
 * The areas of a TopoJSON file of a known form, such as us-atlas and world-atlas have. `nameOf` says what a shape is called, undefined
 * for one to be left out; shapes of one id are one area. In the order of their ids. Linear in corners.
 */
export function readTopology(
  { arcs, transform }: Topology,
  shapes: readonly TopologyShape[],
  nameOf: (shape: TopologyShape) => AreaName | undefined,
): AreaLayer {
  const [kx = 1, ky = 1] = transform.scale;
  const [tx = 0, ty = 0] = transform.translate;
  const corners = arcs.reduce((sum, arc) => sum + arc.length, 0);
  const lon = new Float64Array(corners);
  const lat = new Float64Array(corners);
  const arcStart = new Int32Array(arcs.length + 1);
  let corner = 0;
  arcs.forEach((arc, number) => {
    let [x, y] = [0, 0];
    for (const [dx = 0, dy = 0] of arc) {
      x += dx;
      y += dy;
      lon[corner] = x * kx + tx;
      lat[corner++] = y * ky + ty;
    }
    arcStart[number + 1] = corner;
  });
  const areas = new Map<string, { readonly name: string; readonly polygons: (readonly Arcs[])[] }>();
  for (const shape of shapes) {
    const polygons = polygonsOf(shape);
    const name = polygons.length === 0 ? undefined : nameOf(shape);
    if (name === undefined) continue;
    const before = areas.get(name.id);
    if (before) before.polygons.push(...polygons);
    else areas.set(name.id, { name: name.name, polygons: [...polygons] });
  }
  const sorted = [...areas].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const ringArcs: number[] = [];
  const ringStart = [0];
  const holes: number[] = [];
  const shapeStart = [0];
  for (const [, { polygons }] of sorted) {
    for (const polygon of polygons)
      polygon.forEach((ring, place) => {
        ringArcs.push(...ring);
        ringStart.push(ringArcs.length);
        holes.push(place === 0 ? 0 : 1);
      });
    shapeStart.push(holes.length);
  }
  return {
    ids: sorted.map(([id]) => id),
    names: sorted.map(([, { name }]) => name),
    lon,
    lat,
    arcStart,
    ringArcs: Int32Array.from(ringArcs),
    ringStart: Int32Array.from(ringStart),
    holes: Uint8Array.from(holes),
    shapeStart: Int32Array.from(shapeStart),
  };
}

const isArcs = (value: unknown): value is Arcs =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

/** The polygons of a shape, each its outer ring and then its holes. */
function polygonsOf({ type, arcs }: TopologyShape): readonly (readonly Arcs[])[] {
  if (!Array.isArray(arcs)) return [];
  const polygons: readonly unknown[] = type === 'Polygon' ? [arcs] : type === 'MultiPolygon' ? arcs : [];
  return polygons.map((polygon) => (Array.isArray(polygon) ? polygon.filter(isArcs) : []));
}
