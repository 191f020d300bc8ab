import type { Account, Measure, Place } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import type { ImportedAreas } from '../../model/importedAreas';
import { accountId, measureId } from '../../model/units';
import { isPotential, isWorkload } from '../accounts/accountHeadings';
import { AREA_MEASURE, roundKm2 } from './listAreas';
import type { ReadRegions } from './readRegions';

/** What is found of regions once they are laid out: by region in the order of `ids`. */
export interface RegionFacts {
  readonly ids: readonly string[];
  readonly places: readonly Place[];
  readonly km2: ArrayLike<number>;
  /** Pairs that overlap, by their places. */
  readonly overlaps: readonly (readonly [number, number])[];
}

/** Regions of a file as accounts, measured by their area and by what numbers they bring. */
export function areasOfRegions(
  read: ReadRegions,
  { ids, places, km2, overlaps }: RegionFacts,
): ImportedAreas {
  const { file, log, regions } = read;
  const nameOf = (place: number) => regions.get(ids[place] ?? '')?.name ?? '';
  for (const [one, other] of overlaps)
    log.add('region-overlap', {
      file,
      message: `regions must not overlap, got “${nameOf(one)}” and “${nameOf(other)}”, of which one has points inside both (its middle, and half the way to its corners, were tried)`,
      action: 'both kept; they count as neighbours only where their borders are the same',
    });
  const potential = read.measures.findIndex(isPotential);
  const workload = read.measures.findIndex((name, place) => place !== potential && isWorkload(name));
  const measures = read.measures.map((name, place): Measure => ({
    id: measureId(`measure-${place + 2}`),
    name: name.slice(0, 200),
    kind: place === potential ? 'potential' : place === workload ? 'workload' : 'other',
  }));
  const accounts = ids.map((id, place): Account => {
    const at = places[place];
    const region = regions.get(id);
    return {
      id: accountId(id),
      name: region?.name ?? id,
      ...(at && { place: at }),
      values: [roundKm2(km2[place] ?? 0), ...(region?.values ?? [])],
    };
  });
  return {
    from: file,
    found: `${file}: ${formatCount(accounts.length)} regions, measured by their area${measures.length > 0 ? ` and ${measures.map(({ name }) => name).join(', ')}` : ''}.`,
    areas: read.areas,
    onto: false,
    accounts,
    measures: [AREA_MEASURE, ...measures],
    territoryNames: ids.map((id) => regions.get(id)?.territory ?? ''),
    namedBy: read.namedBy,
    problems: log.problems,
    problemCounts: log.counts,
  };
}
