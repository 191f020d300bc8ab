import { MEASURES, SHARE_FLOOR } from '../sim/outcome';
import type { Levels, MeasureName } from './levels';
import { MEASURE_NAMES } from './levels';
import { signedEdges } from './signedEdges';
import type { Sketch } from './sketch';
import { sketchEdges } from './sketchEdges';
import { unpackSketch } from './unpackSketch';

const whole: ReadonlySet<MeasureName> = new Set(['leavers', 'headcount', 'seatsAtQuota']);

/** The sketch of a measure of a group's fiscal year (0 for the first). */
export function measureSketch(levels: Levels, group: number, year: number, name: MeasureName): Sketch {
  const place = (group * levels.shape.years + year) * MEASURES + MEASURE_NAMES.indexOf(name);
  const counts = unpackSketch(levels.measureSketches, place);
  return { counts, edges: edgesOf(levels, group, name), whole: whole.has(name) };
}

function edgesOf({ floors }: Levels, group: number, name: MeasureName): Float64Array {
  const cost = floors.cost[group] ?? 0;
  switch (name) {
    case 'attainment':
      return sketchEdges(SHARE_FLOOR);
    case 'shareAtQuota':
      // none is above one: the bin that begins with it holds nothing else
      return sketchEdges(SHARE_FLOOR).map((edge) => Math.min(1, edge));
    case 'cost':
      return sketchEdges(cost);
    case 'contribution':
      return signedEdges(Math.floor(cost / 2));
    default:
      return sketchEdges(floors.count[group] ?? 0);
  }
}
