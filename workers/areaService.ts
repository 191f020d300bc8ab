import { listAreas } from '../src/io/areas/listAreas';
import { accountsGeoJson } from '../src/io/accounts/accountsGeoJson';
import { pickAreas } from '../src/io/areas/areaExtent';
import { areasOfRegions } from '../src/io/areas/areasOfRegions';
import { readRegions } from '../src/io/areas/readRegions';
import { rolledAreas } from '../src/io/areas/rolledAreas';
import { fail, succeed } from '../src/model/problem';
import { weighAccounts } from '../src/model/sumSplit';
import { AreaLocator } from '../src/territory/areaLocator';
import { findOverlaps } from '../src/territory/findOverlaps';
import { geoOutlines } from '../src/territory/geoOutlines';
import { innerCentres } from '../src/territory/innerCentres';
import { ownLayer } from '../src/territory/ownLayer';
import { rollUp } from '../src/territory/rollUp';
import { areasInKm, shapeAreas } from '../src/territory/shapeAreas';
import { areaFacts } from './areaFacts';
import { loadLayer } from './loadLayer';
import { readAreaTable } from './readAreaTable';
import type { AreaWorker } from './protocol';

/** More is slow to read, and would be simplified to a small part of it. */
const MOST_BYTES = 60e6;

/** What the areas' worker does. */
export const areaService: AreaWorker = {
  async shape(source, ids, places) {
    return succeed(shapeAreas(await loadLayer(source), ids, places));
  },
  async list(source, extent) {
    return listAreas(source, await areaFacts(source, await loadLayer(source)), extent);
  },
  readTable: readAreaTable,
  async readRegions(file, onStage) {
    if (file.size > MOST_BYTES)
      return fail([
        {
          code: 'file-too-large',
          path: file.name,
          message: `${file.name} must be at most ${MOST_BYTES / 1e6} MB, got ${Math.round(file.size / 1e6)}: simplify its outlines first`,
        },
      ]);
    onStage('reading the file');
    const read = readRegions(file.name, await file.text(), () => onStage('tracing borders'));
    if (!read.ok) return read;
    onStage('finding the middle of each region');
    const layer = ownLayer(read.value.areas);
    const places = innerCentres(layer);
    onStage('looking for overlaps');
    const overlaps = findOverlaps(layer, new AreaLocator(layer), places);
    return succeed(
      areasOfRegions(read.value, { ids: layer.ids, places, km2: areasInKm(layer, places), overlaps }),
    );
  },
  async writeGeoJson(plan, split) {
    const areas = plan.accountBook?.areas;
    return succeed(accountsGeoJson(plan, split, areas && geoOutlines(await loadLayer(areas))));
  },
  async rollUp(source, extent, book) {
    const layer = await loadLayer(source);
    const locator = new AreaLocator(layer);
    const areaOf = Int32Array.from(book.accounts, ({ place }) => (place ? locator.areaAt(place) : -1));
    const sums = rollUp(book, areaOf, layer.ids.length, weighAccounts(book));
    const held = new Set(areaOf);
    const facts = await areaFacts(source, layer);
    const { has, unknown } = pickAreas(source, extent, facts.findRegion);
    const areas = [...layer.ids.keys()].filter((area) => held.has(area) || has(layer.ids[area] ?? ''));
    return rolledAreas(book, { source, facts, areas, unknown }, sums);
  },
};
