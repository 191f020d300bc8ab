import type { Edge } from './graph';
import { makeGraph } from './graph';
import { subsetUnits, type Subset } from './subsetUnits';
import type { Units } from './units';

/**
 * The units without those of `out`, as if these were not there: what lay around a hole is neighbour to what comes next around
 * it, so that nobody is cut off by an account that the map has no say in. Cost: linear, and a sort of each hole's rim.
 */
export function carveUnits(units: Units, out: Uint8Array): Subset {
  const { count, graph, x, y } = units;
  const members = Int32Array.from({ length: count }, (_, unit) => unit).filter((unit) => out[unit] !== 1);
  const subset = subsetUnits(units, members);
  if (members.length === count) return subset;
  const placeOf = new Int32Array(count).fill(-1);
  members.forEach((unit, place) => (placeOf[unit] = place));
  const edges = edgesOf(subset.units);
  const joined = new Set(edges.map(({ from, to }) => from * members.length + to));
  const seen = new Uint8Array(count);
  for (let first = 0; first < count; first++) {
    if (out[first] !== 1 || seen[first] === 1) continue;
    const hole = [first];
    const rim = new Set<number>();
    seen[first] = 1;
    for (const unit of hole) {
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const other = graph.to[edge] ?? 0;
        if (out[other] !== 1) rim.add(other);
        else if (seen[other] !== 1) {
          seen[other] = 1;
          hole.push(other);
        }
      }
    }
    const around = inTurn([...rim], x, y);
    around.forEach((unit, turn) => {
      const next = around[(turn + 1) % around.length] ?? unit;
      const from = Math.min(placeOf[unit] ?? 0, placeOf[next] ?? 0);
      const to = Math.max(placeOf[unit] ?? 0, placeOf[next] ?? 0);
      if (from === to || joined.has(from * members.length + to)) return;
      joined.add(from * members.length + to);
      edges.push({ from, to, km: 0 });
    });
  }
  return { members, units: { ...subset.units, graph: makeGraph(members.length, edges) } };
}

function edgesOf({ count, graph }: Units): Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < count; from++) {
    const end = graph.start[from + 1] ?? 0;
    for (let edge = graph.start[from] ?? 0; edge < end; edge++) {
      const to = graph.to[edge] ?? 0;
      if (to > from) edges.push({ from, to, km: graph.border[edge] ?? 0 });
    }
  }
  return edges;
}

/** Units in their order around the middle of them all, by how far round a diamond they lie: an angle without a sine. */
function inTurn(rim: readonly number[], x: Float64Array, y: Float64Array): number[] {
  const middle = (values: Float64Array) =>
    rim.reduce((sum, unit) => sum + (values[unit] ?? 0), 0) / Math.max(1, rim.length);
  const [mx, my] = [middle(x), middle(y)];
  const turn = (unit: number) => {
    const dx = (x[unit] ?? 0) - mx;
    const dy = (y[unit] ?? 0) - my;
    const size = Math.abs(dx) + Math.abs(dy);
    if (size === 0) return 0;
    return dy >= 0 ? 1 - dx / size : 3 + dx / size;
  };
  const turns = new Map(rim.map((unit) => [unit, turn(unit)]));
  return [...rim].sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0) || a - b);
}
