export interface BorderFlow {
  /** Weight that crosses borders, all together; Infinity where no flow along them will do. */
  readonly total: number;
  /** Weight from one territory to another, by rows. */
  readonly flow: Float64Array;
}

/**
 * The least weight that must cross borders between territories that touch now for every load to come within its bounds, if
 * weight could be cut as finely as one likes. A guide, not a bound: territories may come to touch as units move, and a unit may then
 * go where it could not go at first. Infinity where no flow along the
 * borders will do. `joined` says by rows whether two territories touch. A minimum-cost flow by shortest paths (Ford &
 * Fulkerson 1962; Busacker & Gowen 1960). Cost: some territories² a path.
 */
export function borderFlow(
  loads: Float64Array,
  lowest: Float64Array,
  highest: Float64Array,
  joined: Uint8Array,
): BorderFlow {
  const k = loads.length;
  const rest = loads.slice();
  const flow = new Float64Array(k * k);
  const least =
    1e-9 *
    Math.max(
      1e-300,
      loads.reduce((sum, each) => sum + each, 0),
    );
  let crossed = 0;
  for (;;) {
    // who must give, and failing these who must be given to
    const over = farthestOff(rest, (t) => (rest[t] ?? 0) - (highest[t] ?? 0), least);
    const under = over < 0 ? farthestOff(rest, (t) => (lowest[t] ?? 0) - (rest[t] ?? 0), least) : -1;
    if (over < 0 && under < 0) return { total: crossed, flow };
    const gives = over >= 0;
    const start = gives ? over : under;
    const path = shortestPath(start, gives, k, flow, joined, (t) =>
      gives ? (highest[t] ?? 0) - (rest[t] ?? 0) > least : (rest[t] ?? 0) - (lowest[t] ?? 0) > least,
    );
    if (!path) return { total: Infinity, flow };
    const end = path.at(-1) ?? start;
    let amount = gives
      ? Math.min((rest[start] ?? 0) - (highest[start] ?? 0), (highest[end] ?? 0) - (rest[end] ?? 0))
      : Math.min((lowest[start] ?? 0) - (rest[start] ?? 0), (rest[end] ?? 0) - (lowest[end] ?? 0));
    const steps = path.slice(1).map((to, index) => {
      const from = path[index] ?? 0;
      return gives ? { from, to } : { from: to, to: from };
    });
    for (const { from, to } of steps) {
      const back = flow[to * k + from] ?? 0;
      if (back > least) amount = Math.min(amount, back);
    }
    for (const { from, to } of steps) {
      const back = flow[to * k + from] ?? 0;
      if (back > least) {
        flow[to * k + from] = back - amount;
        crossed -= amount;
      } else {
        flow[from * k + to] = (flow[from * k + to] ?? 0) + amount;
        crossed += amount;
      }
    }
    const sign = gives ? 1 : -1;
    rest[start] = (rest[start] ?? 0) - sign * amount;
    rest[end] = (rest[end] ?? 0) + sign * amount;
  }
}

function farthestOff(rest: Float64Array, off: (t: number) => number, least: number): number {
  let worst = -1;
  for (let t = 0; t < rest.length; t++) if (off(t) > least && (worst < 0 || off(t) > off(worst))) worst = t;
  return worst;
}

/** The cheapest way along borders to a territory that will do (Bellman & Ford): a border costs one, and taking back what went the other way costs minus one. */
function shortestPath(
  start: number,
  gives: boolean,
  k: number,
  flow: Float64Array,
  joined: Uint8Array,
  willDo: (t: number) => boolean,
): number[] | undefined {
  const cost = new Float64Array(k).fill(Infinity);
  const before = new Int32Array(k).fill(-1);
  cost[start] = 0;
  for (let pass = 0, changed = true; pass < k && changed; pass++) {
    changed = false;
    for (let from = 0; from < k; from++) {
      const here = cost[from] ?? Infinity;
      if (here === Infinity) continue;
      for (let to = 0; to < k; to++) {
        if (!joined[from * k + to] || to === start) continue;
        const back = gives ? (flow[to * k + from] ?? 0) : (flow[from * k + to] ?? 0);
        const there = here + (back > 0 ? -1 : 1);
        if (there >= (cost[to] ?? Infinity) - 1e-12) continue;
        cost[to] = there;
        before[to] = from;
        changed = true;
      }
    }
  }
  let end = -1;
  for (let t = 0; t < k; t++)
    if (
      t !== start &&
      willDo(t) &&
      (end < 0 ? (cost[t] ?? Infinity) < Infinity : (cost[t] ?? 0) < (cost[end] ?? 0))
    )
      end = t;
  if (end < 0) return undefined;
  const path = [end];
  for (let t = end; t !== start && path.length <= k;) {
    t = before[t] ?? start;
    path.push(t);
  }
  return path.reverse();
}
