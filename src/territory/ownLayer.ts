import type { OwnAreas } from '../model/accountBook';
import type { AreaLayer } from './areaLayer';
import { readTopology } from './readTopology';

/** Own regions of a plan as a layer; they are called by their ids. Linear in corners. */
export function ownLayer({ arcs, shapes, scale, translate }: OwnAreas): AreaLayer {
  const steps = arcs.map((arc) =>
    Array.from({ length: arc.length / 2 }, (_, step) => [arc[2 * step] ?? 0, arc[2 * step + 1] ?? 0]),
  );
  return readTopology(
    { arcs: steps, transform: { scale, translate } },
    shapes.map(({ id, polygons }) => ({ type: 'MultiPolygon', id, arcs: polygons })),
    ({ id }) => ({ id: String(id), name: String(id) }),
  );
}
