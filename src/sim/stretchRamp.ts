/** A ramp squeezed further is none; month ÷ factor must stay finite. */
const SHORTEST_RAMP = 1e-9;

/** A ramp that takes `factor` times as long: each month of tenure is the time-weighted blend of the months it now spans. */
export function stretchRamp(ramp: readonly number[], factor: number): number[] {
  if (factor === 1) return [...ramp];
  if (factor < SHORTEST_RAMP) return [];
  const length = Math.ceil(ramp.length * factor);
  const stretched: number[] = [];
  for (let month = 0; month < length; month++) {
    const from = month / factor;
    const to = (month + 1) / factor;
    let sum = 0;
    for (let old = Math.floor(from); old < Math.min(to, ramp.length); old++) {
      const covered = Math.min(to, old + 1) - Math.max(from, old);
      sum += covered * (ramp[old] ?? 1);
    }
    sum += Math.max(0, to - Math.max(from, ramp.length));
    stretched.push(sum / (to - from));
  }
  return stretched;
}
