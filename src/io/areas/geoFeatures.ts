/** A feature of a GeoJSON or TopoJSON file, its geometry still as it was found. */
export interface GeoFeature {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly id: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (record: Readonly<Record<string, unknown>>, key: string): readonly unknown[] => {
  const list = record[key];
  return Array.isArray(list) ? list : [];
};

const idOf = (id: unknown): string | undefined =>
  (typeof id === 'string' && id.trim() !== '') || typeof id === 'number' ? String(id).trim() : undefined;

/** The features of a file: of a collection, one alone, a bare geometry, or the largest object of a TopoJSON file; undefined where it is none of them. */
export function geoFeatures(file: unknown): GeoFeature[] | undefined {
  if (!isRecord(file)) return undefined;
  switch (file.type) {
    case 'FeatureCollection':
      return listIn(file, 'features').map(makeFeature);
    case 'Feature':
      return [makeFeature(file, 0)];
    case 'GeometryCollection':
      return listIn(file, 'geometries').map((geometry, index) => makeFeature({ geometry }, index));
    case 'Topology':
      return topologyFeatures(file);
    case 'Polygon':
    case 'MultiPolygon':
      return [makeFeature({ geometry: file }, 0)];
    default:
      return undefined;
  }
}

function makeFeature(feature: unknown, index: number): GeoFeature {
  const { id, properties, geometry } = isRecord(feature) ? feature : {};
  return {
    number: index + 1,
    id: idOf(id),
    properties: isRecord(properties) ? properties : {},
    geometry,
  };
}

/** The object with the most geometries, its arcs written out. */
function topologyFeatures(file: Readonly<Record<string, unknown>>): GeoFeature[] {
  const objects = isRecord(file.objects) ? Object.values(file.objects) : [];
  const lists = objects.map((each) =>
    isRecord(each) ? (each.type === 'GeometryCollection' ? listIn(each, 'geometries') : [each]) : [],
  );
  const largest = lists.reduce((most, each) => (each.length > most.length ? each : most), []);
  const arcs = decodeArcs(file);
  return largest.map((shape, index) => {
    const { type, arcs: rings, ...rest } = isRecord(shape) ? shape : {};
    return makeFeature(
      { ...rest, geometry: { type, coordinates: writeOut(rings, arcs, type === 'MultiPolygon' ? 2 : 1) } },
      index,
    );
  });
}

type Arc = readonly (readonly number[])[];

const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];

function decodeArcs(file: Readonly<Record<string, unknown>>): Arc[] {
  const transform = isRecord(file.transform) ? file.transform : undefined;
  const [kx = 1, ky = 1] = numbersOf(transform?.scale);
  const [tx = 0, ty = 0] = numbersOf(transform?.translate);
  return listIn(file, 'arcs').map((arc): Arc => {
    let [x, y] = [0, 0];
    return (Array.isArray(arc) ? arc : []).map((position) => {
      const [px = NaN, py = NaN] = numbersOf(position);
      if (transform === undefined) return [px, py];
      x += px;
      y += py;
      return [x * kx + tx, y * ky + ty];
    });
  });
}

/** Numbers of arcs, `depth` lists above a ring, as the rings' positions. */
function writeOut(value: unknown, arcs: readonly Arc[], depth: number): unknown {
  if (!Array.isArray(value)) return [];
  if (depth > 0) return value.map((each) => writeOut(each, arcs, depth - 1));
  return numbersOf(value).flatMap((number, place) => {
    const arc = arcs[number < 0 ? ~number : number] ?? [];
    const turned = number < 0 ? arc.toReversed() : arc;
    return place === 0 ? turned : turned.slice(1);
  });
}
