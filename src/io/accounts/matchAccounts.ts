import type { AccountBook } from '../../model/accountBook';
import { foldName } from '../history/folding';

/** Where a row's account stands in the book, and how it was told. */
export type Match =
  | { readonly kind: 'same'; readonly place: number }
  /** By an id that is written otherwise, or by the name in its stead. */
  | { readonly kind: 'mended'; readonly place: number; readonly by: 'zeros' | 'length' | 'case' | 'name' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'unknown' };

/** Marks what a spreadsheet is kept from reading as a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

/** Without the zeros that a spreadsheet takes from a number. */
const unpadded = (id: string) =>
  /^\d+(\.0+)?$/.test(id) ? id.replace(/\.0+$/, '').replace(/^0+(?=\d)/, '') : '';

/** A record's id of 18 signs without the last three, which only check the case of the others. */
const shortened = (id: string) => (/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(id) ? id.slice(0, 15) : '');

function placesBy(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, place) => {
    if (text === '') return;
    const list = places.get(text);
    if (list === undefined) places.set(text, [place]);
    else list.push(place);
  });
  return places;
}

/** Finds the accounts that an assignment's rows speak of. Made in linear time; each row is then looked up at once. */
export class AccountMatches {
  readonly #ids: ReadonlyMap<string, readonly number[]>;
  readonly #names: ReadonlyMap<string, readonly number[]>;
  readonly #otherwise: readonly (readonly [
    by: 'zeros' | 'length' | 'case',
    fold: (id: string) => string,
    places: ReadonlyMap<string, readonly number[]>,
  ])[];

  constructor({ accounts }: AccountBook) {
    const ids = accounts.map(({ id }): string => id);
    this.#ids = placesBy(ids);
    this.#names = placesBy(accounts.map(({ name }) => foldName(name)));
    const folds = [
      ['zeros', unpadded],
      ['length', shortened],
      ['case', (id: string) => id.toLowerCase().replace(/\s/g, '')],
    ] as const;
    this.#otherwise = folds.map(([by, fold]) => [by, fold, placesBy(ids.map(fold))] as const);
  }

  byId(cell: string): Match {
    for (const text of [unguarded(cell), cell]) {
      const [place] = this.#ids.get(text) ?? [];
      if (place !== undefined) return { kind: 'same', place };
    }
    for (const [by, fold, places] of this.#otherwise) {
      const key = fold(unguarded(cell));
      const found = key === '' ? [] : (places.get(key) ?? []);
      if (found.length === 1 && found[0] !== undefined) return { kind: 'mended', place: found[0], by };
    }
    return { kind: 'unknown' };
  }

  byName(cell: string): Match {
    const found =
      cell === ''
        ? []
        : (this.#names.get(foldName(unguarded(cell))) ?? this.#names.get(foldName(cell)) ?? []);
    if (found.length > 1) return { kind: 'several', count: found.length };
    return found[0] === undefined ? { kind: 'unknown' } : { kind: 'same', place: found[0] };
  }
}
