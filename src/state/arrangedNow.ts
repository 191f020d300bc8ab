import { arrangeAccounts, type Arrangement } from '../territory/arrangeAccounts';
import type { SplitDesk } from './splitDesk.svelte';

/** The split on the map as it stands, with what is settled set apart; undefined where there is nothing to balance. */
export function arrangedNow({
  book,
  split,
  orderOnMap: order,
  accounts,
}: SplitDesk): Arrangement | undefined {
  if (!book || !split || order.length < 2) return undefined;
  return arrangeAccounts(book, accounts.map, split, {
    order,
    territories: order.length,
    families: false,
    keeps: true,
    settled: true,
    stays: new Set(),
  });
}
