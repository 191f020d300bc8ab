import type { Rings } from '../../../territory/rings';

/**
 * Corners on a grid of that many km, and of those that fall on one place in a row the first alone. Neighbours' corners fall on
 * the same places, so that no gap opens between them. Appends to `x` and `y`; returns how many.
 */
export function coarsenLine(
  line: Pick<Rings, 'x' | 'y'>,
  from: number,
  to: number,
  cell: number,
  x: number[],
  y: number[],
): number {
  const first = x.length;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let corner = from; corner < to; corner++) {
    const cx = cell * Math.round((line.x[corner] ?? 0) / cell);
    const cy = cell * Math.round((line.y[corner] ?? 0) / cell);
    if (cx === lastX && cy === lastY) continue;
    [lastX, lastY] = [cx, cy];
    x.push(cx);
    y.push(cy);
  }
  return x.length - first;
}

/**
 * Outlines with the corners that can be told apart in cells of that many km. Rings smaller than a cell are left out, but never a
 * whole area: one that has no ring left becomes a square of one cell. Linear in corners.
 */
export function coarsenRings(rings: Rings, cell: number): Rings {
  const [x, y]: [number[], number[]] = [[], []];
  const ringStart = [0];
  const shapeStart = [0];
  for (let unit = 0; unit + 1 < rings.shapeStart.length; unit++) {
    const kept = ringStart.length;
    const [first, end] = [rings.shapeStart[unit] ?? 0, rings.shapeStart[unit + 1] ?? 0];
    for (let ring = first; ring < end; ring++) {
      const before = x.length;
      const corners = coarsenLine(
        rings,
        rings.ringStart[ring] ?? 0,
        rings.ringStart[ring + 1] ?? 0,
        cell,
        x,
        y,
      );
      if (corners >= 3 && isSpread(x, y, before)) ringStart.push(x.length);
      else [x.length, y.length] = [before, before];
    }
    if (ringStart.length === kept && end > first) {
      const corner = rings.ringStart[first] ?? 0;
      const cx = cell * Math.round((rings.x[corner] ?? 0) / cell);
      const cy = cell * Math.round((rings.y[corner] ?? 0) / cell);
      const half = cell / 2;
      x.push(cx - half, cx + half, cx + half, cx - half);
      y.push(cy - half, cy - half, cy + half, cy + half);
      ringStart.push(x.length);
    }
    shapeStart.push(ringStart.length - 1);
  }
  return {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    ringStart: Int32Array.from(ringStart),
    shapeStart: Int32Array.from(shapeStart),
  };
}

/** Whether a ring, from that corner to the last, has an area at all. */
function isSpread(x: readonly number[], y: readonly number[], from: number): boolean {
  const [x0, y0] = [x[from] ?? 0, y[from] ?? 0];
  let twice = 0;
  for (let at = from + 1; at + 1 < x.length; at++)
    twice += ((x[at] ?? 0) - x0) * ((y[at + 1] ?? 0) - y0) - ((x[at + 1] ?? 0) - x0) * ((y[at] ?? 0) - y0);
  return Math.abs(twice) > 1e-9;
}
