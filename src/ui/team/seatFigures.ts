import { planPeriods, type Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { seatId, type SeatId } from '../../model/units';
import { readSeat, type SeatSummary } from '../../stats/readSeat';
import type { RunSummary } from '../../stats/summary';

/** What a run found for each seat in one fiscal year. */
export type SeatFigures = ReadonlyMap<SeatId, SeatSummary>;

/** The fiscal year that seats are judged by: the first that the horizon covers whole, else the first. */
export function yearOfSeats(plan: Pick<Plan, 'calendar'>): Period | undefined {
  const years = planPeriods(plan.calendar).filter((period) => period.kind === 'year');
  return years.find((year) => year.whole) ?? years[0];
}

/** The seats' figures of that year, by seat; empty before the first run. */
export function figuresOfSeats(summary: RunSummary | undefined, year: Period | undefined): SeatFigures {
  if (!summary || !year) return new Map();
  const { levels } = summary;
  const seats = levels.ids.seat.flatMap((id) => readSeat(levels, seatId(id), year.id) ?? []);
  return new Map(seats.map((seat) => [seat.seatId, seat]));
}
