import type { Plan, Seat } from '../../model/plan';
import type { SeatId } from '../../model/units';
import { leaveWords } from './leaves';
import { dayWords } from './seatWords';

/** What is dated of a seat besides its first person's coming, in words: where it is from, who moves on, absences, the closing. Linear in the seats, once. */
export function seatNotes(plan: Pick<Plan, 'seats'>): (seat: Seat) => string[] {
  const names = new Map(plan.seats.map(({ id, name }) => [id, name]));
  const moves = new Map<SeatId, string[]>();
  for (const { name, occupant } of plan.seats) {
    if (occupant.kind !== 'transfer') continue;
    const words = `Moves to ${name}, ${dayWords(occupant.date)}`;
    moves.set(occupant.fromSeatId, [...(moves.get(occupant.fromSeatId) ?? []), words]);
  }
  return ({ id, occupant, leaves = [], closes }) => [
    ...(occupant.kind === 'transfer'
      ? [`Transfer from ${names.get(occupant.fromSeatId) ?? occupant.fromSeatId}`]
      : []),
    ...(moves.get(id) ?? []),
    ...leaves.map((leave) => `On leave ${leaveWords(leave)}`),
    ...(closes ? [`Closes ${dayWords(closes)}`] : []),
  ];
}
