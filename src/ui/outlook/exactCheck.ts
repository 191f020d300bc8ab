import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import type { PeriodSummary } from '../../stats/summary';

/** Standard errors that chance keeps a mean within, but for one run in some 15,000. */
const CHANCE = 4;

/** How the trials' mean stands to the exact one, in words; undefined where that is not known. */
export function exactCheck({ bookings, exactMean }: PeriodSummary, currency: string): string | undefined {
  if (exactMean === undefined) return undefined;
  const exact = formatMoney(exactMean, currency, { compact: true });
  if (bookings.standardError === 0) return `As a check: worked out without trials, the mean is ${exact}.`;
  const away = Math.abs(bookings.mean - exactMean) / bookings.standardError;
  const errors = `${formatCount(away, 1)} standard errors`;
  return away <= CHANCE
    ? `As a check: worked out without trials, the mean is ${exact}. The trials agree with it (${errors} apart).`
    : `Worked out without trials, the mean is ${exact}: further from the trials' than chance explains (${errors}). Try another seed; if it stays so, the answer is not to be trusted.`;
}
