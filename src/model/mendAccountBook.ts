import type { AccountBook, TerritorySplit } from './accountBook';
import { filterShared, mapShared } from './editList';
import { patched } from './patch';
import type { TerritoryId } from './units';

/**
 * The book without references to what is not there: accounts of a territory that is gone are in none, locks and named
 * overrides of accounts that are gone go with them, and so do rules of territories and measures that are gone; a split from one that is gone is from none. What needs no mending is
 * shared. Linear in accounts times splits.
 */
export function mendAccountBook(book: AccountBook, territories: ReadonlySet<TerritoryId>): AccountBook {
  const accounts = new Set(book.accounts.map(({ id }) => id));
  const measures = new Set(book.measures.map(({ id }) => id));
  const splitIds = new Set(book.splits.map(({ id }) => id));
  const mendSplit = (split: TerritorySplit): TerritorySplit => {
    const territoryOf = mapShared(split.territoryOf, (id) => (id === '' || territories.has(id) ? id : ''));
    const locked = filterShared(split.locked, (id) => accounts.has(id));
    const overrides =
      split.overrides && filterShared(split.overrides, (each) => accounts.has(each.accountId));
    const rules =
      split.rules &&
      filterShared(
        split.rules,
        ({ territoryId, when }) =>
          territories.has(territoryId) &&
          when.every((test) => test.kind !== 'measure' || measures.has(test.measureId)),
      );
    const from = split.from !== undefined && splitIds.has(split.from) ? split.from : undefined;
    return territoryOf === split.territoryOf &&
      locked === split.locked &&
      overrides === split.overrides &&
      rules === split.rules &&
      from === split.from
      ? split
      : patched<TerritorySplit>(split, {
          territoryOf,
          locked,
          overrides: overrides?.length === 0 ? undefined : overrides,
          rules: rules?.length === 0 ? undefined : rules,
          from,
        });
  };
  const splits = mapShared(book.splits, mendSplit);
  const inForce = book.splits.some(({ id }) => id === book.inForce) ? book.inForce : undefined;
  const balancedBy = book.measures.some(({ id }) => id === book.balancedBy) ? book.balancedBy : undefined;
  return splits === book.splits && inForce === book.inForce && balancedBy === book.balancedBy
    ? book
    : patched<AccountBook>(book, { splits, inForce, balancedBy });
}
