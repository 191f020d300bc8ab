import type { Rings } from './rings';

/** A ring's enclosed area with the sign of its turn, and its centroid, in the coordinates' own unit. */
export interface RingMeasure {
  readonly area: number;
  readonly x: number;
  readonly y: number;
}

/** By the trapezoids under its sides (the shoelace formula), from its first corner so that no digits are lost. Linear in its corners. */
export function measureRing({ x, y, ringStart }: Rings, ring: number): RingMeasure {
  const [first = 0, end = 0] = [ringStart[ring], ringStart[ring + 1]];
  const [x0, y0] = [x[first] ?? 0, y[first] ?? 0];
  let [area, sumX, sumY] = [0, 0, 0];
  for (let corner = first; corner < end; corner++) {
    const next = corner + 1 === end ? first : corner + 1;
    const [ax, ay] = [(x[corner] ?? 0) - x0, (y[corner] ?? 0) - y0];
    const [bx, by] = [(x[next] ?? 0) - x0, (y[next] ?? 0) - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  return area === 0
    ? { area: 0, x: x0, y: y0 }
    : { area: area / 2, x: x0 + sumX / (3 * area), y: y0 + sumY / (3 * area) };
}

/** The area of a shape: its rings' less its holes', of which `holes` says which they are (1). */
export function measureShape(rings: Rings, shape: number, holes: Uint8Array): number {
  let area = 0;
  const end = rings.shapeStart[shape + 1] ?? 0;
  for (let ring = rings.shapeStart[shape] ?? 0; ring < end; ring++) {
    const own = Math.abs(measureRing(rings, ring).area);
    area += holes[ring] === 1 ? -own : own;
  }
  return area;
}

/** Whether a point lies inside a shape, by the even–odd rule. Linear in its corners. */
export function isInside(
  { x, y, ringStart, shapeStart }: Rings,
  shape: number,
  px: number,
  py: number,
): boolean {
  let inside = false;
  const end = shapeStart[shape + 1] ?? 0;
  for (let ring = shapeStart[shape] ?? 0; ring < end; ring++) {
    const [first = 0, last = 0] = [ringStart[ring], ringStart[ring + 1]];
    let [bx, by] = [x[last - 1] ?? 0, y[last - 1] ?? 0];
    for (let corner = first; corner < last; corner++) {
      const [ax, ay] = [x[corner] ?? 0, y[corner] ?? 0];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
      [bx, by] = [ax, ay];
    }
  }
  return inside;
}
