import type { AreaSource } from '../src/model/accountBook';
import { countryId } from '../src/io/areas/countries';
import { stateOfFips } from '../src/io/areas/usStates';
import type { AreaLayer } from '../src/territory/areaLayer';
import { ownLayer } from '../src/territory/ownLayer';
import {
  readTopology,
  type AreaName,
  type Topology,
  type TopologyShape,
} from '../src/territory/readTopology';

/** Nobody sells there, and its outline around the pole is torn by most maps. */
const NOBODY = 'AQ';

const nameIn = ({ properties }: TopologyShape): string =>
  typeof properties === 'object' && properties !== null && 'name' in properties
    ? String(properties.name)
    : '';

function nameState(shape: TopologyShape): AreaName {
  const id = String(shape.id);
  return { id, name: stateOfFips(id)?.name ?? nameIn(shape) };
}

function nameCounty(shape: TopologyShape): AreaName {
  const id = String(shape.id);
  const postal = stateOfFips(id)?.postal;
  return { id, name: postal === undefined ? nameIn(shape) : `${nameIn(shape)}, ${postal}` };
}

function nameCountry(shape: TopologyShape): AreaName | undefined {
  const name = nameIn(shape);
  const id = countryId(shape.id === undefined ? undefined : String(shape.id), name);
  return id === undefined || id === NOBODY ? undefined : { id, name };
}

const nameRegion = (shape: TopologyShape): AreaName => ({ id: String(shape.id), name: nameIn(shape) });

interface RegionFile extends Topology {
  readonly objects: { readonly regions: { readonly geometries: readonly TopologyShape[] } };
}

/** A file for each country, of which one is fetched. Drawn by scripts/regions.mjs. */
const REGIONS = import.meta.glob<RegionFile>('../src/io/areas/regions/*.json', { import: 'default' });

/** The regions of a country; none where there is no file of it. */
async function loadRegions(country: string): Promise<AreaLayer> {
  const file = await REGIONS[`../src/io/areas/regions/${country}.json`]?.();
  return file
    ? readTopology(file, file.objects.regions.geometries, nameRegion)
    : readTopology({ arcs: [], transform: { scale: [], translate: [] } }, [], nameRegion);
}

/** The outlines of a layer, fetched when they are first asked for; own regions bring theirs. */
export async function loadLayer(source: AreaSource): Promise<AreaLayer> {
  switch (source.kind) {
    case 'us-states': {
      const { default: topology } = await import('us-atlas/states-10m.json');
      return readTopology(topology, topology.objects.states.geometries, nameState);
    }
    case 'us-counties': {
      const { default: topology } = await import('us-atlas/counties-10m.json');
      return readTopology(topology, topology.objects.counties.geometries, nameCounty);
    }
    case 'countries': {
      const { default: topology } = await import('world-atlas/countries-50m.json');
      return readTopology(topology, topology.objects.countries.geometries, nameCountry);
    }
    case 'regions':
      return loadRegions(source.country);
    case 'own':
      return ownLayer(source);
  }
}
