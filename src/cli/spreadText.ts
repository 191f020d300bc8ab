import { formatMoney } from '../model/format/formatMoney';
import { PERCENTILES, type Distribution } from '../stats/summary';

const P10 = PERCENTILES.indexOf(10);
const P90 = PERCENTILES.indexOf(90);

/** The 80 % range of amounts of money. */
export function spreadText({ percentiles }: Distribution, currency: string): string {
  const amount = (at: number) => formatMoney(percentiles[at] ?? 0, currency, { compact: true });
  return `${amount(P10)} to ${amount(P90)}`;
}
