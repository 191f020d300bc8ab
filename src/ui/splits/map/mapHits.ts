import { pixelX, pixelY, type MapView } from './mapView';

export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export type Pixel = readonly [x: number, y: number];

/** The unit nearest to a pixel, no farther than `reach` pixels; −1 for none. Linear. */
export function unitAt({ x, y }: Points, view: MapView, [px, py]: Pixel, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let unit = 0; unit < x.length; unit++) {
    const dx = pixelX(view, x[unit] ?? 0) - px;
    const dy = pixelY(view, y[unit] ?? 0) - py;
    const distance = dx * dx + dy * dy;
    if (distance > least) continue;
    least = distance;
    best = unit;
  }
  return best;
}

/** The units within `reach` pixels of a straight stroke between two pixels, so that a fast hand leaves no gaps. Linear. */
export function unitsAlong(
  { x, y }: Points,
  view: MapView,
  [ax, ay]: Pixel,
  [bx, by]: Pixel,
  reach: number,
): number[] {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const hits: number[] = [];
  for (let unit = 0; unit < x.length; unit++) {
    const ux = pixelX(view, x[unit] ?? 0) - ax;
    const uy = pixelY(view, y[unit] ?? 0) - ay;
    const along = length > 0 ? Math.min(1, Math.max(0, (ux * dx + uy * dy) / length)) : 0;
    const [ox, oy] = [ux - along * dx, uy - along * dy];
    if (ox * ox + oy * oy <= reach * reach) hits.push(unit);
  }
  return hits;
}

/** The units inside a closed path, by the even–odd rule. Cost: units times corners. */
export function unitsInside({ x, y }: Points, view: MapView, path: readonly Pixel[]): number[] {
  const hits: number[] = [];
  for (let unit = 0; unit < x.length; unit++) {
    const px = pixelX(view, x[unit] ?? 0);
    const py = pixelY(view, y[unit] ?? 0);
    let inside = false;
    path.forEach(([ax, ay], corner) => {
      const [bx, by] = path[corner === 0 ? path.length - 1 : corner - 1] ?? [ax, ay];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
    });
    if (inside) hits.push(unit);
  }
  return hits;
}
