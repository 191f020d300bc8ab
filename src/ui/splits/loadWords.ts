import type { AccountBook, MeasureKind } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';

const plain = (value: number) => formatCount(value, Number.isInteger(value) || value >= 100 ? 0 : 1);

/** A load in the unit of what is balanced: money, selling hours, a plain number, or accounts. */
export function formatLoad(load: number, book: AccountBook | undefined, currency: string): string {
  const measure = book?.measures.find(({ id }) => id === book.balancedBy);
  if (measure?.kind === 'potential') return formatMoney(load, currency, { compact: true });
  if (measure?.kind === 'workload') return `${formatCount(load)} h`;
  return plain(load);
}

/** A value of a measure in full, in the unit of its kind. */
export function formatMeasure(value: number, kind: MeasureKind, currency: string): string {
  if (kind === 'potential') return formatMoney(value, currency);
  return kind === 'workload' ? `${plain(value)} h` : plain(value);
}
