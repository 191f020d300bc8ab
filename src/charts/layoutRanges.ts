import { scaleLinear } from 'd3-scale';
import { BANDS, valueAt } from './percentileBands';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

/** A figure's spread, to be laid beside others. */
export interface RangeRow {
  readonly percentiles: readonly number[];
  readonly target?: number | undefined;
}

export interface RangeMarks {
  /** Top of the row's bar. */
  readonly y: number;
  /** Widest first. */
  readonly bands: readonly { readonly level: number; readonly x: number; readonly width: number }[];
  readonly medianX: number;
  readonly targetX?: number;
}

export interface RangesLayout {
  readonly ticks: readonly Tick[];
  readonly rows: readonly RangeMarks[];
}

const PIXELS_PER_TICK = 90;

/** Spreads one under the other on one axis, which need not begin at zero since nothing is drawn from there. Rows are `rowHeight` apart. */
export function layoutRanges(rows: readonly RangeRow[], box: PlotBox, rowHeight: number): RangesLayout {
  const values = rows.flatMap(({ percentiles, target }) => [
    valueAt(percentiles, 2.5),
    valueAt(percentiles, 97.5),
    ...(target === undefined ? [] : [target]),
  ]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wanted = Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK));
  const scale = scaleLinear()
    .domain(low < high ? [low, high] : [low - 1, high + 1])
    .nice(wanted)
    .range([box.left, box.right]);
  return {
    ticks: scale.ticks(wanted).map((value) => ({ value, at: scale(value) })),
    rows: rows.map(({ percentiles, target }, index) => ({
      y: box.top + index * rowHeight,
      bands: BANDS.map((band) => {
        const x = scale(valueAt(percentiles, band.low));
        return { level: band.level, x, width: scale(valueAt(percentiles, band.high)) - x };
      }),
      medianX: scale(valueAt(percentiles, 50)),
      ...(target !== undefined && { targetX: scale(target) }),
    })),
  };
}
