import { formatExactMoney } from '../../model/format/formatExactMoney';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { isSelling } from '../../model/isSelling';
import type { SeatColumnId } from './seatColumnList';
import type { SeatRow } from './seatRows';
import { dayWords } from './seatWords';
import { statusWord } from './statusWord';

/** Whether a seat books at all. */
const sells = ({ role }: SeatRow): boolean => role === undefined || isSelling(role);

/** What a cell of the team's table says. A missing figure is a dash, never a zero. */
export function cellText(row: SeatRow, column: SeatColumnId, currency: string): string {
  const attainment = row.figures?.attainment;
  switch (column) {
    case 'name':
      return row.seat.name;
    case 'role':
      return row.role?.name ?? '–';
    case 'manager':
      return row.managerName || '–';
    case 'status':
      return statusWord(row.seat.occupant.kind);
    case 'date':
      return dayWords(row.date);
    case 'territory':
      return row.territoryName || '–';
    case 'closes':
      return row.seat.closes ? dayWords(row.seat.closes) : '–';
    case 'quota':
      return !sells(row) ? '–' : formatMoney(row.quota, currency);
    case 'backfill':
      return row.seat.backfill ? 'Yes' : 'No';
    case 'expected':
      return row.figures && sells(row)
        ? formatMoney(row.figures.meanBookings, currency, { compact: true })
        : '–';
    case 'mean':
      return attainment ? formatShare(attainment.mean) : '–';
    case 'median':
      return attainment ? formatShare(attainment.median) : '–';
    case 'atQuota':
      return attainment ? formatShare(attainment.atQuota.value, attainment.atQuota.standardError) : '–';
  }
}

/** What a cell says in full when pointed at. */
export function cellTitle(row: SeatRow, column: SeatColumnId, currency: string): string | undefined {
  const attainment = row.figures?.attainment;
  if (!sells(row) && (column === 'quota' || column === 'expected')) return 'Books nothing, and has no quota';
  if (column === 'quota')
    return row.seat.annualQuota === undefined ? 'The role’s quota' : 'This seat’s own quota, not the role’s';
  if (column === 'expected' && row.figures)
    return formatExactMoney(Math.round(row.figures.meanBookings), currency);
  if (column === 'atQuota' && attainment)
    return `${(attainment.atQuota.value * 100).toFixed(2)} % (${formatMargin(attainment.atQuota.standardError)})`;
  if ((column === 'mean' || column === 'median') && attainment)
    return `${(attainment[column] * 100).toFixed(2)} %`;
  if (column === 'closes') return row.seat.closes ?? 'Never';
  return column === 'date' ? row.date : cellText(row, column, currency);
}
