import type { ManagerId, RoleId, SeatId, TerritoryId } from '../../model/units';

/** Something with a dialog of its own, which opens over any room. */
export type OpenThing =
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'role'; readonly id: RoleId }
  | { readonly kind: 'manager'; readonly id: ManagerId }
  | { readonly kind: 'territory'; readonly id: TerritoryId };
