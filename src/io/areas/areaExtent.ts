import type { LayerSource } from '../../model/accountBook';
import { COUNTRY_NAMES } from './countries';
import { foldName } from './foldName';
import { stateOfFips, US_STATES } from './usStates';

/** Which areas of a layer are meant. A list is of states or countries, by code or name, cut by commas, semicolons or lines. */
export type AreaExtent =
  { readonly kind: 'all' | 'states' | 'lower-48' } | { readonly kind: 'list'; readonly text: string };

export interface PickedAreas {
  readonly has: (id: string) => boolean;
  /** What of the list is nothing known. */
  readonly unknown: readonly string[];
}

const FAR = new Set(['02', '15']);

const STATE_NAMES: ReadonlyMap<string, string> = new Map(
  US_STATES.flatMap(({ fips, postal, name }) =>
    [fips, postal, name].map((each) => [foldName(each), fips] as const),
  ),
);

/** The FIPS code of a state by its postal code, name or code; `6` is `06`. Undefined for none. */
export const findState = (text: string): string | undefined =>
  STATE_NAMES.get(foldName(text.replace(/^us-/i, '')).replace(/^\d$/, '0$&'));

/** The alpha-2 code of a country by any of its codes or names; `4` is `004`. Undefined for none. */
export const findCountry = (text: string): string | undefined =>
  COUNTRY_NAMES.get(foldName(text).replace(/^\d{1,2}$/, (digits) => digits.padStart(3, '0')));

/**
 * The areas of a layer that an extent names; counties by their states. Of regions `findRegion` tells the code of one that is listed.
 */
export function pickAreas(
  { kind }: LayerSource,
  extent: AreaExtent,
  findRegion: (text: string) => string | undefined = () => undefined,
): PickedAreas {
  const isUs = kind === 'us-states' || kind === 'us-counties';
  switch (extent.kind) {
    case 'all':
      return { has: () => true, unknown: [] };
    case 'states':
    case 'lower-48': {
      const near = (id: string) =>
        stateOfFips(id)?.isState === true && (extent.kind === 'states' || !FAR.has(id.slice(0, 2)));
      return { has: isUs ? near : () => true, unknown: [] };
    }
    case 'list': {
      const names = extent.text.split(/[,;\n]/).map((name) => name.trim());
      const find = isUs ? findState : kind === 'regions' ? findRegion : findCountry;
      const found = new Set(names.flatMap((name) => find(name) ?? []));
      return {
        has: (id) => found.has(isUs ? id.slice(0, 2) : id),
        unknown: names.filter((name) => name !== '' && find(name) === undefined),
      };
    }
  }
}
