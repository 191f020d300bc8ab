import { formatCount } from '../../model/format/formatCount';
import type { Seating } from '../../state/planUnder';
import type { SplitSeats } from '../../state/splitSeats';
import { midSentence } from './midSentence';

/** What seats are spread by, within a sentence; `measure` is what splits are balanced by. */
export const spreadBy = (seating: Seating, measure: string): string =>
  seating === 'balance' ? midSentence(measure) : seating;

/** A way to seat people, as a choice: `Spread by potential`. */
export const seatingName = (seating: Seating, measure: string): string =>
  seating === 'stand' ? 'As they stand' : `Spread by ${spreadBy(seating, measure)}`;

/** What outcomes rest on: `seats spread over each split by potential`. */
export const seatingBasis = (seating: Seating, measure: string): string =>
  seating === 'stand'
    ? 'seats as they stand'
    : `seats spread over each split by ${spreadBy(seating, measure)}`;

/** The choice in a sentence, for those who do not know it. */
export const seatingHint = (seating: Seating, measure: string): string =>
  seating === 'stand'
    ? 'Every seat keeps its territory, so that splits with other territories than the one in force are judged with too few people, or too many.'
    : `The same seats under each split, in proportion to the ${spreadBy(seating, measure)} of its territories, one at least where they suffice. People go where most of what they have now is; who came last moves first.`;

/** How a split is staffed: what stands in its cell, and below it. */
export function seatsWords(
  seats: SplitSeats,
  seating: Seating,
): { readonly text: string; readonly note: string } {
  const { moved, stranded, territories, empty } = seats;
  const notes = [
    ...(empty > 0
      ? [
          `${formatCount(empty)} of ${formatCount(territories)} ${territories === 1 ? 'territory' : 'territories'} without`,
        ]
      : []),
    ...(stranded > 0 ? [`${formatCount(stranded)} in none of its territories`] : []),
  ];
  const basis =
    seating === 'stand'
      ? 'as they stand'
      : moved === 0
        ? 'none moves'
        : `${formatCount(moved)} ${moved === 1 ? 'moves' : 'move'}`;
  return { text: formatCount(seats.seats), note: [basis, ...notes].join(', ') };
}

/** What became of seats: `4 seats changed territory`. */
export const seatsMoved = (moved: number): string =>
  moved === 0
    ? 'no seat changed territory'
    : `${formatCount(moved)} ${moved === 1 ? 'seat' : 'seats'} changed territory`;

/** What spreading over a split would change: `4 of 12 seats would change territory.` */
export const spreadWords = (moved: number, seats: number): string =>
  moved === 0
    ? `All ${formatCount(seats)} seats are spread like that already.`
    : `${formatCount(moved)} of ${formatCount(seats)} ${seats === 1 ? 'seat' : 'seats'} would change territory.`;
