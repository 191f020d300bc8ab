import { iso31661 } from 'iso-3166';
import { foldName } from './foldName';

const byNumeric = new Map(iso31661.map(({ numeric, alpha2 }) => [numeric, alpha2]));

/** What the map has without a number of ISO 3166-1, by name. XK is what most programs have for Kosovo, and no code of the standard. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  Somaliland: 'X-SOL',
  'N. Cyprus': 'X-CYN',
};

/** The id of a country of world-atlas: its ISO 3166-1 alpha-2 code; undefined for what is none. */
export const countryId = (numeric: string | undefined, name: string): string | undefined =>
  (numeric === undefined ? undefined : byNumeric.get(numeric)) ?? UNNUMBERED[name];

/** What people call countries whose official name is another. */
const COMMON: Readonly<Record<string, string>> = {
  usa: 'US',
  unitedstates: 'US',
  america: 'US',
  uk: 'GB',
  unitedkingdom: 'GB',
  greatbritain: 'GB',
  england: 'GB',
  britain: 'GB',
  russia: 'RU',
  southkorea: 'KR',
  korea: 'KR',
  northkorea: 'KP',
  vietnam: 'VN',
  iran: 'IR',
  syria: 'SY',
  laos: 'LA',
  czechrepublic: 'CZ',
  taiwan: 'TW',
  tanzania: 'TZ',
  venezuela: 'VE',
  bolivia: 'BO',
  moldova: 'MD',
  macedonia: 'MK',
  ivorycoast: 'CI',
  capeverde: 'CV',
  swaziland: 'SZ',
  turkey: 'TR',
  holland: 'NL',
  netherlands: 'NL',
  palestine: 'PS',
  brunei: 'BN',
  burma: 'MM',
  easttimor: 'TL',
  uae: 'AE',
  congo: 'CG',
  drc: 'CD',
  kosovo: 'XK',
};

/** Every way to name a country, folded, with its alpha-2 code. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ...iso31661.flatMap(({ alpha2, alpha3, numeric, name }) =>
    [alpha2, alpha3, numeric, name, name.replace(/,.*|\(.*/, '')].map(
      (each) => [foldName(each), alpha2] as const,
    ),
  ),
  ...Object.entries(COMMON),
]);
