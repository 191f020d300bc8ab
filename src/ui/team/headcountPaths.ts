export interface HeadcountBand {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/**
 * Paths of the headcount, a step for each month: x is the month's index, y falls from 100 at zero to 4 at the
 * largest count. `mean` and `band` are absent without figures of a run.
 */
export function headcountPaths(
  planned: readonly number[],
  band: readonly HeadcountBand[],
): { planned: string; mean?: string; band?: string } {
  const top = Math.max(1, ...planned, ...band.map((each) => each.high));
  const y = (count: number) => Number((100 - (count / top) * 96).toFixed(2));
  const steps = (counts: readonly number[]) =>
    counts.map((count, month) => `${month === 0 ? 'M0' : 'L' + month} ${y(count)}H${month + 1}`).join('');
  if (band.length === 0) return { planned: steps(planned) };
  const back = band.map((_, index) => {
    const month = band.length - 1 - index;
    return `L${month + 1} ${y(band[month]?.low ?? 0)}H${month}`;
  });
  return {
    planned: steps(planned),
    mean: steps(band.map((each) => each.mean)),
    band: `${steps(band.map((each) => each.high))}${back.join('')}Z`,
  };
}
