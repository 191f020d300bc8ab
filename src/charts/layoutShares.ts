import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

/** A part of a whole with what it makes by itself and in all. */
export interface ShareRow {
  readonly name: string;
  readonly alone: ShareValue;
  readonly total: ShareValue;
}

export interface ShareValue {
  readonly value: number;
  readonly standardError: number;
}

export interface PlacedShare {
  readonly row: ShareRow;
  readonly y: number;
  /** Right ends of the bars, which start at `zero`. */
  readonly alone: number;
  readonly total: number;
  /** Ends of the 95 % interval of the total. */
  readonly from: number;
  readonly to: number;
}

export interface ShareLayout {
  readonly rows: readonly PlacedShare[];
  readonly zero: number;
  readonly ticks: readonly Tick[];
}

/** Height of a row, its name above its bar, and of the bar. */
export const SHARE_ROW = 46;
export const SHARE_BAR = 16;
const Z = 1.96;

/** Lays shares out from zero to the whole, or further where parts that act together come to more. Estimates below zero are drawn at zero. */
export function layoutShares(rows: readonly ShareRow[], box: PlotBox): ShareLayout {
  const most = rows.reduce((high, { total }) => Math.max(high, total.value + Z * total.standardError), 0);
  const end = Math.max(0.1, Math.ceil(Math.min(1.5, most) * 10) / 10);
  const x = scaleLinear().domain([0, end]).range([box.left, box.right]);
  const at = (value: number) => x(Math.min(end, Math.max(0, value)));
  return {
    rows: rows.map((row, index) => ({
      row,
      y: box.top + index * SHARE_ROW,
      alone: at(row.alone.value),
      total: at(row.total.value),
      from: at(row.total.value - Z * row.total.standardError),
      to: at(row.total.value + Z * row.total.standardError),
    })),
    zero: x(0),
    ticks: x.ticks(5).map((value) => ({ value, at: x(value) })),
  };
}
