import { findCountry, findState } from './areaExtent';
import { foldName } from './foldName';

export type TableKind = 'us-counties' | 'us-states' | 'countries' | 'regions' | 'zip3' | 'own';

export interface FoundCode {
  readonly id: string;
  /** Whether a spreadsheet had taken its leading zeros. */
  readonly mended: boolean;
}

/** How areas of one kind are named in a table. */
export interface AreaCodes {
  readonly kind: TableKind;
  /** Words of a heading over such names. */
  readonly heading: RegExp;
  /** Whether bare numbers are taken for them only under such a heading: any measure may look like them. */
  readonly shy: boolean;
  /** Of regions: whose they are. */
  readonly country?: string;
  /** Whether a cell is so short a code that it says what it is under such a heading alone. */
  readonly isShort?: (cell: string) => boolean;
  readonly find: (cell: string) => FoundCode | undefined;
  /** Why a cell that names no area does not, where that is more than that it is not known. */
  readonly explain?: (cell: string) => string | undefined;
}

const whole = (text: string) => text.trim().replace(/\.0+$/, '');
const found = (id: string | undefined, mended = false): FoundCode | undefined =>
  id === undefined ? undefined : { id, mended };

export const stateCodes: AreaCodes = {
  kind: 'us-states',
  heading: /state|fips|geoid|province/i,
  shy: true,
  find: (cell) => found(findState(whole(cell)), /^\d$/.test(whole(cell))),
};

export const countryCodes: AreaCodes = {
  kind: 'countries',
  heading: /country|nation|iso/i,
  shy: true,
  find: (cell) => found(findCountry(whole(cell)), /^\d{1,2}$/.test(whole(cell))),
};

/** Counties by FIPS code (`01001`, `1001`, `0500000US01001`) or by name and state (`Autauga, AL`, `Autauga County, Alabama`). */
export function countyCodes(ids: readonly string[], names: readonly string[]): AreaCodes {
  const known = new Set(ids);
  const fold = (name: string, state: string) =>
    `${foldName(name.replace(/\s(county|parish|borough|census area|municipality|municipio)$/i, ''))}|${state}`;
  const byName = new Map(
    names.map((name, index) => [
      fold(name.replace(/, [A-Z]{2}$/, ''), (ids[index] ?? '').slice(0, 2)),
      ids[index] ?? '',
    ]),
  );
  return {
    kind: 'us-counties',
    heading: /county|fips|geoid/i,
    shy: false,
    find(cell) {
      const text = whole(cell).replace(/^0500000US/i, '');
      if (/^\d{4,5}$/.test(text)) {
        const id = text.padStart(5, '0');
        return known.has(id) ? found(id, text.length === 4) : undefined;
      }
      const [, name = '', state = ''] = /^(.+),\s*([^,]+)$/.exec(text) ?? [];
      return found(byName.get(fold(name.trim(), findState(state) ?? '')));
    },
  };
}

/** The first three digits of ZIP codes; `5` and `05` are `005`. */
export const zip3Codes = (isKnown: (prefix: string) => boolean): AreaCodes => ({
  kind: 'zip3',
  heading: /zip|postal|postcode|prefix/i,
  shy: true,
  find(cell) {
    const digits = /^(\d{1,3})(x{2})?$/i.exec(whole(cell))?.[1];
    const id = digits?.padStart(3, '0');
    return id !== undefined && isKnown(id) ? found(id, digits !== id) : undefined;
  },
});

/** Areas that a plan has, by id or name. */
export function ownCodes(accounts: readonly { readonly id: string; readonly name: string }[]): AreaCodes {
  const ids = new Map(accounts.map(({ id }) => [id, id]));
  const folded = new Map([
    ...accounts.map(({ id, name }) => [foldName(name), id] as const),
    ...accounts.map(({ id }) => [foldName(id), id] as const),
  ]);
  return {
    kind: 'own',
    heading: /id|code|name|region|area/i,
    shy: false,
    find: (cell) => found(ids.get(cell.trim()) ?? folded.get(foldName(whole(cell)))),
  };
}
