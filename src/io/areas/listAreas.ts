import type { Account, LayerSource, Measure, Place } from '../../model/accountBook';
import type { ImportedAreas } from '../../model/importedAreas';
import { fail, succeed, type Result } from '../../model/problem';
import { countUnits, unitNoun } from '../../model/unitNoun';
import { accountId, measureId } from '../../model/units';
import { ProblemLog } from '../history/problemLog';
import { pickAreas, type AreaExtent } from './areaExtent';
import { AREA_RULES, type AreaLog } from './areaProblems';
import { stateOfFips } from './usStates';

/** What is known of the areas of a layer without any table, by area. */
export interface AreaFacts {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly places: readonly Place[];
  /** Square km. */
  readonly km2: ArrayLike<number>;
  /** How many US postcodes have their centre in it; absent outside the United States. */
  readonly zips?: ArrayLike<number>;
}

export const AREA_MEASURE: Measure = {
  id: measureId('measure-1'),
  name: 'Area, km²',
  kind: 'other',
  derived: 'Square km within its outline on an equal-area map, lakes and rivers included',
};

export const ZIP_MEASURE: Measure = {
  id: measureId('measure-2'),
  name: 'ZIP codes',
  kind: 'other',
  derived:
    'How many ZIP codes have their centre in it: a rough stand-in for customers until a table has better',
};

export const LAYER_NAMES: Readonly<Record<LayerSource['kind'], string>> = {
  'us-states': 'States',
  'us-counties': 'Counties',
  countries: 'Countries',
};

/** To three digits, and whole from a hundred. */
export const roundKm2 = (km2: number): number => (km2 >= 100 ? Math.round(km2) : Math.round(km2 * 100) / 100);

/** An area of a layer as an account without figures. */
export function makeArea(
  { ids, names, places }: AreaFacts,
  area: number,
  source: LayerSource,
): Omit<Account, 'values'> {
  const id = ids[area] ?? '';
  const state = source.kind === 'us-counties' ? stateOfFips(id)?.postal : undefined;
  const place = places[area];
  return {
    id: accountId(id),
    name: names[area] ?? id,
    ...(place && { place }),
    ...(state !== undefined && { state }),
  };
}

/** Reports what of a list of states or countries is not known. */
export function sayUnknown({ kind }: LayerSource, unknown: readonly string[], log: AreaLog): void {
  const thing = kind === 'countries' ? 'country' : 'state';
  for (const name of unknown)
    log.add('area-unknown', {
      file: LAYER_NAMES[kind],
      message: `a ${thing} must be known by code or name, got “${name}”`,
      action: 'left out',
    });
}

/** The areas of a layer that an extent names, as accounts measured by what is known of them. Fails where it names none (`areas-none`). */
export function listAreas(source: LayerSource, facts: AreaFacts, extent: AreaExtent): Result<ImportedAreas> {
  const log: AreaLog = new ProblemLog(AREA_RULES);
  const layer = LAYER_NAMES[source.kind];
  const thing = source.kind === 'countries' ? 'country' : 'state';
  const { has, unknown } = pickAreas(source, extent);
  sayUnknown(source, unknown, log);
  const areas = [...facts.ids.keys()].filter((area) => has(facts.ids[area] ?? ''));
  if (areas.length === 0)
    return fail([
      {
        code: 'areas-none',
        path: '',
        message: `areas must be of at least one ${thing}, got ${unknown.length > 0 ? unknown.map((name) => `“${name}”`).join(', ') : 'none'}`,
      },
    ]);
  const { zips } = facts;
  const accounts = areas.map((area): Account => ({
    ...makeArea(facts, area, source),
    values: [roundKm2(facts.km2[area] ?? 0), ...(zips ? [zips[area] ?? 0] : [])],
  }));
  return succeed({
    from: layer,
    found: `${countUnits(accounts.length, unitNoun(source))}, measured by ${zips ? 'their area and how many ZIP codes have their centre in them' : 'their area'}.`,
    areas: source,
    onto: false,
    accounts,
    measures: zips ? [AREA_MEASURE, ZIP_MEASURE] : [AREA_MEASURE],
    territoryNames: accounts.map(() => ''),
    namedBy: 'nothing',
    problems: log.problems,
    problemCounts: log.counts,
  });
}
