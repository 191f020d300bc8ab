/**
 * Who goes where, by groups: people of each origin (`from`, how many) to the places of each destination (`to`, as many
 * together), so that the sum of what each is worth there (`worth`, origin × destination by rows) is largest. Returns how
 * many go from each origin to each destination, by rows. It is the transportation problem (Hitchcock 1941) by successive
 * shortest paths with prices (Edmonds & Karp 1972; Tomizawa 1971); with one person and one place each it is `matchLabels`.
 * Cost: at most (origins + destinations) × origins × destinations for most inputs.
 */
export function matchCrews(worth: Float64Array, from: ArrayLike<number>, to: ArrayLike<number>): Int32Array {
  const [origins, destinations] = [from.length, to.length];
  const flow = new Int32Array(origins * destinations);
  const free = Int32Array.from(to);
  const price = new Float64Array(destinations);
  const paid = new Float64Array(origins);
  // Costs are not negative at first where each origin pays its best.
  for (let o = 0; o < origins; o++) {
    let best = -Infinity;
    for (let d = 0; d < destinations; d++) best = Math.max(best, worth[o * destinations + d] ?? 0);
    paid[o] = -best;
  }
  for (let o = 0; o < origins; o++)
    for (let left = from[o] ?? 0; left > 0;) {
      const path = shortestPath(o);
      if (!path) return flow;
      let most = Math.min(left, free[path.end] ?? 0);
      for (const [origin, , back] of path.steps)
        if (back >= 0) most = Math.min(most, flow[origin * destinations + back] ?? 0);
      for (const [origin, forth, back] of path.steps) {
        flow[origin * destinations + forth] = (flow[origin * destinations + forth] ?? 0) + most;
        if (back >= 0) flow[origin * destinations + back] = (flow[origin * destinations + back] ?? 0) - most;
      }
      free[path.end] = (free[path.end] ?? 0) - most;
      left -= most;
    }
  return flow;

  /** The cheapest way from an origin to a destination with a free place: origins, where each goes and whence it makes room. */
  function shortestPath(start: number) {
    const far = new Float64Array(destinations).fill(Infinity);
    const cameFrom = new Int32Array(destinations).fill(-1);
    const done = new Uint8Array(destinations);
    const base = new Float64Array(origins).fill(Infinity);
    const whence = new Int32Array(origins).fill(-1);
    const reach = (origin: number, distance: number, back: number) => {
      base[origin] = distance;
      whence[origin] = back;
      for (let d = 0; d < destinations; d++) {
        const step = -(worth[origin * destinations + d] ?? 0) - (paid[origin] ?? 0) - (price[d] ?? 0);
        // A rounding must not make a step pay.
        const way = distance + Math.max(0, step);
        if (done[d] || way >= (far[d] ?? 0)) continue;
        far[d] = way;
        cameFrom[d] = origin;
      }
    };
    reach(start, 0, -1);
    for (;;) {
      let end = -1;
      for (let d = 0; d < destinations; d++)
        if (!done[d] && (far[d] ?? 0) < (end < 0 ? Infinity : (far[end] ?? 0))) end = d;
      if (end < 0) return undefined;
      done[end] = 1;
      const length = far[end] ?? 0;
      if ((free[end] ?? 0) > 0) {
        base.forEach((at, o) => (paid[o] = (paid[o] ?? 0) + (at <= length ? length - at : 0)));
        far.forEach((at, d) => (price[d] = (price[d] ?? 0) - (done[d] && at <= length ? length - at : 0)));
        const steps: (readonly [number, number, number])[] = [];
        for (let forth = end; forth >= 0;) {
          const origin = cameFrom[forth] ?? 0;
          const back = whence[origin] ?? -1;
          steps.push([origin, forth, back]);
          forth = back;
        }
        return { end, steps };
      }
      for (let o = 0; o < origins; o++)
        if (base[o] === Infinity && (flow[o * destinations + end] ?? 0) > 0) reach(o, length, end);
    }
  }
}
