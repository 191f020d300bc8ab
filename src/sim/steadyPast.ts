/**
 * What somebody has in the pipeline from a steady past of that tenure (months, ramp included): closed deals by month of
 * the plan, where a ramped month's opportunities make one. `lag` is the share won so many months after creation.
 */
export function steadyPast(
  ramp: readonly number[],
  lag: Float64Array,
  tenure: number,
  months: number,
): Float64Array {
  const rampedBy = (time: number) => {
    let sum = 0;
    for (let month = 0; month < time; month++) sum += (ramp[month] ?? 1) * Math.min(1, time - month);
    return sum;
  };
  const row = new Float64Array(months);
  for (let ago = 1; ago <= Math.ceil(tenure); ago++) {
    const share = rampedBy(Math.max(0, tenure - ago + 1)) - rampedBy(Math.max(0, tenure - ago));
    for (let month = 0; month < months; month++)
      row[month] = (row[month] ?? 0) + share * (lag[month + ago] ?? 0);
  }
  return row;
}
