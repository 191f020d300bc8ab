import type { Projection } from '../../../territory/projectPlaces';

/** What is read of a TopoJSON file: each arc a list of steps on a grid of integers. */
interface Topology {
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
}

/** Within this the states are drawn, elsewhere countries. Degrees. */
const STATES = { west: -170, east: -65, south: 17, north: 72 };
/** Farther from the middle of the accounts than this a flat map of them is torn, and no step of an outline is so long. Km. */
const FARTHEST = 9000;

/** Whether all of those places are where the outlines of states are of use. */
export const inStates = (places: readonly { readonly lon: number; readonly lat: number }[]): boolean =>
  places.every(
    ({ lon, lat }) => lon > STATES.west && lon < STATES.east && lat > STATES.south && lat < STATES.north,
  );

/** The arcs of a topology in km on the map; what is too far from its middle is left out. Linear in points. */
export function projectArcs(
  { arcs, transform }: Topology,
  project: Projection,
  farthest = FARTHEST,
): (readonly (readonly [number, number])[])[] {
  const [kx = 1, ky = 1] = transform.scale;
  const [tx = 0, ty = 0] = transform.translate;
  return arcs.flatMap((arc) => {
    let [x, y] = [0, 0];
    const lines: [number, number][][] = [[]];
    for (const [dx = 0, dy = 0] of arc) {
      x += dx;
      y += dy;
      const [east, north] = project({ lon: x * kx + tx, lat: y * ky + ty });
      const [before] = lines.at(-1)?.at(-1) ?? [east];
      if (Math.abs(east - before) > FARTHEST) lines.push([]);
      if (east * east + north * north > farthest * farthest) lines.push([]);
      else lines.at(-1)?.push([east, north]);
    }
    return lines.filter((line) => line.length > 1);
  });
}

/** Outlines of states or countries as a path in km, of the `whole` world or of what is near; undefined where they cannot be fetched, and then the map does without. */
export async function loadOutlines(
  project: Projection,
  places: readonly { readonly lon: number; readonly lat: number }[],
  whole = false,
): Promise<Path2D | undefined> {
  try {
    const { default: topology } = inStates(places)
      ? await import('us-atlas/states-10m.json')
      : await import('world-atlas/countries-110m.json');
    const path = new Path2D();
    for (const line of projectArcs(topology, project, whole ? Infinity : FARTHEST))
      line.forEach(([x, y], step) => (step === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    return path;
  } catch {
    return undefined;
  }
}
