export interface HeadcountBand {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/**
 * Paths of the headcount, a step for each month: x is the month's index, y falls from 94 at the least count
 * shown to 6 at the largest (the figures beneath say how many; a line of 120 seats from zero would be flat). `mean` and `band` are absent without figures of a run.
 */
export function headcountPaths(
  planned: readonly number[],
  band: readonly HeadcountBand[],
): { planned: string; mean?: string; band?: string } {
  const counts = [...planned, ...band.flatMap((each) => [each.low, each.high])];
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const y = (count: number) =>
    Number((most === least ? 50 : 94 - ((count - least) / (most - least)) * 88).toFixed(2));
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
