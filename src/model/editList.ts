/** Pure edits of lists whose items have ids; a list in which nothing changes is returned as it is. */
import { patched, type Patch } from './patch';
import type { Target } from './plan';
import type { Money, PeriodId } from './units';

type Listed = { readonly id: string };

/** The list with the item of that id patched. */
export function patchById<Item extends Listed>(
  list: readonly Item[],
  id: Item['id'],
  patch: Patch<Item>,
): readonly Item[] {
  return mapShared(list, (item) => (item.id === id ? patched(item, patch) : item));
}

/** The list without the item of that id. */
export const without = <Item extends Listed>(list: readonly Item[], id: Item['id']): readonly Item[] =>
  filterShared(list, (item) => item.id !== id);

/** The list with each item changed. */
export function mapShared<Item>(list: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const next = list.map(change);
  return next.some((item, index) => item !== list[index]) ? next : list;
}

/** The list with those items alone that are kept. */
export const filterShared = <Item>(list: readonly Item[], keep: (item: Item) => boolean): readonly Item[] =>
  list.every(keep) ? list : list.filter(keep);

/** The amounts with that period's set, or taken away by undefined, in the order of their periods. */
export function withAmount(
  list: readonly Target[],
  period: PeriodId,
  amount: Money | undefined,
): readonly Target[] {
  const others = list.filter((each) => each.period !== period);
  if (amount === undefined) return others;
  return [...others, { period, amount }].sort((a, b) => (a.period < b.period ? -1 : 1));
}
