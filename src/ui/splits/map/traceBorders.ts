import type { Rings } from '../../../territory/rings';
import { UnitGrid } from './unitGrid';

/**
 * Lines that areas meet at, each between the same two of them all along: line `l` has the corners from `start[l]` to
 * `start[l + 1]` and runs between the units `one[l]` and `other[l]`, −1 where there is nothing on the other side.
 */
export interface Borders {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly start: Int32Array;
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly grid: UnitGrid;
}

/** Corners nearer than this are the same, in km: files that were rounded still meet. */
const SAME = 0.01;
const HALF = 2 ** 22;

/** The lines between areas: a piece of outline belongs to two of them where both have it corner for corner. Linear in corners. */
export function traceBorders(rings: Rings): Borders {
  const corner = cornersOf(rings);
  const next = nextCorners(rings);
  const unitOf = unitsOfCorners(rings);
  const count = rings.x.length;
  const key = (at: number) => {
    const [a, b] = [corner[at] ?? 0, corner[next[at] ?? 0] ?? 0];
    return a < b ? a * count + b : b * count + a;
  };
  // Of every piece the corner that it was met at first, and of the two that share it each other's.
  const first = new Map<number, number>();
  const twin = new Int32Array(count).fill(-1);
  for (let at = 0; at < count; at++) {
    const own = key(at);
    const met = first.get(own);
    if (met === undefined) first.set(own, at);
    else if (twin[met] === -1) [twin[met], twin[at]] = [at, met];
  }
  const x: number[] = [];
  const y: number[] = [];
  const [start, one, other]: [number[], number[], number[]] = [[0], [], []];
  for (let ring = 0; ring + 1 < rings.ringStart.length; ring++) {
    let open = -2;
    const [from, end] = [rings.ringStart[ring] ?? 0, rings.ringStart[ring + 1] ?? 0];
    const close = () => {
      if (open !== -2) start.push(x.length);
      open = -2;
    };
    for (let at = from; at < end; at++) {
      const beyond = (twin[at] ?? -1) < 0 ? -1 : (unitOf[twin[at] ?? 0] ?? -1);
      const own = unitOf[at] ?? 0;
      // Told once, by the unit that comes first.
      if (beyond !== -1 && beyond <= own) close();
      else {
        if (open !== beyond) {
          close();
          open = beyond;
          one.push(own);
          other.push(beyond);
          x.push(rings.x[at] ?? 0);
          y.push(rings.y[at] ?? 0);
        }
        x.push(rings.x[next[at] ?? 0] ?? 0);
        y.push(rings.y[next[at] ?? 0] ?? 0);
      }
    }
    close();
  }
  const lines = {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    start: Int32Array.from(start),
    one: Int32Array.from(one),
    other: Int32Array.from(other),
  };
  return { ...lines, grid: new UnitGrid(boxesOfLines(lines)) };
}

/** Of each corner the number of its place: corners of neighbours that are the same have the same. */
function cornersOf({ x, y }: Rings): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(x, (km, corner) => {
    const across = Math.round(km / SAME) + HALF;
    const key = across * 2 * HALF + Math.round((y[corner] ?? 0) / SAME) + HALF;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, corner);
    return corner;
  });
}

function nextCorners({ x, ringStart }: Rings): Int32Array {
  const next = Int32Array.from(x, (_, corner) => corner + 1);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const [from, end] = [ringStart[ring] ?? 0, ringStart[ring + 1] ?? 0];
    if (end > from) next[end - 1] = from;
  }
  return next;
}

function unitsOfCorners({ x, ringStart, shapeStart }: Rings): Int32Array {
  const unitOf = new Int32Array(x.length);
  for (let unit = 0; unit + 1 < shapeStart.length; unit++)
    unitOf.fill(unit, ringStart[shapeStart[unit] ?? 0] ?? 0, ringStart[shapeStart[unit + 1] ?? 0] ?? 0);
  return unitOf;
}

function boxesOfLines({ x, y, start }: Pick<Borders, 'x' | 'y' | 'start'>) {
  const count = start.length - 1;
  const of = (values: Float64Array, pick: (a: number, b: number) => number) =>
    Float64Array.from({ length: count }, (_, line) => {
      const from = start[line] ?? 0;
      let best = values[from] ?? 0;
      for (let at = from + 1; at < (start[line + 1] ?? 0); at++) best = pick(best, values[at] ?? 0);
      return best;
    });
  return { left: of(x, Math.min), right: of(x, Math.max), bottom: of(y, Math.min), top: of(y, Math.max) };
}
