import type { Split, Units } from './units';

/**
 * A first split by recursive bisection: units in order along the principal axis of their weight, cut where both sides
 * have their territories' share. Source: Berger & Bokhari 1987, IEEE Trans. Computers 36. Territories of equal targets
 * are assumed. Cost: n log n for each of the log₂ k levels.
 */
export function bisectUnits({ count, x, y, weight }: Units, territories: number): Split {
  const split = new Int32Array(count);
  const along = new Float64Array(count);
  const cut = (members: Int32Array, first: number, parts: number): void => {
    if (parts <= 1) {
      for (const unit of members) split[unit] = first;
      return;
    }
    const [dx, dy] = principalAxis(members, x, y, weight);
    let total = 0;
    for (const unit of members) {
      along[unit] = dx * (x[unit] ?? 0) + dy * (y[unit] ?? 0);
      total += weight[unit] ?? 0;
    }
    const sorted = members.toSorted((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
    const lower = parts >> 1;
    const share = (total * lower) / parts;
    let sum = 0;
    let end = 0;
    while (end < sorted.length && sum + (weight[sorted[end] ?? 0] ?? 0) / 2 <= share)
      sum += weight[sorted[end++] ?? 0] ?? 0;
    // each side keeps a unit for each of its territories where there are enough
    end = Math.min(
      Math.max(end, Math.min(lower, sorted.length)),
      Math.max(0, sorted.length - (parts - lower)),
    );
    cut(sorted.subarray(0, end), first, lower);
    cut(sorted.subarray(end), first + lower, parts - lower);
  };
  cut(
    Int32Array.from({ length: count }, (_, unit) => unit),
    0,
    territories,
  );
  return split;
}

/** The direction along which the weight is spread most, as a unit vector. */
function principalAxis(
  members: Int32Array,
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
): readonly [number, number] {
  let w = 0;
  let sx = 0;
  let sy = 0;
  for (const unit of members) {
    const own = weight[unit] ?? 0;
    w += own;
    sx += own * (x[unit] ?? 0);
    sy += own * (y[unit] ?? 0);
  }
  const mx = w > 0 ? sx / w : 0;
  const my = w > 0 ? sy / w : 0;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const unit of members) {
    const own = weight[unit] ?? 0;
    const dx = (x[unit] ?? 0) - mx;
    const dy = (y[unit] ?? 0) - my;
    xx += own * dx * dx;
    xy += own * dx * dy;
    yy += own * dy * dy;
  }
  const half = (xx - yy) / 2;
  const largest = (xx + yy) / 2 + Math.sqrt(half * half + xy * xy);
  const dx = xy !== 0 ? largest - yy : xx >= yy ? 1 : 0;
  const dy = xy !== 0 ? xy : xx >= yy ? 0 : 1;
  const length = Math.sqrt(dx * dx + dy * dy);
  return length > 0 ? [dx / length, dy / length] : [1, 0];
}
