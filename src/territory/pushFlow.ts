import { Contiguity } from './contiguity';
import { SplitState } from './splitState';
import type { Split, Units } from './units';

/**
 * Moves units across borders until about as much weight has crossed each as the flow says: of the units on a border the one
 * that fits what is left to cross and makes the territories longest the least, and only where both stay whole. Cost: the
 * border's units for each unit moved.
 */
export function pushFlow(
  units: Units,
  start: Split,
  flow: Float64Array,
  targets: Float64Array,
  locked?: Uint8Array,
): Split {
  const k = targets.length;
  const { graph, weight } = units;
  const state = new SplitState(units, start, targets);
  const whole = new Contiguity(graph, state.split);
  const left = flow.slice();
  const members: Set<number>[] = Array.from({ length: k }, () => new Set());
  start.forEach((territory, unit) => members[territory]?.add(unit));
  const open = new Set<number>();
  left.forEach((amount, pair) => amount > 0 && open.add(pair));
  while (open.size > 0) {
    const [pair = 0] = [...open].sort((a, b) => (left[b] ?? 0) - (left[a] ?? 0) || a - b);
    const from = Math.floor(pair / k);
    const to = pair % k;
    const rest = left[pair] ?? 0;
    let best = -1;
    let least = Infinity;
    for (const unit of members[from] ?? []) {
      const own = weight[unit] ?? 0;
      // half a unit too much is as near as half a unit too little
      if (locked?.[unit] || own === 0 || own / 2 > rest || !whole.touches(unit, to)) continue;
      const cost = (state.inertiaChange(unit, to) + 0.3 * state.borderChange(unit, to)) / own;
      if (cost >= least || !whole.staysWhole(unit)) continue;
      least = cost;
      best = unit;
    }
    if (best < 0) {
      open.delete(pair);
      continue;
    }
    members[from]?.delete(best);
    members[to]?.add(best);
    state.move(best, to);
    left[pair] = rest - (weight[best] ?? 0);
    if ((left[pair] ?? 0) <= 0) open.delete(pair);
  }
  return state.split;
}
