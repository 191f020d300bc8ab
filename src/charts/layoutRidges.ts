import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX } from 'd3-shape';
import { quantileOfSketch } from '../stats/quantileOfSketch';
import { sketchSize, type Sketch } from '../stats/sketch';
import type { PlotBox } from './plotBox';
import type { Tick } from './valueAxis';

export interface RidgeInput {
  readonly key: string;
  readonly sketch: Sketch;
  readonly mean: number;
  readonly median: number;
}

export interface Ridge {
  readonly key: string;
  /** Where the ridge stands on, and the top of its row, in pixels. */
  readonly base: number;
  readonly top: number;
  /** The whole ridge, and the part of it from the line on. */
  readonly path: string;
  readonly beyondPath: string;
  readonly meanX: number;
  readonly medianX: number;
  /** Share of its values that lie beyond the axis. */
  readonly offAxis: number;
}

export interface RidgesLayout {
  readonly ridges: readonly Ridge[];
  readonly ticks: readonly Tick[];
  /** Pixels of the line at `mark`. */
  readonly markX: number;
  readonly domain: readonly [number, number];
}

export interface RidgesInput {
  readonly rows: readonly RidgeInput[];
  readonly box: PlotBox;
  /** Height of a row, and of the room above its ridge that its label takes; pixels. */
  readonly rowHeight: number;
  readonly labelHeight: number;
  /** Where the line stands that rows are read against, such as 1 for all of the quota. */
  readonly mark: number;
}

/** Steps of the axis that values are counted by; bins of a sketch are gathered into them by where they begin. */
const STEP = 1 / 16;
const PIXELS_PER_TICK = 70;

/** Share of the values in each step of the axis; the first holds what is nothing at all too. */
function sharesBySteps({ counts, edges }: Sketch, steps: number): Float64Array {
  const shares = new Float64Array(steps);
  const size = Math.max(1, sketchSize({ counts, edges }));
  for (let bin = 0; bin < counts.length; bin++) {
    const step = Math.floor((edges[bin] ?? 0) / STEP + 1e-9);
    if (step < steps) shares[step] = (shares[step] ?? 0) + (counts[bin] ?? 0) / size;
  }
  return shares;
}

/**
 * Distributions under one another on one axis from zero: equal areas are equal shares in every row. The axis ends where
 * 98 % of every row lie before it, at least a quarter beyond the mark; what lies further is told by `offAxis`.
 */
export function layoutRidges({ rows, box, rowHeight, labelHeight, mark }: RidgesInput): RidgesLayout {
  const far = rows.map(({ sketch }) => quantileOfSketch(sketch, 0.98));
  const end = Math.ceil(Math.max(mark * 1.25, ...far) / (4 * STEP)) * 4 * STEP;
  const steps = Math.round(end / STEP);
  const scale = scaleLinear().domain([0, end]).range([box.left, box.right]);
  const shares = rows.map(({ sketch }) => sharesBySteps(sketch, steps));
  const most = Math.max(1e-9, ...shares.map((row) => Math.max(...row)));
  const ridges = rows.map(({ key, mean, median }, index): Ridge => {
    const top = box.top + index * rowHeight;
    const base = top + rowHeight;
    const row = shares[index] ?? new Float64Array(steps);
    const points = [
      { x: 0, height: row[0] ?? 0 },
      ...Array.from(row, (share, step) => ({ x: (step + 0.5) * STEP, height: share })),
      { x: end, height: row[steps - 1] ?? 0 },
    ];
    const shape = area<(typeof points)[number]>()
      .x(({ x }) => scale(x))
      .y0(base)
      .y1(({ height }) => base - (height / most) * (rowHeight - labelHeight))
      .curve(curveMonotoneX);
    const atMark = { x: mark, height: heightAt(points, mark) };
    return {
      key,
      top,
      base,
      path: shape(points) ?? '',
      beyondPath: shape([atMark, ...points.filter(({ x }) => x > mark)]) ?? '',
      meanX: scale(Math.min(mean, end)),
      medianX: scale(Math.min(median, end)),
      offAxis: Math.max(0, 1 - row.reduce((sum, share) => sum + share, 0)),
    };
  });
  const count = Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK));
  return {
    ridges,
    ticks: scale.ticks(count).map((value) => ({ value, at: scale(value) })),
    markX: scale(mark),
    domain: [0, end],
  };
}

/** The height between the two points around a place. */
function heightAt(points: readonly { readonly x: number; readonly height: number }[], place: number): number {
  const next = points.findIndex(({ x }) => x > place);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return 0;
  return before.height + ((after.height - before.height) * (place - before.x)) / (after.x - before.x);
}
