import type { SeatId, TerritoryId } from '../../model/units';

/** Something with a dialog of its own, which opens over any room. */
export type OpenThing =
  { readonly kind: 'seat'; readonly id: SeatId } | { readonly kind: 'territory'; readonly id: TerritoryId };
