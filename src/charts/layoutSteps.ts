import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';
import { spreadLabels } from './spreadLabels';
import { makeValueAxis, type ValueAxis } from './valueAxis';

export interface StepLine {
  /** Pixels of each point. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** SVG path through them. */
  readonly path: string;
  /** Where the line's name stands, right of its end and apart from the other names. */
  readonly labelY: number;
}

export interface StepsLayout {
  readonly y: ValueAxis;
  readonly x: (index: number) => number;
  readonly lines: readonly StepLine[];
}

const LABEL_GAP = 15;

/** Lines of figures at the ends of quarters, with their names beside their ends; the axis need not begin at zero. Each list has as many values as there are quarters. */
export function layoutSteps(lists: readonly (readonly number[])[], box: PlotBox): StepsLayout {
  const y = makeValueAxis(lists.flat(), box, { fromZero: false });
  const count = Math.max(...lists.map((list) => list.length), 1);
  const scale = scaleLinear()
    .domain([0, Math.max(1, count - 1)])
    .range([box.left + 16, box.right]);
  const lines = lists.map((list) => {
    const points = list.map((value, index) => ({ x: scale(index), y: y.scale(value) }));
    return {
      points,
      path: points.map((point, index) => `${index ? 'L' : 'M'}${point.x},${point.y}`).join(''),
    };
  });
  const ends = lines.map(({ points }, index) => ({ index, y: points.at(-1)?.y ?? box.bottom }));
  const ordered = ends.toSorted((one, other) => one.y - other.y);
  const places = spreadLabels(
    ordered.map((end) => end.y),
    LABEL_GAP,
    box.top,
    box.bottom,
  );
  const placeOf = new Map(ordered.map(({ index }, at) => [index, places[at] ?? box.bottom]));
  return {
    y,
    x: (index) => scale(index),
    lines: lines.map((line, index) => ({ ...line, labelY: placeOf.get(index) ?? box.bottom })),
  };
}
