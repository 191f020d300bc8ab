import type { AccountBook } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';

/** A load in the unit of what is balanced: money, selling hours, a plain number, or accounts. */
export function formatLoad(load: number, book: AccountBook | undefined, currency: string): string {
  const measure = book?.measures.find(({ id }) => id === book.balancedBy);
  if (measure?.kind === 'potential') return formatMoney(load, currency, { compact: true });
  if (measure?.kind === 'workload') return `${formatCount(load)} h`;
  return formatCount(load, Number.isInteger(load) || load >= 100 ? 0 : 1);
}
