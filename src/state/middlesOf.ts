import type { TerritoryOrNone } from '../model/accountBook';
import type { TerritoryId } from '../model/units';
import { centresOf } from '../territory/centresOf';
import { numbersOf } from '../territory/splitFigures';
import type { AccountUnits } from './accountUnits.svelte';

/** The weighted middle, in km, of each of those territories that has a placed account of any weight. Linear in accounts. */
export function middlesOf(
  accounts: AccountUnits,
  territoryOf: readonly TerritoryOrNone[],
  order: readonly TerritoryId[],
): ReadonlyMap<TerritoryId, { readonly x: number; readonly y: number }> {
  const { units, accountOf } = accounts.map;
  const numbers = numbersOf(territoryOf, order);
  const placed = Int32Array.from(accountOf, (account) => numbers[account] ?? -1);
  const { x, y, loads } = centresOf(units, placed, order.length);
  return new Map(
    order.flatMap((id, place) =>
      (loads[place] ?? 0) > 0 ? [[id, { x: x[place] ?? 0, y: y[place] ?? 0 }] as const] : [],
    ),
  );
}
