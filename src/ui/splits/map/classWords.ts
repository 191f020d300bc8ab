import type { Measure } from '../../../model/accountBook';
import { formatCount } from '../../../model/format/formatCount';
import { formatMoney } from '../../../model/format/formatMoney';

/** A value of a measure in few letters, without its unit where the legend names that. */
const short = (value: number, measure: Measure, currency: string): string =>
  measure.kind === 'potential'
    ? formatMoney(value, currency, { compact: true })
    : formatCount(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);

/** The unit of a measure as part of a title. */
export const unitWords = ({ kind }: Measure, currency: string): string =>
  kind === 'potential' ? ` (${currency} a year)` : kind === 'workload' ? ' (hours a year)' : '';

/** What a class spans: `12 to 40`, or the one value that it has. */
export function classWords(
  { from, to }: { readonly from: number; readonly to: number },
  measure: Measure,
  currency: string,
): string {
  const [low, high] = [short(from, measure, currency), short(to, measure, currency)];
  return low === high ? low : `${low} to ${high}`;
}
