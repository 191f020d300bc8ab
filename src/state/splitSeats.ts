import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';
import { seatsOfBook } from '../territory/spreadOverSplit';

/** How a split is staffed while it is judged. */
export interface SplitSeats {
  /** Selling seats that splits of the book have to do with. */
  readonly seats: number;
  /** Of these, the ones that change territory for it; and those whose territory has no account in it, or that have none. */
  readonly moved: number;
  readonly stranded: number;
  /** Territories of the split, and those that nobody works. */
  readonly territories: number;
  readonly empty: number;
}

/** What became of the plan's seats in `under`, its copy under that split. Linear in accounts and seats. */
export function splitSeats(plan: Plan, split: TerritorySplit, under: Plan): SplitSeats {
  const ours = new Set(seatsOfBook(plan).map(({ id }) => id));
  const territories = new Set(split.territoryOf);
  territories.delete('');
  const before = new Map(plan.seats.map(({ id, territoryId }) => [id, territoryId]));
  const seats = under.seats.filter(({ id }) => ours.has(id));
  const at = new Set(seats.map(({ territoryId }) => territoryId));
  return {
    seats: seats.length,
    moved: seats.filter(({ id, territoryId }) => before.get(id) !== territoryId).length,
    stranded: seats.filter(({ territoryId }) => territoryId === undefined || !territories.has(territoryId))
      .length,
    territories: territories.size,
    empty: [...territories].filter((id) => id !== '' && !at.has(id)).length,
  };
}
