import type { AreaSource } from './accountBook';
import { formatCount } from './format/formatCount';

/** What the units of a book are called. */
export interface UnitNoun {
  readonly one: string;
  readonly many: string;
  /** With its article: `an account`. */
  readonly aOne: string;
  /** At the beginning of a sentence or a column. */
  readonly One: string;
  readonly Many: string;
}

const noun = (one: string, many: string, article: string): UnitNoun => ({
  one,
  many,
  aOne: `${article} ${one}`,
  One: capital(one),
  Many: capital(many),
});

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const ACCOUNT_NOUN = noun('account', 'accounts', 'an');

const AREA_NOUNS: Readonly<Record<AreaSource['kind'], UnitNoun>> = {
  'us-states': noun('state', 'states', 'a'),
  'us-counties': noun('county', 'counties', 'a'),
  countries: noun('country', 'countries', 'a'),
  own: noun('area', 'areas', 'an'),
};

/** What the units of a book with those areas are called: accounts where it has none. */
export const unitNoun = (areas: Pick<AreaSource, 'kind'> | undefined): UnitNoun =>
  areas ? AREA_NOUNS[areas.kind] : ACCOUNT_NOUN;

/** `1 account`, `3,143 counties`. */
export const countUnits = (count: number, { one, many }: UnitNoun): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
