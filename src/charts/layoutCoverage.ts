import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { yieldShare } from '../model/yieldShare';
import type { PlotBox } from './plotBox';
import { makeValueAxis, type Tick, type ValueAxis } from './valueAxis';

/** A territory on the curve. */
export interface CoveragePoint {
  readonly name: string;
  readonly coverage: number;
  readonly yielded: number;
}

export interface CoverageLayout {
  readonly x: (coverage: number) => number;
  readonly ticks: readonly Tick[];
  readonly y: ValueAxis;
  readonly path: string;
  /** Full coverage yields the whole potential, whatever the curvature. */
  readonly full: { readonly x: number; readonly y: number };
  readonly points: readonly (CoveragePoint & { readonly x: number; readonly y: number })[];
}

/** Coverage shown at the least, and at the most: one far-off territory must not flatten the curve for all others. */
const [LEAST, MOST] = [1.5, 4];
const STEPS = 60;

/** The curve of the yield share over coverage, with territories on it, by coverage; those beyond the axis at its end. */
export function layoutCoverage(
  curvature: number,
  points: readonly CoveragePoint[],
  box: PlotBox,
): CoverageLayout {
  const widest = points.reduce((most, { coverage }) => Math.max(most, coverage), LEAST);
  const end = Math.min(MOST, Math.ceil(widest * 4) / 4);
  const scale = scaleLinear().domain([0, end]).range([box.left, box.right]);
  const at = (coverage: number) => scale(Math.min(end, coverage));
  const curve = Array.from({ length: STEPS + 1 }, (_, step) => {
    const coverage = (end * step) / STEPS;
    return { coverage, yielded: yieldShare(coverage, curvature) };
  });
  const shown = points.filter(({ coverage }) => coverage <= end).map(({ yielded }) => yielded);
  const y = makeValueAxis([1, ...curve.map(({ yielded }) => yielded), ...shown], box, { fromZero: true });
  const draw = line<(typeof curve)[number]>(
    (point) => at(point.coverage),
    (point) => y.scale(point.yielded),
  );
  const top = y.domain[1];
  const count = Math.max(2, Math.floor((box.right - box.left) / 72));
  return {
    x: at,
    ticks: scale.ticks(count).map((value) => ({ value, at: scale(value) })),
    y,
    path: draw(curve) ?? '',
    full: { x: at(1), y: y.scale(1) },
    points: points
      .map((point) => ({ ...point, x: at(point.coverage), y: y.scale(Math.min(top, point.yielded)) }))
      .sort((a, b) => a.coverage - b.coverage || (a.name < b.name ? -1 : 1)),
  };
}
