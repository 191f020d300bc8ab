/** π ÷ 180, rounded once. */
const DEGREE = 0.017453292519943295;

/**
 * Sine of an angle in degrees, made of + − × alone: the host's own differs in its last digits between engines. The angle
 * is first brought to within 45° of a multiple of 90°, which is exact; then Taylor's series to the 17th power. Within
 * 3e-16 of the true value for any angle of a place (±360°).
 */
export function sinDegrees(angle: number): number {
  const quarter = Math.round(angle / 90);
  const r = (angle - 90 * quarter) * DEGREE;
  const turn = ((quarter % 4) + 4) % 4;
  const value = turn % 2 === 0 ? sinSeries(r) : cosSeries(r);
  return turn < 2 ? value : -value;
}

/** Cosine of an angle in degrees, as `sinDegrees`. */
export function cosDegrees(angle: number): number {
  const quarter = Math.round(angle / 90);
  const r = (angle - 90 * quarter) * DEGREE;
  const turn = ((quarter % 4) + 4) % 4;
  const value = turn % 2 === 0 ? cosSeries(r) : sinSeries(r);
  return turn === 0 || turn === 3 ? value : -value;
}

/** At |r| ≤ π/4 the first term left out is below 5e-18. */
function sinSeries(r: number): number {
  const square = r * r;
  let sum = 0;
  for (let n = 17; n >= 3; n -= 2) sum = ((1 + sum) * -square) / (n * (n - 1));
  return r + r * sum;
}

function cosSeries(r: number): number {
  const square = r * r;
  let sum = 0;
  for (let n = 18; n >= 2; n -= 2) sum = ((1 + sum) * -square) / (n * (n - 1));
  return 1 + sum;
}
