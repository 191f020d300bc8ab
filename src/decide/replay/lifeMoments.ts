import { monthsFromStart, planMonth } from '../../model/calendar';
import type { Plan, Seat } from '../../model/plan';
import type { SeatId } from '../../model/units';
import type { ReplayEvent } from '../../sim/replay';
import { dateAt, daysBetween } from './dateAt';
import type { Moment, Vacancy } from './story';

type LifeEvent = Exclude<ReplayEvent, { readonly kind: 'deal' | 'wonOpen' }>;

const isLife = (event: ReplayEvent): event is LifeEvent => event.kind !== 'deal' && event.kind !== 'wonOpen';

/** What happens to people and seats, and which risks happen, by month from the plan's start. */
export function lifeMoments(
  plan: Plan,
  events: readonly ReplayEvent[],
): ReadonlyMap<number, readonly Moment[]> {
  const lives = events.filter(isLife).sort((a, b) => a.month - b.month);
  const seats = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const told = new Map<number, Moment[]>();
  const tell = (month: number, moment: Moment) => {
    const at = Math.max(0, Math.floor(month));
    told.set(at, [...(told.get(at) ?? []), moment]);
  };
  const filledBefore = new Set(plan.seats.flatMap(({ id, occupant }) => (isFilled(occupant) ? [id] : [])));
  const successors = new Set<SeatId>();
  const emptySince = new Map<SeatId, number>();
  lives.forEach((event, place) => {
    const after = lives.slice(place + 1);
    if (event.kind === 'happened')
      return tell(event.month, {
        kind: 'risk',
        eventId: event.eventId,
        from: planMonth(plan.calendar, event.month),
        until: planMonth(plan.calendar, event.until),
      });
    const { seatId, month } = event;
    const date = dateAt(plan.calendar, month);
    if (event.kind === 'started' || event.kind === 'moved') {
      if (filledBefore.has(seatId)) successors.add(seatId);
      filledBefore.add(seatId);
    }
    if (event.kind === 'started') {
      const since = emptySince.get(seatId);
      tell(month, {
        kind: 'started',
        seatId,
        date,
        ...(since === undefined
          ? lateness(plan, seats.get(seatId), month)
          : { vacantDays: daysBetween(dateAt(plan.calendar, since), date) }),
      });
    } else if (event.kind === 'left') {
      const first = !successors.has(seatId);
      tell(month, {
        kind: 'left',
        seatId,
        date,
        first,
        vacancy: vacancyOf(plan, seats.get(seatId), month, after),
      });
      emptySince.set(seatId, month);
    } else if (event.kind === 'moved') {
      const from = event.fromSeatId;
      tell(month, {
        kind: 'moved',
        seatId,
        fromSeatId: from,
        date,
        vacancy: vacancyOf(plan, seats.get(from), month, after),
      });
      emptySince.set(from, month);
    } else tell(month, { kind: 'reduced', seatId, date });
  });
  for (const seat of plan.seats) {
    const month = plannedMonth(plan, seat);
    if (month === undefined || filledBefore.has(seat.id) || seat.occupant.kind !== 'planned') continue;
    tell(month, { kind: 'notStarted', seatId: seat.id, planned: seat.occupant.start });
  }
  return told;
}

const isFilled = ({ kind }: Seat['occupant']): boolean => kind === 'incumbent';

/** The month a hire is planned for, where it lies within the plan and before the seat's closing. */
function plannedMonth({ calendar }: Plan, { occupant, closes }: Seat): number | undefined {
  if (occupant.kind !== 'planned' || (closes !== undefined && closes <= occupant.start)) return undefined;
  const month = monthsFromStart(calendar, occupant.start);
  return month >= 0 && month < calendar.months ? month : undefined;
}

function lateness({ calendar }: Plan, seat: Seat | undefined, month: number) {
  if (seat?.occupant.kind !== 'planned') return {};
  return { lateDays: daysBetween(seat.occupant.start, dateAt(calendar, month)) };
}

/** What becomes of a seat that somebody has left: events are those that come after, in order. */
function vacancyOf(
  { calendar }: Plan,
  seat: Seat | undefined,
  month: number,
  after: readonly LifeEvent[],
): Vacancy {
  const next = after.find(
    (event) => (event.kind === 'started' || event.kind === 'moved') && event.seatId === seat?.id,
  );
  const from = dateAt(calendar, month);
  if (next) {
    const until = dateAt(calendar, next.month);
    return { kind: 'filled', days: daysBetween(from, until), until };
  }
  if (!seat?.backfill) return { kind: 'notReplaced' };
  const closing = seat.closes === undefined ? Infinity : monthsFromStart(calendar, seat.closes);
  const end = dateAt(calendar, Math.min(calendar.months, Math.max(month, closing)));
  return { kind: 'stillOpen', days: daysBetween(from, end) };
}
