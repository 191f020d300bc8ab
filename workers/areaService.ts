import { succeed } from '../src/model/problem';
import { shapeAreas } from '../src/territory/shapeAreas';
import { loadLayer } from './loadLayer';
import type { AreaWorker } from './protocol';

/** What the areas' worker does. */
export const areaService: AreaWorker = {
  async shape(source, ids, places) {
    return succeed(shapeAreas(await loadLayer(source), ids, places));
  },
};
