import type { AreaSource } from '../src/model/accountBook';
import { countryId } from '../src/io/areas/countries';
import { stateOfFips } from '../src/io/areas/usStates';
import type { AreaLayer } from '../src/territory/areaLayer';
import { ownLayer } from '../src/territory/ownLayer';
import { readTopology, type AreaName, type TopologyShape } from '../src/territory/readTopology';

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
    case 'own':
      return ownLayer(source);
  }
}
