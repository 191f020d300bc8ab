import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import type { PeriodSummary } from '../../stats/summary';

/** How the trials' mean stands to the exact one, in words; undefined where that is not known. */
export function exactCheck({ bookings, exactMean }: PeriodSummary, currency: string): string | undefined {
  if (exactMean === undefined) return undefined;
  const exact = formatMoney(exactMean, currency, { compact: true });
  if (bookings.standardError === 0) return `Worked out without trials, the mean is ${exact}.`;
  const away = Math.abs(bookings.mean - exactMean) / bookings.standardError;
  return `Worked out without trials, the mean is ${exact}: the trials' mean is ${formatCount(away, 1)} standard errors from it.`;
}
