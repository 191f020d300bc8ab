import { unpackPostcodes, type PostcodePlaces } from '../src/io/accounts/postcodePlaces';
import { regionFinder, type RegionNames } from '../src/io/areas/regionCodes';
import type { AreaFacts } from '../src/io/areas/listAreas';
import type { LayerSource } from '../src/model/accountBook';
import type { AreaLayer } from '../src/territory/areaLayer';
import { AreaLocator } from '../src/territory/areaLocator';
import { innerCentres } from '../src/territory/innerCentres';
import { areasInKm } from '../src/territory/shapeAreas';

/** The postcodes are fetched where they are needed: they weigh more than the rest of the worker. */
export const loadPostcodes = async (): Promise<PostcodePlaces> =>
  unpackPostcodes((await import('virtual:turfcast-zips')).default);

/** The names of the regions of all countries. */
export const loadRegionNames = async (): Promise<RegionNames> =>
  (await import('../src/io/areas/regionNames.json')).default;

/** Where the areas of a layer are and how large, and of the United States how many postcodes lie in each. Linear in corners and postcodes. */
export async function areaFacts(source: LayerSource, layer: AreaLayer): Promise<AreaFacts> {
  const places = innerCentres(layer);
  const facts = { ids: layer.ids, names: layer.names, places, km2: areasInKm(layer, places) };
  if (source.kind === 'countries') return facts;
  if (source.kind === 'regions')
    return { ...facts, findRegion: regionFinder((await loadRegionNames())[source.country] ?? {}).find };
  const zips = new Int32Array(layer.ids.length);
  const locator = new AreaLocator(layer);
  for (const place of (await loadPostcodes()).all()) {
    const area = locator.areaAt(place);
    if (area >= 0) zips[area] = (zips[area] ?? 0) + 1;
  }
  return { ...facts, zips };
}
