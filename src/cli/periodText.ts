import { formatCount } from '../model/format/formatCount';
import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import { formatTarget } from '../model/format/formatTarget';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { spreadText } from './spreadText';
import { textTable } from './textTable';

/** The period, and that the horizon holds a part of it alone where it does. */
export const periodName = ({ period, whole }: PeriodSummary): string =>
  formatPeriod(period) + (whole ? '' : ' (part)');

/** Bookings, headcount and cost by quarter and year. */
export function periodText({ periods, months, currency }: RunSummary): string {
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  const headcount = (period: PeriodSummary) => months[period.endMonth - 1]?.headcount.mean ?? 0;
  return textTable(
    ['Period', 'Target', 'Expected', '80 % range', 'Headcount at end', 'Cost'],
    periods.map((period) => [
      periodName(period),
      period.target === undefined ? '' : formatTarget(period.target, currency),
      amount(period.bookings.mean),
      spreadText(period.bookings, currency),
      formatCount(headcount(period), 1),
      period.year ? amount(period.year.cost.mean) : '',
    ]),
  );
}
