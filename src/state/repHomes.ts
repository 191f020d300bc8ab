import type { Place } from '../model/accountBook';
import { isSelling } from '../model/isSelling';
import type { Plan } from '../model/plan';
import type { SeatId, TerritoryId } from '../model/units';

/** Where somebody who sells lives, in km on the map, and the territory that they work. */
export interface RepHome {
  readonly id: SeatId;
  readonly name: string;
  readonly territory: TerritoryId | undefined;
  readonly x: number;
  readonly y: number;
}

/** Homes of those who sell, as far as they are known, in the order of the seats. */
export function repHomes(
  { roles, seats }: Plan,
  project: (place: Place) => readonly [number, number],
): RepHome[] {
  const sells = new Set(roles.filter(isSelling).map(({ id }) => id));
  return seats.flatMap(({ id, name, roleId, territoryId, home }) => {
    if (!home || !sells.has(roleId)) return [];
    const [x, y] = project(home);
    return [{ id, name, territory: territoryId, x, y }];
  });
}
