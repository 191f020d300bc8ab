/**
 * The assignment of rows to columns with the largest sum, rows and columns each used once: `result[row]` is its column.
 * `worth` is given by rows, n × n. Source: Kuhn 1955, Naval Research Logistics 2, in the form with potentials (Jonker &
 * Volgenant 1987). Cost: n³.
 */
export function matchLabels(worth: Float64Array, n: number): Int32Array {
  const rowPrice = new Float64Array(n + 1);
  const columnPrice = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const cameFrom = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    const least = new Float64Array(n + 1).fill(Infinity);
    const used = new Uint8Array(n + 1);
    let column = 0;
    do {
      used[column] = 1;
      const at = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const cost = -(worth[(at - 1) * n + j - 1] ?? 0) - (rowPrice[at] ?? 0) - (columnPrice[j] ?? 0);
        if (cost < (least[j] ?? 0)) {
          least[j] = cost;
          cameFrom[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          const r = rowOf[j] ?? 0;
          rowPrice[r] = (rowPrice[r] ?? 0) + delta;
          columnPrice[j] = (columnPrice[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const result = new Int32Array(n);
  for (let j = 1; j <= n; j++) result[(rowOf[j] ?? 1) - 1] = j - 1;
  return result;
}
