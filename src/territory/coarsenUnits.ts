import type { Units } from './units';

/**
 * Units gathered into about so many clumps of neighbours by a kd-tree: halves along the longer side until a clump holds no
 * more than its share of units. Clumps lie at their weight's centre; borders among them are left out. Cost: n log n a level.
 */
export function coarsenUnits({ count, x, y, weight }: Units, clumps: number): Units {
  const most = Math.max(1, Math.ceil(count / clumps));
  const cx: number[] = [];
  const cy: number[] = [];
  const loads: number[] = [];
  const gather = (members: Int32Array): void => {
    let left = Infinity;
    let right = -Infinity;
    let low = Infinity;
    let high = -Infinity;
    for (const unit of members) {
      const ux = x[unit] ?? 0;
      const uy = y[unit] ?? 0;
      left = Math.min(left, ux);
      right = Math.max(right, ux);
      low = Math.min(low, uy);
      high = Math.max(high, uy);
    }
    if (members.length <= most) {
      let load = 0;
      let sx = 0;
      let sy = 0;
      for (const unit of members) {
        const own = weight[unit] ?? 0;
        load += own;
        sx += own * (x[unit] ?? 0);
        sy += own * (y[unit] ?? 0);
      }
      cx.push(load > 0 ? sx / load : (left + right) / 2);
      cy.push(load > 0 ? sy / load : (low + high) / 2);
      loads.push(load);
      return;
    }
    const along = right - left >= high - low ? x : y;
    members.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
    const middle = members.length >> 1;
    gather(members.subarray(0, middle));
    gather(members.subarray(middle));
  };
  if (count > 0) gather(Int32Array.from({ length: count }, (_, unit) => unit));
  return {
    count: loads.length,
    x: Float64Array.from(cx),
    y: Float64Array.from(cy),
    weight: Float64Array.from(loads),
    graph: { start: new Int32Array(loads.length + 1), to: new Int32Array(0), border: new Float64Array(0) },
  };
}
