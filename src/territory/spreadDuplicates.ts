import { cosDegrees, sinDegrees } from './sinDegrees';

/** The angle that fills a disc evenly, in degrees (Vogel 1979). */
const GOLDEN = 137.50776405003785;
/** Points closer than this, in km, are at one place. */
const SAME = 1e-6;
/** Distance of the first of them from the place, in km. */
const STEP = 0.01;

/**
 * Coordinates `[x0, y0, x1, y1, …]` in km in which no two points are the same: those that share a place (accounts at one
 * postcode's centre) lie around it in a sunflower's order, 10 metres apart, so that each has neighbours of its own and the
 * group holds together. Cost: n log n.
 */
export function spreadDuplicates(x: Float64Array, y: Float64Array): Float64Array {
  const count = x.length;
  const at = (list: Float64Array, index: number) => Math.round((list[index] ?? 0) / SAME) * SAME;
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b) || a - b,
  );
  const spread = new Float64Array(2 * count);
  let place = 0;
  order.forEach((point, rank) => {
    const before = order[rank - 1] ?? point;
    place = rank > 0 && at(x, before) === at(x, point) && at(y, before) === at(y, point) ? place + 1 : 0;
    const radius = STEP * Math.sqrt(place);
    const angle = (place * GOLDEN) % 360;
    spread[2 * point] = at(x, point) + radius * cosDegrees(angle);
    spread[2 * point + 1] = at(y, point) + radius * sinDegrees(angle);
  });
  return spread;
}
