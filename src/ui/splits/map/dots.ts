import type { TerritoryOrNone } from '../../../model/accountBook';
import type { AccountId } from '../../../model/units';
import type { SplitDesk } from '../../../state/splitDesk.svelte';

/** How each unit of the map is drawn, by unit. */
export interface Dots {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Pixels at a scale that shows everything. */
  readonly radius: Float32Array;
  /** The palette's colour; −1 for none. */
  readonly colour: Int16Array;
  /** The colour of the territory that it was in under the other split, where that is another; −1 for none, −2 for the same. */
  readonly was: Int16Array;
  readonly active: Uint8Array;
  readonly selected: Uint8Array;
  readonly locked: Uint8Array;
}

const SAME = -2;
const SMALLEST = 1.5;

/** The radius of the heaviest dot: more dots are smaller ones. */
const largest = (count: number): number =>
  Math.min(10, Math.max(3.5, 14 - 0.85 * Math.log2(Math.max(2, count))));

/** Dots' radii: areas in proportion to the measure, as far as the smallest can be seen. */
export function radii(weight: Float64Array): Float32Array {
  const most = weight.reduce((so, each) => Math.max(so, each), 0);
  const top = largest(weight.length);
  return Float32Array.from(weight, (own) => Math.max(SMALLEST, most > 0 ? top * Math.sqrt(own / most) : top));
}

/** The dots of the split on the map; with `other`, which of them moved from there. Linear. */
export function makeDots(
  desk: SplitDesk,
  radius: Float32Array,
  other: readonly TerritoryOrNone[] | undefined,
): Dots {
  const { units, accountOf } = desk.accounts.map;
  const { territoryOf, colours, active, selection, fixed } = desk;
  const accounts = desk.book?.accounts ?? [];
  const colourOf = (id: TerritoryOrNone) => (id === '' ? -1 : (colours.get(id) ?? -1));
  const flag = (test: (place: number) => boolean) =>
    Uint8Array.from(accountOf, (place) => (test(place) ? 1 : 0));
  const isIn = (ids: ReadonlySet<AccountId>, place: number) => {
    const account = accounts[place];
    return account !== undefined && ids.has(account.id);
  };
  return {
    x: units.x,
    y: units.y,
    radius,
    colour: Int16Array.from(accountOf, (place) => colourOf(territoryOf[place] ?? '')),
    was: Int16Array.from(accountOf, (place) => {
      const before = other?.[place] ?? '';
      return other === undefined || before === (territoryOf[place] ?? '') ? SAME : colourOf(before);
    }),
    active: flag((place) => active !== '' && territoryOf[place] === active),
    selected: flag((place) => isIn(selection, place)),
    locked: flag((place) => isIn(fixed, place)),
  };
}
