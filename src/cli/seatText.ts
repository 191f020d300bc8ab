import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import type { Plan } from '../model/plan';
import { readSeat } from '../stats/readSeat';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { textTable } from './textTable';
import { attainmentCells } from './yearText';

/** A fiscal year by seat; nothing of a plan without seats. */
export function seatText(plan: Plan, { levels, currency }: RunSummary, year: PeriodSummary): string {
  if (plan.seats.length === 0) return '';
  return textTable(
    [`Seats in ${formatPeriod(year.period)}`, 'Expected', 'Mean attainment', 'Median', 'At quota'],
    plan.seats.flatMap(({ id, name }) => {
      const seat = readSeat(levels, id, year.period);
      if (!seat) return [];
      const cells = seat.attainment ? attainmentCells(seat.attainment) : ['no quota', '', ''];
      return [[name, formatMoney(seat.meanBookings, currency, { compact: true }), ...cells]];
    }),
  );
}
