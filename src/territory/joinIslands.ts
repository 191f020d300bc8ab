import type { Edge } from './graph';
import type { Rings } from './rings';

type Point = readonly [x: number, y: number];

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const NOTHING = new Float64Array();
/** Madagascar is not to hang on France because Réunion is near, in km from the centre. */
const OVERSEAS = 2500;

interface Bridge {
  readonly from: number;
  readonly to: number;
  readonly square: number;
}

/**
 * Bridges (borders of no length) that make all units hang together: the group of the fewest units is joined to the unit nearest to
 * it, corner to corner, until there is one. A unit without an outline is the point of `centres`. Cost: pairs of units in small
 * groups with all others, and corners of those whose boxes come near enough.
 */
export function joinIslands(rings: Rings, centres: readonly Point[], edges: readonly Edge[]): Edge[] {
  const count = centres.length;
  const groupOf = Int32Array.from({ length: count }, (_, unit) => unit);
  const members: number[][] = Array.from({ length: count }, (_, unit) => [unit]);
  const merge = (one: number, other: number) => {
    const [a, b] = [groupOf[one] ?? 0, groupOf[other] ?? 0];
    if (a === b) return;
    const [into, gone] = (members[a]?.length ?? 0) >= (members[b]?.length ?? 0) ? [a, b] : [b, a];
    for (const unit of members[gone] ?? []) {
      groupOf[unit] = into;
      members[into]?.push(unit);
    }
    members[gone] = [];
  };
  for (const { from, to } of edges) merge(from, to);
  const corners = centres.map((centre, unit) => cornersOf(rings, unit, centre));
  const boxes = corners.map(boxOf);
  const bridges: Edge[] = [];
  for (;;) {
    const groups = members.filter((group) => group.length > 0);
    if (groups.length < 2) return bridges;
    const smallest = groups.reduce((least, each) => (each.length < least.length ? each : least));
    const bridge = nearest(smallest, groupOf, boxes, corners);
    if (bridge === undefined) return bridges;
    bridges.push({ from: bridge.from, to: bridge.to, km: 0 });
    merge(bridge.from, bridge.to);
  }
}

/** A unit's corners, x and y in turns, but those of parts overseas; its centre alone where it has none. */
function cornersOf({ x, y, ringStart, shapeStart }: Rings, unit: number, [cx, cy]: Point): Float64Array {
  const first = ringStart[shapeStart[unit] ?? 0] ?? 0;
  const end = ringStart[shapeStart[unit + 1] ?? 0] ?? 0;
  const flat: number[] = [];
  for (let corner = first; corner < end; corner++) {
    const [px, py] = [x[corner] ?? 0, y[corner] ?? 0];
    if ((px - cx) * (px - cx) + (py - cy) * (py - cy) < OVERSEAS * OVERSEAS) flat.push(px, py);
  }
  return flat.length === 0 ? Float64Array.of(cx, cy) : Float64Array.from(flat);
}

function boxOf(corners: Float64Array): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < corners.length; at += 2) {
    const [x, y] = [corners[at] ?? 0, corners[at + 1] ?? 0];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, east, south, north };
}

/** No corner of one is nearer to one of the other, squared. */
function boxesApart(a: Box, b: Box): number {
  const dx = Math.max(0, a.west - b.east, b.west - a.east);
  const dy = Math.max(0, a.south - b.north, b.south - a.north);
  return dx * dx + dy * dy;
}

function nearest(
  group: readonly number[],
  groupOf: Int32Array,
  boxes: readonly Box[],
  corners: readonly Float64Array[],
): Bridge | undefined {
  let best: Bridge | undefined;
  const least = new Float64Array(boxes.length);
  const reach = (from: number, to: number, limit: number) =>
    cornersApart(corners[from] ?? NOTHING, corners[to] ?? NOTHING, boxes[to], limit);
  for (const from of group) {
    const own = boxes[from];
    if (own === undefined) continue;
    let first = -1;
    boxes.forEach((box, to) => {
      least[to] = groupOf[to] === groupOf[from] ? Infinity : boxesApart(own, box);
      if ((least[to] ?? 0) < (first < 0 ? Infinity : (least[first] ?? 0))) first = to;
    });
    if (first < 0) continue;
    best ??= { from, to: first, square: reach(from, first, Infinity) };
    // only those whose boxes come nearer than what is found are put in order: most are far away
    const limit = best.square;
    const near = Array.from(least.keys()).filter((to) => (least[to] ?? 0) < limit);
    near.sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b);
    for (const to of near) {
      if ((least[to] ?? 0) >= best.square) break;
      const square = reach(from, to, best.square);
      if (square < best.square) best = { from, to, square };
    }
  }
  return best;
}

/** The least distance of a corner to one of the other's, squared; `limit` or more where none is nearer than that. */
function cornersApart(a: Float64Array, b: Float64Array, boxOfB: Box | undefined, limit: number): number {
  let least = limit;
  if (boxOfB === undefined) return limit;
  for (let i = 0; i < a.length; i += 2) {
    const [x, y] = [a[i] ?? 0, a[i + 1] ?? 0];
    if (boxesApart({ west: x, east: x, south: y, north: y }, boxOfB) >= least) continue;
    for (let j = 0; j < b.length; j += 2) {
      const dx = x - (b[j] ?? 0);
      const dy = y - (b[j + 1] ?? 0);
      const square = dx * dx + dy * dy;
      if (square < least) least = square;
    }
  }
  return least;
}
