import type { AccountBook, TerritoryOrNone } from '../model/accountBook';
import type { DeviationFloor } from '../territory/deviationFloor';
import { BY_ACCOUNTS, loadsBy } from './designLimits';
import type { DesignNote } from './designNote';
import type { DesignOrder } from './designOrder';

/** What is known of a search whose split may be beyond the tolerance. */
export interface Search {
  readonly tolerance: number;
  /** Attempts that have been made. */
  readonly attempts: number;
  /** The largest deviation of the split where units heavier than a fair share stand alone and the others share the rest. */
  readonly adjusted: number;
  readonly kind: 'design' | 'rebalance' | 'heal';
  /** The deviation that no split can be below, with the accounts that make it so by name. */
  readonly floor: Omit<DeviationFloor, 'heavy'> & { readonly heavy: readonly string[] };
  /** Whether some stays where it is, and whether other limits are heeded: what else was in its way. */
  readonly held: boolean;
  readonly limited: boolean;
  /** Whether territories may lie in pieces. */
  readonly pieces: boolean;
}

/** Where a split of the accounts is beyond the tolerance by what is balanced: the territory of the map that is farthest off, and what could be. */
export function missedTolerance(
  book: AccountBook,
  territoryOf: readonly TerritoryOrNone[],
  order: DesignOrder,
  search: Search,
): DesignNote[] {
  const { tolerance } = search;
  const by = book.balancedBy ?? BY_ACCOUNTS;
  const rows = loadsBy(book, territoryOf, order, by);
  const mean = rows.reduce((sum, { load }) => sum + load, 0) / Math.max(1, order.map);
  if (!(mean > 0)) return [];
  const off = rows
    .map(({ territory, load }) => ({ territory, deviation: load / mean - 1 }))
    .filter(({ deviation }) => Math.abs(deviation) > tolerance + 1e-9)
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  const [worst] = off;
  return worst ? [{ ...search, ...worst, kind: 'off', way: search.kind, by, others: off.length - 1 }] : [];
}
