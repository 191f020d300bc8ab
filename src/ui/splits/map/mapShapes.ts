import type { Rings } from '../../../territory/rings';
import type { Extent } from './mapView';
import { UnitGrid, type Boxes } from './unitGrid';

/** Where units are: their middles, and the outlines of those that have one. All in km. */
export interface MapShapes {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rings?: Rings;
  readonly boxes: Boxes;
  readonly grid: UnitGrid;
}

/** Units as the map has them; a unit without an outline is a point. Linear in corners. */
export function makeShapes(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  rings?: Rings,
): MapShapes {
  const boxes = rings ? boxesOf({ x, y }, rings) : { left: x, right: x, bottom: y, top: y };
  return { x, y, boxes, grid: new UnitGrid(boxes), ...(rings && { rings }) };
}

/** Whether a unit has an outline. */
export const isArea = ({ rings }: MapShapes, unit: number): boolean =>
  rings !== undefined && (rings.shapeStart[unit + 1] ?? 0) > (rings.shapeStart[unit] ?? 0);

/** What all of it spans; undefined without a unit. */
export function extentOfShapes({ boxes }: MapShapes, units?: Iterable<number>): Extent | undefined {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const unit of units ?? boxes.left.keys()) {
    left = Math.min(left, boxes.left[unit] ?? Infinity);
    right = Math.max(right, boxes.right[unit] ?? -Infinity);
    bottom = Math.min(bottom, boxes.bottom[unit] ?? Infinity);
    top = Math.max(top, boxes.top[unit] ?? -Infinity);
  }
  return left <= right ? { left, right, bottom, top } : undefined;
}

function boxesOf({ x, y }: Pick<MapShapes, 'x' | 'y'>, rings: Rings): Boxes {
  const [left, right, bottom, top] = [x.slice(), x.slice(), y.slice(), y.slice()];
  for (let unit = 0; unit < x.length; unit++) {
    const first = rings.ringStart[rings.shapeStart[unit] ?? 0] ?? 0;
    const end = rings.ringStart[rings.shapeStart[unit + 1] ?? 0] ?? 0;
    for (let corner = first; corner < end; corner++) {
      const [cx, cy] = [rings.x[corner] ?? 0, rings.y[corner] ?? 0];
      left[unit] = Math.min(left[unit] ?? cx, cx);
      right[unit] = Math.max(right[unit] ?? cx, cx);
      bottom[unit] = Math.min(bottom[unit] ?? cy, cy);
      top[unit] = Math.max(top[unit] ?? cy, cy);
    }
  }
  return { left, right, bottom, top };
}

/** Whether a place in km lies in a unit's outline, by the even–odd rule. Linear in the unit's corners. */
export function isWithin(
  { x, y, ringStart, shapeStart }: Rings,
  unit: number,
  px: number,
  py: number,
): boolean {
  let inside = false;
  for (let ring = shapeStart[unit] ?? 0; ring < (shapeStart[unit + 1] ?? 0); ring++) {
    const end = ringStart[ring + 1] ?? 0;
    let before = end - 1;
    for (let corner = ringStart[ring] ?? 0; corner < end; before = corner++) {
      const [ay, by] = [y[corner] ?? 0, y[before] ?? 0];
      if (ay > py === by > py) continue;
      const [ax, bx] = [x[corner] ?? 0, x[before] ?? 0];
      if (px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
