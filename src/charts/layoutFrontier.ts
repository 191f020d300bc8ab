import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Mean, Probability } from '../stats/summary';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

/** A plan on the frontier of cost against chance. */
export interface FrontierPoint {
  readonly name: string;
  readonly people: number;
  readonly cost: Mean;
  readonly chance: Probability;
  readonly chosen: boolean;
}

export interface PlacedPoint {
  readonly point: FrontierPoint;
  readonly x: number;
  readonly y: number;
  /** Ends of the 95 % interval of the chance, upper first. */
  readonly high: number;
  readonly low: number;
}

export interface FrontierLayout {
  readonly points: readonly PlacedPoint[];
  /** Through the points, in steps: what a budget buys does not rise between them. */
  readonly path: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly wantedY: number;
}

const PIXELS_PER_TICK = 90;
/** Standard errors on either side of a 95 % interval. */
const Z = 1.96;

/** Lays the frontier out: cost from zero along, chance up to one from the tenth below the lowest point. */
export function layoutFrontier(
  points: readonly FrontierPoint[],
  wanted: number,
  box: PlotBox,
): FrontierLayout {
  const most = points.reduce((high, { cost }) => Math.max(high, cost.mean), 0) || 1;
  const count = Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK));
  const x = scaleLinear().domain([0, most]).nice(count).range([box.left, box.right]);
  const least = points.reduce((low, { chance }) => Math.min(low, chance.value), wanted);
  const floor = Math.max(0, Math.floor((least - 0.05) * 10) / 10);
  const y = scaleLinear().domain([floor, 1]).range([box.bottom, box.top]);
  const inside = (share: number) => Math.min(1, Math.max(floor, share));
  const placed = points.map((point) => {
    const { value, standardError } = point.chance;
    return {
      point,
      x: x(Math.max(0, point.cost.mean)),
      y: y(value),
      high: y(inside(value + Z * standardError)),
      low: y(inside(value - Z * standardError)),
    };
  });
  const corners = placed.flatMap((each, at) => {
    const before = placed[at - 1];
    return before ? [{ x: each.x, y: before.y }, each] : [each];
  });
  const draw = line<{ readonly x: number; readonly y: number }>(
    (each) => each.x,
    (each) => each.y,
  );
  return {
    points: placed,
    path: draw(corners) ?? '',
    xTicks: x.ticks(count).map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(5).map((value) => ({ value, at: y(value) })),
    wantedY: y(wanted),
  };
}
