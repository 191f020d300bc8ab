import { listAreas } from '../src/io/areas/listAreas';
import { rolledAreas } from '../src/io/areas/rolledAreas';
import { stateOfFips } from '../src/io/areas/usStates';
import type { LayerSource } from '../src/model/accountBook';
import { succeed } from '../src/model/problem';
import { weighAccounts } from '../src/model/sumSplit';
import { AreaLocator } from '../src/territory/areaLocator';
import { rollUp } from '../src/territory/rollUp';
import { shapeAreas } from '../src/territory/shapeAreas';
import { areaFacts } from './areaFacts';
import { loadLayer } from './loadLayer';
import { readAreaTable } from './readAreaTable';
import type { AreaWorker } from './protocol';

/** What the areas' worker does. */
export const areaService: AreaWorker = {
  async shape(source, ids, places) {
    return succeed(shapeAreas(await loadLayer(source), ids, places));
  },
  async list(source, extent) {
    return listAreas(source, await areaFacts(source, await loadLayer(source)), extent);
  },
  readTable: readAreaTable,
  async rollUp(source, book) {
    const layer = await loadLayer(source);
    const locator = new AreaLocator(layer);
    const areaOf = Int32Array.from(book.accounts, ({ place }) => (place ? locator.areaAt(place) : -1));
    const sums = rollUp(book, areaOf, layer.ids.length, weighAccounts(book));
    const areas = areasAround(source, layer.ids, new Set(areaOf));
    return rolledAreas(book, source, await areaFacts(source, layer), areas, sums);
  },
};

/** The areas to be listed where some hold accounts: counties of the same states, all states but far islands, countries with accounts. */
function areasAround({ kind }: LayerSource, ids: readonly string[], held: ReadonlySet<number>): number[] {
  const states = new Set([...held].map((area) => (ids[area] ?? '').slice(0, 2)));
  return [...ids.keys()].filter((area) => {
    const id = ids[area] ?? '';
    if (held.has(area)) return true;
    if (kind === 'us-counties') return states.has(id.slice(0, 2));
    return kind === 'us-states' && stateOfFips(id)?.isState === true;
  });
}
