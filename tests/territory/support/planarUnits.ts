import { seededDraws } from '../../../src/model/seededDraws';
import { findPieces } from '../../../src/territory/findPieces';
import { makeGraph } from '../../../src/territory/graph';
import { joinPoints } from '../../../src/territory/joinPoints';
import type { Units } from '../../../src/territory/units';

/**
 * Hard to split: units on a random planar map, a third of a triangulation's borders taken away where all still hang together, with
 * weights of a heavy tail (Pareto, of exponent 1.6): some are most of a territory.
 */
export function planarUnits(count: number, seed: number): Units {
  const draw = seededDraws(seed);
  const x = Float64Array.from({ length: count }, () => 1000 * draw());
  const y = Float64Array.from({ length: count }, () => 1000 * draw());
  const { start, to } = joinPoints(x, y);
  const unitOfEdge = Array.from(to, (_, edge) => start.findLastIndex((first) => first <= edge));
  let edges = unitOfEdge
    .map((from, edge) => ({ from, to: to[edge] ?? 0, km: 1 }))
    .filter((edge) => edge.from < edge.to);
  for (const edge of edges) {
    if (draw() > 0.35) continue;
    const fewer = edges.filter((each) => each !== edge);
    if (findPieces(makeGraph(count, fewer), new Int32Array(count)).territoryOf.length === 1) edges = fewer;
  }
  const weight = Float64Array.from({ length: count }, () => (1 - draw()) ** (-1 / 1.6));
  return { count, x, y, weight, graph: makeGraph(count, edges) };
}
