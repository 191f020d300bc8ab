import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { applySplit } from '../model/applySplit';
import { assignSeats } from '../model/assignSeats';
import { addSplit, setAccountBook, updateSplit } from '../model/editAccounts';
import type { Plan, Seat } from '../model/plan';
import { spreadMeasures, spreadOverSplit, type SpreadBy } from '../territory/spreadOverSplit';

/** Where seats are while a split is judged: where they stand in the plan, or spread over the split in proportion to something. */
export type Seating = 'stand' | SpreadBy;

/** The ways to seat a plan's people that its accounts allow for. */
export const seatings = (book: AccountBook): readonly Seating[] => ['stand', ...spreadMeasures(book)];

/** The plan with its seats where they are to be under a split of its book. */
export const seatOver = (plan: Plan, split: TerritorySplit, seating: Seating): Plan =>
  seating === 'stand' ? plan : assignSeats(plan, spreadOverSplit(plan, split, seating).territoryOf);

/** A copy of the plan with that split in force, whether it is one of the plan's or not, without what nothing is drawn from. */
export function planUnder(plan: Plan, split: TerritorySplit, seating: Seating): Plan {
  const own = plan.accountBook?.splits.find(({ id }) => id === split.id);
  const holding = own === split ? plan : own ? updateSplit(plan, split.id, split) : addSplit(plan, split);
  return setAccountBook(applySplit(seatOver(holding, split, seating), split.id), undefined);
}

/** Whether two such copies are the same to the simulation: fields are shared where nothing was edited, territories are summed anew and seats put anew. */
export function sameUnder(one: Plan, other: Plan): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof Plan)[]).every((field) => {
    if (field === 'territories') return JSON.stringify(one[field]) === JSON.stringify(other[field]);
    return field === 'seats' ? sameSeats(one.seats, other.seats) : one[field] === other[field];
  });
}

const sameSeats = (one: readonly Seat[], other: readonly Seat[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((seat, place) => {
      const twin = other[place];
      return seat === twin || (seat.id === twin?.id && JSON.stringify(seat) === JSON.stringify(twin));
    }));
