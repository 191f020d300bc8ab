/** Which units touch which: the neighbours of unit i are `to[start[i]]` to `to[start[i + 1] − 1]`, and `border` says along how many km. */
export interface Graph {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly border: Float64Array;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Length of the common border in km; zero for a bridge to an island. */
  readonly km: number;
}

/** The graph of that many units; every edge counts both ways. Cost: linear. */
export function makeGraph(count: number, edges: readonly Edge[]): Graph {
  const start = new Int32Array(count + 1);
  for (const { from, to } of edges) {
    start[from + 1] = (start[from + 1] ?? 0) + 1;
    start[to + 1] = (start[to + 1] ?? 0) + 1;
  }
  for (let unit = 0; unit < count; unit++) start[unit + 1] = (start[unit + 1] ?? 0) + (start[unit] ?? 0);
  const next = start.slice();
  const ends = new Int32Array(2 * edges.length);
  const border = new Float64Array(2 * edges.length);
  const put = (from: number, to: number, km: number) => {
    const place = next[from] ?? 0;
    ends[place] = to;
    border[place] = km;
    next[from] = place + 1;
  };
  for (const { from, to, km } of edges) {
    put(from, to, km);
    put(to, from, km);
  }
  return { start, to: ends, border };
}
