import type { Plan } from '../../model/plan';
import type { IsoDate, SeatId } from '../../model/units';
import { seatNotes } from './seatNotes';
import { startWords } from './seatWords';
import { layoutHire, type HireBar } from './timelineLayout';

/** A seat's bar with what stands on it. */
export interface SeatBar extends HireBar {
  /** When the first person comes, and from where. */
  readonly words: string;
  /** What else is dated of the seat. */
  readonly notes: readonly string[];
}

export interface SeatBars {
  /** People who come: planned hires and transfers. */
  readonly coming: readonly SeatBar[];
  /** Seats filled already that close, whose people are on leave or move on. */
  readonly dated: readonly SeatBar[];
  readonly others: readonly SeatBar[];
}

/** The bars of the timeline. Linear in the seats, but for the transfers. */
export function layoutSeats(plan: Plan): SeatBars {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const notes = seatNotes(plan);
  const moves = new Map<SeatId, { name: string; date: IsoDate }[]>();
  for (const { name, occupant } of plan.seats)
    if (occupant.kind === 'transfer')
      moves.set(occupant.fromSeatId, [
        ...(moves.get(occupant.fromSeatId) ?? []),
        { name, date: occupant.date },
      ]);
  const bars = plan.seats.map((seat) => ({
    ...layoutHire(plan.calendar, plan.levers, roles.get(seat.roleId), seat, moves.get(seat.id)),
    words: startWords(plan, seat.occupant),
    notes: notes(seat),
  }));
  const isComing = ({ seat }: SeatBar) => seat.occupant.kind !== 'incumbent';
  const filled = bars.filter((bar) => !isComing(bar));
  return {
    coming: bars.filter(isComing),
    dated: filled.filter((bar) => bar.notes.length > 0),
    others: filled.filter((bar) => bar.notes.length === 0),
  };
}
