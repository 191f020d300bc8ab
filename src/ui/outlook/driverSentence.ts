import { formatMoney } from '../../model/format/formatMoney';
import { driverRows, type DriverRow } from '../../stats/driverRows';
import type { DriverSummary } from '../../stats/drivers';
import type { RiskEvent } from '../../model/plan';

/** Standard errors between a tenth and all trials below which a difference may be chance. */
const CLEAR = 3;
const MOST = 3;

/** In words what was most clearly different in the worst tenth, by standard errors; that nothing was where nothing is clear. */
export function driverSentence(
  drivers: DriverSummary,
  events: readonly RiskEvent[],
  currency: string,
): string {
  const [bookings, ...features] = driverRows(drivers, events);
  if (!bookings) return '';
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  const clear = features
    .filter((row) => errorsApart(row) >= CLEAR)
    .sort((a, b) => errorsApart(b) - errorsApart(a))
    .slice(0, MOST)
    .map(differenceOf);
  const ends = `The worst tenth of trials ends at ${amount(bookings.worst.value)} on average, against ${amount(bookings.all.value)}.`;
  return clear.length > 0
    ? `${ends} Most clearly different: ${clear.join(', ')}.`
    : `${ends} Nothing listed here differs by more than chance would.`;
}

/** How far the worst tenth's figure is from all trials', in its own standard errors; none where it has none. */
function errorsApart({ worst, all }: DriverRow): number {
  const apart = Math.abs(worst.value - all.value);
  const error = Math.max(worst.standardError, all.standardError);
  return error > 0 ? apart / error : 0;
}

/** A risk by its name; anything else by its label, which is written small within a sentence. */
function differenceOf({ label, risk, worst, all }: DriverRow): string {
  const higher = worst.value > all.value;
  return risk
    ? `“${label}” ${higher ? 'more' : 'less'} often`
    : `${label.toLowerCase()} ${higher ? 'higher' : 'lower'}`;
}
