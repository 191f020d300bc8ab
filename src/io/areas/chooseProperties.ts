import { MOST_MEASURES } from '../../model/accountBook';
import { ACCOUNT_HEADINGS, mayMeasure } from '../accounts/accountHeadings';
import { foldHeading } from '../history/folding';
import type { GeoFeature } from './geoFeatures';

/** Which properties of regions say what. */
export interface ChosenProperties {
  /** Absent where the features' own ids are used, or there are none and they are numbered. */
  readonly id?: string;
  readonly idOf: (feature: GeoFeature) => string;
  readonly name?: string;
  readonly nameOf: (feature: GeoFeature) => string;
  readonly owner?: string;
  readonly namedBy: 'territory' | 'owner' | 'nothing';
  readonly measures: readonly string[];
}

const IDS =
  'id code geoid fips gid key iso iso3 iso31662 isoa3 isoa2 hasc nuts nutsid ags plz zip postcode postalcode regionid regioncode'.split(
    ' ',
  );
const NAMES =
  'name namelong nameen label title region regionname district county state country nutsname namelatn gen bezeichnung nom nombre'.split(
    ' ',
  );

/**
 * Chooses, by what properties are called and by what is in them, ids (of most features, few of them twice), names, columns of numbers and
 * territories or owners. What no property says is numbered.
 */
export function chooseProperties(features: readonly GeoFeature[]): ChosenProperties {
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const textOf = (key: string) => (feature: GeoFeature) => {
    const value = feature.properties[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const tellsApart = (of: (feature: GeoFeature) => string) => {
    const texts = features.map(of).filter((text) => text !== '');
    return texts.length >= 0.9 * features.length && new Set(texts).size >= 0.8 * texts.length;
  };
  const called = (names: readonly string[]) =>
    names.flatMap((name) => keys.filter((key) => foldHeading(key) === name));
  const ownId = (feature: GeoFeature) => feature.id ?? '';
  const name =
    called(NAMES).find(
      (key) => features.filter((each) => textOf(key)(each) !== '').length >= 0.5 * features.length,
    ) ??
    keys.find(
      (key) => /name/i.test(key) && features.some(({ properties }) => typeof properties[key] === 'string'),
    );
  const id = tellsApart(ownId)
    ? undefined
    : [...called(IDS), ...(name === undefined ? [] : [name])].find((key) => tellsApart(textOf(key)));
  const role = (['territory', 'owner'] as const).find((each) => ownerKey(keys, each) !== undefined);
  const owner = role && ownerKey(keys, role);
  const idOf = (feature: GeoFeature) => {
    const text = id === undefined ? ownId(feature) : textOf(id)(feature);
    return (text === '' ? `region-${feature.number}` : text).slice(0, 200);
  };
  const isMeasure = (key: string) => {
    const filled = features.filter(
      ({ properties }) => properties[key] !== undefined && properties[key] !== null,
    );
    const numbers = filled.filter(({ properties }) => typeof properties[key] === 'number');
    return numbers.length > 0 && numbers.length >= 0.8 * filled.length;
  };
  return {
    ...(id !== undefined && { id }),
    idOf,
    ...(name !== undefined && { name }),
    nameOf: (feature) => ((name === undefined ? '' : textOf(name)(feature)) || idOf(feature)).slice(0, 200),
    ...(owner !== undefined && { owner }),
    namedBy: role ?? 'nothing',
    // one is the regions' area
    measures: keys
      .filter((key) => key !== id && key !== name && key !== owner && mayMeasure(key) && isMeasure(key))
      .slice(0, MOST_MEASURES - 1),
  };
}

function ownerKey(keys: readonly string[], role: 'territory' | 'owner'): string | undefined {
  const names = ACCOUNT_HEADINGS.find(([each]) => each === role)?.[1] ?? [];
  return keys.find((key) => names.includes(foldHeading(key)));
}
