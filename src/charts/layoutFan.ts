import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { BANDS, valueAt, type BandLevel } from './percentileBands';
import type { PlotBox } from './plotBox';
import { spreadLabels } from './spreadLabels';
import { makeValueAxis, type ValueAxis, type ValueAxisOptions } from './valueAxis';

export interface FanInput extends ValueAxisOptions {
  /** For each month, the percentiles (see PERCENTILES) of the figure at its end. */
  readonly months: readonly (readonly number[])[];
  /** What the figure is for certain at the start. */
  readonly start: number;
  /** Other values the axis must have room for, such as targets. */
  readonly alsoShow?: readonly number[];
  readonly box: PlotBox;
}

export interface BandPoint {
  /** Months from the start. */
  readonly month: number;
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export interface FanBand {
  readonly level: BandLevel;
  readonly points: readonly BandPoint[];
  readonly path: string;
}

export interface EndLabel {
  readonly percentile: 10 | 50 | 90;
  readonly value: number;
  /** Where the figure is, and where its label stands so that labels do not overlap. */
  readonly y: number;
  readonly labelY: number;
}

export interface FanLayout {
  /** Pixels of a moment, in months from the start. */
  readonly x: (month: number) => number;
  readonly y: ValueAxis;
  /** Widest band first. */
  readonly bands: readonly FanBand[];
  readonly median: {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly path: string;
  };
  readonly ends: readonly EndLabel[];
}

const LABEL_GAP = 15;

/** The picture of a figure that spreads with time: nested bands, the median, labels at the end. */
export function layoutFan(input: FanInput): FanLayout {
  const { months, start, box } = input;
  const scale = scaleLinear()
    .domain([0, Math.max(1, months.length)])
    .range([box.left, box.right]);
  const x = (month: number) => scale(month);
  const y = makeValueAxis([start, ...months.flat(), ...(input.alsoShow ?? [])], box, input);
  const bands = BANDS.map(({ level, low, high }): FanBand => {
    const points = [
      { month: 0, x: x(0), low: start, high: start },
      ...months.map((percentiles, index) => ({
        month: index + 1,
        x: x(index + 1),
        low: valueAt(percentiles, low),
        high: valueAt(percentiles, high),
      })),
    ];
    const draw = area<BandPoint>(
      (point) => point.x,
      (point) => y.scale(point.low),
      (point) => y.scale(point.high),
    );
    return { level, points, path: draw(points) ?? '' };
  });
  const medians = [start, ...months.map((percentiles) => valueAt(percentiles, 50))];
  const points = medians.map((value, month) => ({ x: x(month), y: y.scale(value) }));
  const path = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  )(points);
  return { x, y, bands, median: { points, path: path ?? '' }, ends: layoutEnds(months.at(-1), y, box) };
}

function layoutEnds(last: readonly number[] | undefined, y: ValueAxis, box: PlotBox): EndLabel[] {
  if (!last) return [];
  const shown = ([90, 50, 10] as const).map((percentile) => {
    const value = valueAt(last, percentile);
    return { percentile, value, y: y.scale(value) };
  });
  const places = spreadLabels(
    shown.map((label) => label.y),
    LABEL_GAP,
    box.top,
    box.bottom,
  );
  return shown.map((label, index) => ({ ...label, labelY: places[index] ?? label.y }));
}
