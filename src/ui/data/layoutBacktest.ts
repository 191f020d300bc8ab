import type { SellerScore } from '../../calibrate/backtestScore';
import { makePlotBox, type PlotBox } from '../../charts/plotBox';
import { makeValueAxis, type Tick } from '../../charts/valueAxis';

export interface BacktestRow {
  readonly seller: SellerScore;
  /** The name as far as it has room. */
  readonly label: string;
  /** Middle of the row, in pixels. */
  readonly y: number;
  /** From and to, in pixels, of the ranges that hold 80 and 50 % of the trials. */
  readonly range80: readonly [number, number];
  readonly range50: readonly [number, number];
  readonly actual: number;
  /** Whether what happened lies outside the 80 % range. */
  readonly outside: boolean;
}

export interface BacktestLayout {
  readonly box: PlotBox;
  readonly height: number;
  readonly ticks: readonly Tick[];
  readonly rows: readonly BacktestRow[];
  /** Places of the three words of the legend. */
  readonly legend: readonly { readonly x: number; readonly y: number }[];
}

const ROW = 20;
const AXIS = 24;
/** Room for half of the last figure of the axis. */
const RIGHT = 24;
const LEGEND_LINE = 20;
/** Widths of the legend's entries with their marks, and below which picture width they stand under one another. */
const LEGEND = [172, 124];
const NARROW = 520;
/** About the width of a letter at 12 px, and the distance of names from the plot. */
const LETTER = 6.6;
const GAP = 10;

/** One row a seller: two ranges from zero on a common axis, and what happened. */
export function layoutBacktest(sellers: readonly SellerScore[], width: number): BacktestLayout {
  const longest = sellers.reduce((most, { name }) => Math.max(most, name.length), 0);
  const names = Math.ceil(Math.min(longest * LETTER + GAP, width * 0.36, 200));
  const narrow = width < NARROW;
  const top = (narrow ? 3 : 1) * LEGEND_LINE + AXIS;
  const height = top + sellers.length * ROW + AXIS;
  const box = makePlotBox(width, height, { left: names, right: RIGHT, top, bottom: AXIS });
  // The axis is laid out upright over the plot's width, then turned to the right.
  const length = box.right - box.left;
  const values = sellers.flatMap(({ p90, actual }) => [p90, actual]);
  const axis = makeValueAxis(values, { left: 0, right: 0, top: 0, bottom: length }, { fromZero: true });
  const x = (value: number) => box.left + length - axis.scale(value);
  const room = Math.floor((names - GAP) / LETTER);
  return {
    box,
    height,
    ticks: axis.ticks.map(({ value }) => ({ value, at: x(value) })),
    rows: sellers.map((seller, index) => ({
      seller,
      label: seller.name.length > room ? `${seller.name.slice(0, Math.max(1, room - 1))}…` : seller.name,
      y: top + (index + 0.5) * ROW,
      range80: [x(seller.p10), x(seller.p90)],
      range50: [x(seller.p25), x(seller.p75)],
      actual: x(seller.actual),
      outside: !seller.within[80],
    })),
    legend: [0, 1, 2].map((entry) =>
      narrow
        ? { x: 0, y: (entry + 0.5) * LEGEND_LINE }
        : { x: LEGEND.slice(0, entry).reduce((sum, each) => sum + each, 0), y: LEGEND_LINE / 2 },
    ),
  };
}
