/** People who move from seat to seat. */
import { occupantDate } from '../../model/occupantDate';
import type { Occupant, Plan, Seat } from '../../model/plan';
import { share, type SeatId } from '../../model/units';
import { laterOf } from './leaves';
import { firstOfMonth } from './seatEdits';
import { dayWords } from './seatWords';

export type Transfer = Extract<Occupant, { kind: 'transfer' }>;

/** Judgement, no published figure: who knows the firm and its products has half of the ramp behind them. */
const USUAL_RAMP_KEPT = share(0.5);

/** Seats from which somebody can be transferred to that one: all but itself and those that its own people go on to. Linear in the seats. */
export function transferSources({ seats }: Pick<Plan, 'seats'>, id: SeatId): readonly Seat[] {
  const next = new Map<SeatId, SeatId[]>();
  for (const { id: to, occupant } of seats)
    if (occupant.kind === 'transfer')
      next.set(occupant.fromSeatId, [...(next.get(occupant.fromSeatId) ?? []), to]);
  const after = new Set<SeatId>([id]);
  for (const seat of after) for (const to of next.get(seat) ?? []) after.add(to);
  return seats.filter((seat) => !after.has(seat.id));
}

/** The first person of a seat as a transfer from another one: on the seat's date, from the plan's start at the earliest. */
export function transferFrom(plan: Pick<Plan, 'calendar'>, occupant: Occupant, fromSeatId: SeatId): Transfer {
  if (occupant.kind === 'transfer') return { ...occupant, fromSeatId };
  const date = laterOf(occupantDate(occupant), firstOfMonth(plan, 0));
  return { kind: 'transfer', fromSeatId, date, rampKept: USUAL_RAMP_KEPT };
}

/** Seats that people of that one move on to, by date. */
export const transfersOut = (
  { seats }: Pick<Plan, 'seats'>,
  id: SeatId,
): readonly (Seat & { readonly occupant: Transfer })[] =>
  seats
    .filter(
      (seat): seat is Seat & { readonly occupant: Transfer } =>
        seat.occupant.kind === 'transfer' && seat.occupant.fromSeatId === id,
    )
    .sort((one, other) => (one.occupant.date < other.occupant.date ? -1 : 1));

/** `Moves to Ent-1 in Sep 2027`, for each that does. */
export const movesWords = (plan: Pick<Plan, 'seats'>, id: SeatId): string[] =>
  transfersOut(plan, id).map(({ name, occupant }) => `Moves to ${name}, ${dayWords(occupant.date)}`);
