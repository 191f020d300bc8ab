import { scaleLinear } from 'd3-scale';
import type { Tick } from './valueAxis';

/** A bar of a waterfall: a total stands on zero, a step lies between where it begins and where it ends. */
export interface WaterfallBar {
  readonly kind: 'total' | 'step';
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The figure as it is read, such as `−$420K`. */
  readonly figure: string;
}

export interface WaterfallRow {
  readonly bar: WaterfallBar;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly direction: 'total' | 'up' | 'down';
  /** The middle of the line that label and figure are written on. */
  readonly textY: number;
  /** From this bar's end down to the next bar, at that x; absent below the last. */
  readonly link?: { readonly x: number; readonly from: number; readonly to: number };
}

export interface WaterfallLayout {
  /** Whether labels stand above their bars, as they do where there is no room beside. */
  readonly stacked: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly rows: readonly WaterfallRow[];
  readonly ticks: readonly Tick[];
  readonly x: (value: number) => number;
}

const NARROW = 520;
/** Pixels: of a row, of its bar, for names and figures beside it, above the first row. */
const SIZES = {
  wide: { row: 28, bar: 18, labels: 208, figures: 84, top: 34 },
  stacked: { row: 40, bar: 14, labels: 0, figures: 4, top: 34 },
  compact: { row: 16, bar: 9, labels: 130, figures: 48, top: 16 },
} as const;
const AXIS = 28;
const PIXELS_PER_TICK = 100;

/**
 * A waterfall lying on its side, a row for each bar, from zero: names left, figures right, or both above the bars where it is
 * narrow. `also` is a value that the scale must hold (a target). `compact` is for paper: small, and always beside.
 */
export function layoutWaterfall(
  bars: readonly WaterfallBar[],
  width: number,
  also: number | undefined,
  compact = false,
): WaterfallLayout {
  const stacked = !compact && width < NARROW;
  const size = SIZES[compact ? 'compact' : stacked ? 'stacked' : 'wide'];
  const { row: rowHeight, bar: barHeight, top } = size;
  const left = size.labels;
  const right = Math.max(left + 1, width - size.figures);
  const ends = [...bars.flatMap(({ from, to }) => [from, to]), also ?? 0];
  const low = ends.reduce((least, end) => Math.min(least, end), 0);
  const high = ends.reduce((most, end) => Math.max(most, end), 0);
  const scale = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([left, right]);
  const x = (value: number) => scale(value);
  const rows = bars.map((bar, index): WaterfallRow => {
    const from = bar.kind === 'total' ? 0 : bar.from;
    const start = top + index * rowHeight;
    const y = stacked ? start + 20 : start + (rowHeight - barHeight) / 2;
    return {
      bar,
      x: Math.min(x(from), x(bar.to)),
      width: Math.abs(x(bar.to) - x(from)),
      y,
      height: barHeight,
      direction: bar.kind === 'total' ? 'total' : bar.to < bar.from ? 'down' : 'up',
      textY: stacked ? start + 10 : start + rowHeight / 2,
      ...(index < bars.length - 1 && {
        link: { x: x(bar.to), from: y + barHeight, to: y + rowHeight },
      }),
    };
  });
  const bottom = top + bars.length * rowHeight;
  return {
    stacked,
    left,
    right,
    top,
    bottom,
    height: bottom + (compact ? 4 : AXIS),
    rows,
    ticks: scale
      .ticks(Math.max(2, Math.floor((right - left) / PIXELS_PER_TICK)))
      .filter(() => !compact)
      .map((value) => ({ value, at: x(value) })),
    x,
  };
}
