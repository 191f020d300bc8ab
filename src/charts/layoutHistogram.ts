import { scaleLinear } from 'd3-scale';
import type { Histogram } from '../stats/summary';
import type { PlotBox } from './plotBox';
import { makeValueAxis, type Tick, type ValueAxis } from './valueAxis';

export interface HistogramBar {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** At or above the target; a bin that the target divides is drawn as two bars of one height. */
  readonly reached: boolean;
}

export interface HistogramBin {
  /** Edges in the figure's unit. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly share: number;
  readonly x: number;
  readonly width: number;
}

export interface HistogramLayout {
  readonly x: (value: number) => number;
  readonly xDomain: readonly [number, number];
  readonly xTicks: readonly Tick[];
  /** Share of the trials, from zero. */
  readonly y: ValueAxis;
  readonly bins: readonly HistogramBin[];
  readonly bars: readonly HistogramBar[];
  /** Pixels of the target, where there is one. */
  readonly targetX?: number;
}

const PIXELS_PER_TICK = 90;

/** The picture of a distribution: share of trials by bin, with what reached the target told apart. */
export function layoutHistogram(
  histogram: Histogram,
  target: number | undefined,
  box: PlotBox,
): HistogramLayout {
  const { start, width, counts } = histogram;
  const trials = counts.reduce((sum, count) => sum + count, 0);
  const end = start + width * Math.max(1, counts.length);
  const scale = scaleLinear()
    .domain([Math.min(start, target ?? start), Math.max(end, target ?? end)])
    .range([box.left, box.right]);
  const [first = 0, last = 1] = scale.domain();
  const x = (value: number) => scale(value);
  const shares = counts.map((count) => (trials > 0 ? count / trials : 0));
  const y = makeValueAxis(shares, box, { fromZero: true });
  const bins = counts.map((count, index): HistogramBin => {
    const from = start + index * width;
    const to = from + width;
    return { from, to, count, share: shares[index] ?? 0, x: x(from), width: x(to) - x(from) };
  });
  const ticks = scale.ticks(Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK)));
  return {
    x,
    xDomain: [first, last],
    xTicks: ticks.map((value) => ({ value, at: x(value) })),
    y,
    bins,
    bars: bins.filter((bin) => bin.count > 0).flatMap((bin) => makeBars(bin, target, x, y, box)),
    ...(target !== undefined && { targetX: x(target) }),
  };
}

function makeBars(
  bin: HistogramBin,
  target: number | undefined,
  x: (value: number) => number,
  y: ValueAxis,
  box: PlotBox,
): HistogramBar[] {
  const top = y.scale(bin.share);
  const bar = (from: number, to: number, reached: boolean): HistogramBar => ({
    x: x(from),
    width: x(to) - x(from),
    y: top,
    height: box.bottom - top,
    reached,
  });
  if (target === undefined || target <= bin.from) return [bar(bin.from, bin.to, true)];
  if (target >= bin.to) return [bar(bin.from, bin.to, false)];
  return [bar(bin.from, target, false), bar(target, bin.to, true)];
}
