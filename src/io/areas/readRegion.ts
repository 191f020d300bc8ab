import { LARGEST_VALUE } from '../../model/accountBook';
import type { AreaLog } from './areaProblems';
import type { ChosenProperties } from './chooseProperties';
import type { GeoFeature } from './geoFeatures';

export interface ReadRegion {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The territory, or the owner; empty for none. */
  readonly territory: string;
}

/** What the properties of a feature say of a region; figures that cannot be used are not known, and reported. */
export function readRegion(
  feature: GeoFeature,
  chosen: ChosenProperties,
  file: string,
  log: AreaLog,
): ReadRegion {
  const name = chosen.nameOf(feature);
  const values = chosen.measures.map((key) => {
    const value = feature.properties[key];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'number' && value >= 0 && value <= LARGEST_VALUE) return value;
    const rule =
      typeof value !== 'number'
        ? 'must be a number'
        : value < 0
          ? 'must not be below zero'
          : 'must be at most 1,000,000,000,000';
    log.add('measure-unusable', {
      file,
      column: key,
      message: `a measure ${rule}, got ${JSON.stringify(value).slice(0, 60)} of “${name}”`,
      action: 'taken as not known',
    });
    return null;
  });
  const owner = chosen.owner === undefined ? undefined : feature.properties[chosen.owner];
  const territory = typeof owner === 'string' || typeof owner === 'number' ? String(owner) : '';
  return { name, values, territory: territory.trim().slice(0, 200) };
}
