import type { MapShapes } from './mapShapes';
import { isArea, isWithin } from './mapShapes';
import { kmX, kmY, pixelX, pixelY, type Extent, type MapView } from './mapView';

export type Pixel = readonly [x: number, y: number];

/** Pixels from one look at a stroke over areas to the next. */
const STEP = 1.5;

/** What of the map lies within so many pixels of the box between two of them, in km. */
function around(view: MapView, [ax, ay]: Pixel, [bx, by]: Pixel, reach: number): Extent {
  return {
    left: kmX(view, Math.min(ax, bx) - reach),
    right: kmX(view, Math.max(ax, bx) + reach),
    bottom: kmY(view, Math.max(ay, by) + reach),
    top: kmY(view, Math.min(ay, by) - reach),
  };
}

/** The area that a pixel lies in, of several the one drawn last; −1 for none. */
function areaAt(shapes: MapShapes, view: MapView, pixel: Pixel): number {
  const { rings, grid } = shapes;
  if (!rings) return -1;
  const [x, y] = [kmX(view, pixel[0]), kmY(view, pixel[1])];
  const near = grid.near({ left: x, right: x, bottom: y, top: y });
  return near.findLast((unit) => isWithin(rings, unit, x, y)) ?? -1;
}

/**
 * The point nearest to a pixel, no farther than `reach` pixels; else the area that the pixel lies in; else, since an island can be
 * too small to be hit, the area whose middle is nearest within reach; −1 for none. Costs what is near.
 */
export function unitAt(shapes: MapShapes, view: MapView, pixel: Pixel, reach: number): number {
  const { x, y, grid } = shapes;
  const nearest = (wanted: (unit: number) => boolean) => {
    let best = -1;
    let least = reach * reach;
    for (const unit of grid.near(around(view, pixel, pixel, reach))) {
      const dx = pixelX(view, x[unit] ?? 0) - pixel[0];
      const dy = pixelY(view, y[unit] ?? 0) - pixel[1];
      const distance = dx * dx + dy * dy;
      if (distance > least || !wanted(unit)) continue;
      least = distance;
      best = unit;
    }
    return best;
  };
  const point = nearest((unit) => !isArea(shapes, unit));
  if (point >= 0 || !shapes.rings) return point;
  const area = areaAt(shapes, view, pixel);
  return area >= 0 ? area : nearest(() => true);
}

/**
 * What a straight stroke between two pixels touches, so that a fast hand leaves no gaps: points within `reach` pixels of it, and
 * areas that it crosses. Costs what is near.
 */
export function unitsAlong(
  shapes: MapShapes,
  view: MapView,
  from: Pixel,
  to: Pixel,
  reach: number,
): number[] {
  const { x, y, grid } = shapes;
  const [ax, ay] = from;
  const [dx, dy] = [to[0] - ax, to[1] - ay];
  const length = dx * dx + dy * dy;
  const hits = new Set<number>();
  for (const unit of grid.near(around(view, from, to, reach))) {
    if (isArea(shapes, unit)) continue;
    const ux = pixelX(view, x[unit] ?? 0) - ax;
    const uy = pixelY(view, y[unit] ?? 0) - ay;
    const along = length > 0 ? Math.min(1, Math.max(0, (ux * dx + uy * dy) / length)) : 0;
    const [ox, oy] = [ux - along * dx, uy - along * dy];
    if (ox * ox + oy * oy <= reach * reach) hits.add(unit);
  }
  if (!shapes.rings) return [...hits];
  const steps = Math.max(1, Math.ceil(Math.sqrt(length) / STEP));
  for (let step = 0; step <= steps; step++) {
    const area = areaAt(shapes, view, [ax + (dx * step) / steps, ay + (dy * step) / steps]);
    if (area >= 0) hits.add(area);
  }
  return [...hits];
}

/** The units whose middles are inside a closed path, by the even–odd rule. Cost: what its box holds, times its corners. */
export function unitsInside({ x, y, grid }: MapShapes, view: MapView, path: readonly Pixel[]): number[] {
  const xs = path.map(([px]) => px);
  const ys = path.map(([, py]) => py);
  const low: Pixel = [Math.min(...xs), Math.min(...ys)];
  const high: Pixel = [Math.max(...xs), Math.max(...ys)];
  return [...grid.near(around(view, low, high, 0))].filter((unit) => {
    const px = pixelX(view, x[unit] ?? 0);
    const py = pixelY(view, y[unit] ?? 0);
    let inside = false;
    path.forEach(([ax, ay], corner) => {
      const [bx, by] = path[corner === 0 ? path.length - 1 : corner - 1] ?? [ax, ay];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
    });
    return inside;
  });
}
