import type { Rings } from './rings';

/** Rings in degrees of longitude that cross the 180th meridian go on beyond it, and do not jump around the globe. Changes them. Linear. */
export function unwrapRings({ x, ringStart }: Rings): void {
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const end = ringStart[ring + 1] ?? 0;
    for (let corner = (ringStart[ring] ?? 0) + 1; corner < end; corner++) {
      const jump = (x[corner] ?? 0) - (x[corner - 1] ?? 0);
      x[corner] = (x[corner] ?? 0) - 360 * Math.round(jump / 360);
    }
  }
}
