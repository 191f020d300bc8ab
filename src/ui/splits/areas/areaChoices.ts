import type { AccountBook, LayerSource } from '../../../model/accountBook';
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
};

export const LIST_HINTS: Readonly<Record<LayerSource['kind'], string>> = {
  'us-states': 'Postal codes or names, with commas: CA, NV, Oregon',
  'us-counties': 'Postal codes or names, with commas: CA, NV, Oregon',
  countries: 'ISO codes or names, with commas: DE, AT, Switzerland',
};

/** How many accounts, that are no areas, can be rolled up. */
export const placedIn = (book: AccountBook | undefined): number =>
  book === undefined || book.areas ? 0 : book.accounts.filter(({ place }) => place !== undefined).length;

/** What goes when areas come: `what` is what takes the place. */
export function replaceWords({ accounts, splits, areas }: AccountBook, what: string): string {
  const things = countUnits(accounts.length, unitNoun(areas));
  const lists = splits.length === 1 ? '1 split' : `${splits.length} splits`;
  return `${what} the place of the plan’s ${things} and ${lists}. Undo brings them back.`;
}
