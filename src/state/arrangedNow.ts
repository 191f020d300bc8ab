import { arrangeAccounts, type Arrangement } from '../territory/arrangeAccounts';
import { orderAsIs } from './designOrder';
import type { SplitDesk } from './splitDesk.svelte';

/** The split on the map as it stands, with what is settled set apart; undefined where there is nothing to balance. */
export function arrangedNow(desk: SplitDesk): Arrangement | undefined {
  const { book, split, accounts } = desk;
  const { order, map } = orderAsIs(desk);
  if (!book || !split || map < 2) return undefined;
  return arrangeAccounts(book, accounts.map, split, {
    order,
    territories: map,
    families: false,
    keeps: true,
    settled: true,
    stays: new Set(),
  });
}
