import type { Occupant } from './plan';
import type { IsoDate } from './units';

/** From when on a seat has its first person, as stated: the day of hire, of the target start or of the transfer. */
export function occupantDate(occupant: Occupant): IsoDate {
  if (occupant.kind === 'incumbent') return occupant.hired;
  return occupant.kind === 'planned' ? occupant.start : occupant.date;
}
