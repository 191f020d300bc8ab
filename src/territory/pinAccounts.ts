import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { matchRules } from '../model/matchRules';
import type { AccountId, TerritoryId } from '../model/units';
import { numbersOf } from './splitFigures';

/** An account that the search is free to place. */
export const FREE = -2;
/** An account that is in no territory, and stays there. */
export const NOWHERE = -1;

/** What is settled of accounts before the map is asked. */
export interface Pins {
  /** Of each account the number of the territory it is in whatever is found; `NOWHERE` for none, `FREE` for one that is not settled. */
  readonly pinned: Int32Array;
  /** Accounts that are settled and yet part of the map (1): locked, or put there by hand. */
  readonly held: Uint8Array;
}

/**
 * Where accounts are that a search may not move: those locked, and of `stays`, where they are and part of the map; those
 * placed by name where they are, and those that meet a rule in its territory, whatever lies around them. With `settled` those
 * of rules stay where they are, and so does what is in a territory off the map, from number `territories` on. Names come before locks and the hand, and these before rules. Linear in accounts times rules.
 */
export function pinAccounts(
  book: AccountBook,
  split: TerritorySplit,
  order: readonly TerritoryId[],
  {
    stays,
    settled,
    territories,
  }: { readonly stays: ReadonlySet<AccountId>; readonly settled: boolean; readonly territories: number },
): Pins {
  const current = numbersOf(split.territoryOf, order);
  const locked = new Set([...split.locked, ...stays]);
  const named = new Set(split.overrides?.map(({ accountId }) => accountId));
  const rules = split.rules ?? [];
  const met = matchRules(book, rules);
  const targets = rules.map(({ territoryId }) => order.indexOf(territoryId));
  const pinned = new Int32Array(book.accounts.length).fill(FREE);
  const held = new Uint8Array(book.accounts.length);
  book.accounts.forEach(({ id }, place) => {
    const at = current[place] ?? NOWHERE;
    const rule = targets[met[place] ?? -1] ?? -1;
    if (named.has(id)) pinned[place] = at;
    else if (locked.has(id)) {
      pinned[place] = at;
      held[place] = 1;
    } else if (rule >= 0) pinned[place] = settled ? at : rule;
    else if (settled && at >= territories) pinned[place] = at;
  });
  return { pinned, held };
}
