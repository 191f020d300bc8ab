import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

/** What one part adds on the way from one figure to another, with the standard error of that. */
export interface ReasonStep {
  readonly value: number;
  readonly standardError: number;
}

export interface ReasonBar {
  readonly y: number;
  /** Where the way stands before and after it. */
  readonly fromX: number;
  readonly toX: number;
  readonly x: number;
  readonly width: number;
  /** Its end, one standard error to either side. */
  readonly errorX: readonly [number, number];
}

export interface ReasonsLayout {
  readonly ticks: readonly Tick[];
  readonly startX: number;
  readonly endX: number;
  readonly bars: readonly ReasonBar[];
}

const PIXELS_PER_TICK = 90;

/** The way from `from` to `to` by steps that add up to it: bars that float from where the last one ended, rows `rowHeight` apart, the first row under that of `from`. */
export function layoutReasons(
  from: number,
  to: number,
  steps: readonly ReasonStep[],
  box: PlotBox,
  rowHeight: number,
): ReasonsLayout {
  const stands = steps.reduce<number[]>((way, { value }) => [...way, (way.at(-1) ?? from) + value], [from]);
  const reach = steps.flatMap(({ standardError }, index) => {
    const end = stands[index + 1] ?? from;
    return [end - standardError, end + standardError];
  });
  const values = [...stands, ...reach, to];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wanted = Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK));
  const pad = low < high ? (high - low) * 0.06 : 1;
  const scale = scaleLinear()
    .domain([low - pad, high + pad])
    .range([box.left, box.right]);
  return {
    ticks: scale.ticks(wanted).map((value) => ({ value, at: scale(value) })),
    startX: scale(from),
    endX: scale(to),
    bars: steps.map(({ standardError }, index) => {
      const [before, after] = [stands[index] ?? from, stands[index + 1] ?? from];
      const [fromX, toX] = [scale(before), scale(after)];
      return {
        y: box.top + (index + 1) * rowHeight,
        fromX,
        toX,
        x: Math.min(fromX, toX),
        width: Math.abs(toX - fromX),
        errorX: [scale(after - standardError), scale(after + standardError)],
      };
    }),
  };
}
