import type { AreaCodes } from './areaCodes';
import { foldName } from './foldName';
import type { TextTable } from './readRows';

/** Of each country the names of its regions by ISO 3166-2 code, the first as it is shown: see regionNames.json. */
export type RegionNames = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Kinds of regions that stand before or behind a name: `Land Hessen`, `Provincia di Torino`, `Hunan Province`. */
const KIND =
  /^(province|provincia|provincia di|provincia de|state of|estado de|estado do|land|freistaat|région|region|canton|kanton|kanton of)\s+|\s+(province|state|region|county|prefecture|canton|voivodeship|governorate|kraj|län|megye|county council)$/i;

interface RegionFinder {
  /** The code of a region by its code (`DE-BY`, `BY`), or one of its names. */
  readonly find: (text: string) => string | undefined;
  /** The names that stand for several, folded, with the codes of these. */
  readonly several: ReadonlyMap<string, readonly string[]>;
  readonly short: ReadonlyMap<string, string>;
}

/** Finds the regions of one country; names that are shown count before others. Linear in its names. */
export function regionFinder(names: RegionNames[string]): RegionFinder {
  const shown = new Map<string, string[]>();
  const others = new Map<string, string[]>();
  const short = new Map<string, string>();
  const note = (map: Map<string, string[]>, name: string, code: string) => {
    const key = foldName(name);
    const codes = map.get(key) ?? [];
    if (key !== '' && !codes.includes(code)) map.set(key, [...codes, code]);
  };
  for (const [code, [first = '', ...rest]] of Object.entries(names)) {
    note(shown, first, code);
    for (const name of rest) note(others, name, code);
    short.set(foldName(code.slice(3)), code);
  }
  const several = new Map<string, readonly string[]>();
  const byName = new Map<string, string>();
  // what is shown later replaces what others have
  for (const [key, codes] of new Map([...others, ...shown]))
    if (codes.length > 1) several.set(key, codes);
    else byName.set(key, codes[0] ?? '');
  const codes = new Map(Object.keys(names).map((code) => [foldName(code), code]));
  const find = (text: string) =>
    codes.get(foldName(text)) ??
    byName.get(foldName(text)) ??
    byName.get(foldName(text.trim().replace(KIND, '')));
  return { find: (text) => find(text) ?? short.get(foldName(text)), several, short };
}

/** The regions of a country as a table names them: `DE-BY`, `BY` under a heading that says so, `Bayern`, `Bavaria`. */
export function regionCodes(country: string, names: RegionNames[string]): AreaCodes {
  const { find, several, short } = regionFinder(names);
  const isShort = (cell: string) => short.has(foldName(cell)) && foldName(cell).length <= 3;
  return {
    kind: 'regions',
    country,
    heading: /state|province|region|land\b|länder|canton|county|prefecture|department|département|iso/i,
    shy: true,
    isShort,
    find(cell) {
      const id = find(cell.trim());
      return id === undefined ? undefined : { id, mended: false };
    },
    explain(cell) {
      const codes = several.get(foldName(cell));
      return (
        codes &&
        `a region must be known by a name that is its alone, got “${cell.trim()}”, which is ${listCodes(codes)}: use the code`
      );
    },
  };
}

const listCodes = (codes: readonly string[]): string =>
  codes.length <= 3 ? codes.join(' and ') : `${codes.slice(0, 2).join(', ')} and ${codes.length - 2} more`;

/** Countries whose names are tried on a table. */
const MOST_LIKELY = 5;
const SAMPLE_ROWS = 500;

/** The codes of the countries of whose regions most cells of a table might be. Linear in all names and in the table's first rows. */
export function likelyRegionCodes(names: RegionNames, { rows }: TextTable): readonly AreaCodes[] {
  const countriesOf = new Map<string, Set<string>>();
  for (const [country, regions] of Object.entries(names))
    for (const [code, called] of Object.entries(regions))
      for (const name of [code, code.slice(3), ...called]) {
        const key = foldName(name);
        const countries = countriesOf.get(key);
        if (countries) countries.add(country);
        else countriesOf.set(key, new Set([country]));
      }
  const hits = new Map<string, number>();
  for (const cell of new Set(rows.slice(0, SAMPLE_ROWS).flatMap(({ cells }) => cells))) {
    const found =
      countriesOf.get(foldName(cell)) ?? countriesOf.get(foldName(cell.trim().replace(KIND, ''))) ?? [];
    for (const country of found) hits.set(country, (hits.get(country) ?? 0) + 1);
  }
  const likely = [...hits].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return likely.slice(0, MOST_LIKELY).map(([country]) => regionCodes(country, names[country] ?? {}));
}
