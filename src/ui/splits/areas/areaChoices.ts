import type { AccountBook, LayerSource } from '../../../model/accountBook';
import { REGION_COUNTRIES } from '../../../model/regionCountries';
import { countUnits, unitNoun } from '../../../model/unitNoun';

export type ExtentKind = 'all' | 'states' | 'lower-48' | 'list';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

export const LAYERS: readonly Choice<LayerSource['kind']>[] = [
  { value: 'us-states', label: 'States of the US' },
  { value: 'us-counties', label: 'Counties of the US' },
  { value: 'countries', label: 'Countries of the world' },
  { value: 'regions', label: 'Regions of a country' },
];

const US: readonly Choice<ExtentKind>[] = [
  { value: 'states', label: 'All states and DC' },
  { value: 'lower-48', label: 'Without Alaska and Hawaii' },
  { value: 'all', label: 'With Puerto Rico and other islands' },
  { value: 'list', label: 'Of some states' },
];

export const EXTENTS: Readonly<Record<LayerSource['kind'], readonly Choice<ExtentKind>[]>> = {
  'us-states': US,
  'us-counties': US,
  countries: [
    { value: 'all', label: 'All, without Antarctica' },
    { value: 'list', label: 'Some countries' },
  ],
  regions: [
    { value: 'all', label: 'All' },
    { value: 'list', label: 'Some regions' },
  ],
};

export const LIST_HINTS: Readonly<Record<LayerSource['kind'], string>> = {
  'us-states': 'Postal codes or names, with commas: CA, NV, Oregon',
  'us-counties': 'Postal codes or names, with commas: CA, NV, Oregon',
  countries: 'ISO codes or names, with commas: DE, AT, Switzerland',
  regions: 'ISO codes or names, with commas: DE-BY, BW, Hessen',
};

/** What a list is of. */
export const LIST_LABELS: Readonly<Record<LayerSource['kind'], string>> = {
  'us-states': 'States',
  'us-counties': 'States',
  countries: 'Countries',
  regions: 'Regions',
};

/** Why these areas, and what they are measured by until a table brings more. */
export const LAYER_NOTES: Readonly<Record<LayerSource['kind'], string>> = {
  'us-states':
    'They come with their area and the number of ZIP codes in them, a rough stand-in for customers; figures of yours come from a table of areas.',
  'us-counties':
    'They come with their area and the number of ZIP codes in them, a rough stand-in for customers; figures of yours come from a table of areas.',
  countries: 'They come with their area; figures of yours come from a table of countries.',
  regions:
    'Provinces, Länder, departments: the first level below the country, as Natural Earth (public domain) draws it; recent reforms may be missing. They come with their area; figures of yours come from a table that names them by ISO 3166-2 code or by name.',
};

/** Countries that have regions, by name. */
export const COUNTRIES: readonly Choice<string>[] = (() => {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return REGION_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  );
})();

/** The code of a country that was typed by its name or code. */
export function findCountryChoice(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  return COUNTRIES.find(({ value, label }) => label.toLowerCase() === typed || value.toLowerCase() === typed)
    ?.value;
}

/** How many accounts, that are no areas, can be rolled up. */
export const placedIn = (book: AccountBook | undefined): number =>
  book === undefined || book.areas ? 0 : book.accounts.filter(({ place }) => place !== undefined).length;

/** What goes when areas come: `what` is what takes the place. */
export function replaceWords({ accounts, splits, areas }: AccountBook, what: string): string {
  const things = countUnits(accounts.length, unitNoun(areas));
  const lists = splits.length === 1 ? '1 split' : `${splits.length} splits`;
  return `${what} the place of the plan’s ${things} and ${lists}. Undo brings them back.`;
}
