import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

/** An input of a tornado: values of what is asked about with it at its low and at its high, and their standard errors. */
export interface TornadoRow {
  readonly id: string;
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface TornadoEnd {
  /** The input's own setting, such as `87 %`. */
  readonly label: string;
  readonly value: number;
  readonly standardError: number;
}

export interface PlacedEnd {
  readonly label: string;
  /** Where the bar ends, and the 95 % interval of its difference from the plan as it is. */
  readonly x: number;
  readonly from: number;
  readonly to: number;
  /** Where the setting is written, outside of both bars. */
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

export interface PlacedRow {
  readonly row: TornadoRow;
  readonly y: number;
  readonly low: PlacedEnd;
  readonly high: PlacedEnd;
}

export interface TornadoLayout {
  readonly rows: readonly PlacedRow[];
  readonly baseX: number;
  readonly ticks: readonly Tick[];
}

/** Height of a row, its name above its bar, and of the bar. */
export const ROW_HEIGHT = 46;
export const BAR_HEIGHT = 16;
const PIXELS_PER_TICK = 80;
/** Room for the settings at either end, in pixels. */
const LABEL_ROOM = 84;
const Z = 1.96;

/** Lays a tornado out around the value `base` of the plan as it is; rows in the order given. */
export function layoutTornado(
  rows: readonly TornadoRow[],
  base: number,
  bounds: readonly [number, number],
  box: PlotBox,
): TornadoLayout {
  const values = rows.flatMap(({ low, high }) => [low.value, high.value]);
  const least = Math.min(base, ...values);
  const most = Math.max(base, ...values);
  const spare = (most - least || Math.abs(base) || 1) * 0.04;
  const x = scaleLinear()
    .domain([Math.max(bounds[0], least - spare), Math.min(bounds[1], most + spare)])
    .range([box.left + LABEL_ROOM, box.right - LABEL_ROOM]);
  const place = (end: TornadoEnd, other: TornadoEnd): PlacedEnd => {
    // of two ends on one side, the nearer one is written on the free side
    const right = end.value === other.value ? false : end.value > other.value;
    const outer = right ? Math.max(end.value, base) : Math.min(end.value, base);
    return {
      label: end.label,
      x: x(end.value),
      from: x(end.value - Z * end.standardError),
      to: x(end.value + Z * end.standardError),
      // clear of the interval of the end that is written beside
      textX: x(outer + (right ? Z : -Z) * (outer === base ? 0 : end.standardError)) + (right ? 6 : -6),
      anchor: right ? 'start' : 'end',
    };
  };
  const count = Math.max(2, Math.floor((box.right - box.left - 2 * LABEL_ROOM) / PIXELS_PER_TICK));
  return {
    rows: rows.map((row, index) => ({
      row,
      y: box.top + index * ROW_HEIGHT,
      low: place(row.low, row.high),
      high:
        row.low.value === row.high.value
          ? { ...place(row.high, row.low), textX: x(base) + 6, anchor: 'start' }
          : place(row.high, row.low),
    })),
    baseX: x(base),
    ticks: x.ticks(count).map((value) => ({ value, at: x(value) })),
  };
}
