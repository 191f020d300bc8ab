export interface RampLayout {
  readonly line: string;
  readonly area: string;
  /** Where 100 % and 0 % lie. */
  readonly full: number;
  readonly bottom: number;
  /** Months of tenure, counted from 1, in the middle of their step; every so many that they do not touch. */
  readonly ticks: readonly { readonly month: number; readonly x: number }[];
}

/** A step for each month of the ramp and two of full productivity after it, in a box of that size in pixels. */
export function rampSteps(ramp: readonly number[], width: number, height: number): RampLayout {
  const steps = [...ramp, 1, 1];
  const top = Math.max(1, ...steps);
  const x = (month: number) => Number(((month / steps.length) * width).toFixed(2));
  const y = (share: number) => Number((height - (share / top) * (height - 1)).toFixed(2));
  const line = steps
    .map((share, month) => `${month === 0 ? 'M' : 'L'}${x(month)} ${y(share)}H${x(month + 1)}`)
    .join('');
  const every = Math.max(1, Math.ceil((steps.length * 22) / width));
  const ticks = steps.flatMap((_, index) =>
    index % every === 0 ? [{ month: index + 1, x: x(index + 0.5) }] : [],
  );
  return { line, area: `${line}V${height}H0Z`, full: y(1), bottom: height, ticks };
}
