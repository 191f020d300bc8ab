import { arrangeAccounts, type Arrangement } from '../territory/arrangeAccounts';
import type { SplitDesk } from './splitDesk.svelte';

/** The split on the map as it stands, with what is settled set apart; undefined where there is nothing to balance. */
export function arrangedNow({
  book,
  split,
  order,
  orderOnMap,
  accounts,
}: SplitDesk): Arrangement | undefined {
  if (!book || !split || orderOnMap.length < 2) return undefined;
  return arrangeAccounts(book, accounts.map, split, {
    order: [...orderOnMap, ...order.filter((id) => !orderOnMap.includes(id))],
    territories: orderOnMap.length,
    families: false,
    keeps: true,
    settled: true,
    stays: new Set(),
  });
}
