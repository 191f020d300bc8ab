import type { TerritoryOrNone } from '../model/accountBook';
import type { TerritoryId } from '../model/units';
import { centresOf } from '../territory/centresOf';
import { colourTerritories } from '../territory/colourTerritories';
import { joinedTerritories } from '../territory/measureDisruption';
import type { Split } from '../territory/units';
import type { AccountUnits } from './accountUnits.svelte';

/** Colours of the palette that territories are painted in. */
export const TERRITORY_COLOURS = 8;

/** The split of the units of accounts whose territories are given by number. */
const ofUnits = ({ map }: AccountUnits, numbers: Split): Split =>
  map.accountOf.map((account) => numbers[account] ?? -1);

/** The territories that some account is in by number, and `also`, in the plan's order. */
export function namedIn(
  ids: readonly TerritoryId[],
  numbers: Split,
  also: TerritoryOrNone | undefined,
): TerritoryId[] {
  const named = new Uint8Array(ids.length);
  for (const number of numbers) if (number >= 0) named[number] = 1;
  return ids.filter((id, number) => named[number] === 1 || id === also);
}

/** Each territory's colour, from 0, so that neighbours differ; `numbers` are accounts' territories by their places in the plan. */
export function coloursOf(accounts: AccountUnits, numbers: Split): ReadonlyMap<TerritoryOrNone, number> {
  const ids = accounts.territoryIds;
  const joined = joinedTerritories(accounts.map.units, ofUnits(accounts, numbers), ids.length);
  const colours = colourTerritories(joined, ids.length, TERRITORY_COLOURS);
  return new Map(ids.map((id, place) => [id, colours[place] ?? 0]));
}

/** The middle of each territory's placed accounts, in km; territories without weight have none. */
export function middlesOf(
  accounts: AccountUnits,
  numbers: Split,
): ReadonlyMap<TerritoryOrNone, { readonly x: number; readonly y: number }> {
  const ids = accounts.territoryIds;
  const { x, y, loads } = centresOf(accounts.map.units, ofUnits(accounts, numbers), ids.length);
  return new Map(
    ids.flatMap((id, number) =>
      (loads[number] ?? 0) > 0 ? [[id, { x: x[number] ?? 0, y: y[number] ?? 0 }] as const] : [],
    ),
  );
}
