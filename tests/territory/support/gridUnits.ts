import { drawWhole, seededDraws } from '../../../src/model/seededDraws';
import { makeGraph, type Edge } from '../../../src/territory/graph';
import type { Units } from '../../../src/territory/units';

/** Squares of 10 km in rows and columns, each of a whole weight from 1 to 20 by the seed; where told, each also touches the one below to the right. */
export function gridUnits(columns: number, rows: number, seed = 1, diagonals = false): Units {
  const count = columns * rows;
  const draw = seededDraws(seed);
  const edges: Edge[] = [];
  for (let unit = 0; unit < count; unit++) {
    if (unit % columns < columns - 1) edges.push({ from: unit, to: unit + 1, km: 10 });
    if (unit + columns < count) edges.push({ from: unit, to: unit + columns, km: 10 });
    if (diagonals && unit % columns < columns - 1 && unit + columns < count)
      edges.push({ from: unit, to: unit + columns + 1, km: 0 });
  }
  return {
    count,
    x: Float64Array.from({ length: count }, (_, unit) => 10 * (unit % columns)),
    y: Float64Array.from({ length: count }, (_, unit) => 10 * Math.floor(unit / columns)),
    weight: Float64Array.from({ length: count }, () => drawWhole(draw, 1, 20)),
    area: new Float64Array(count).fill(100),
    perimeter: new Float64Array(count).fill(40),
    graph: makeGraph(count, edges),
  };
}
