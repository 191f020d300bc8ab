import type { AccountBook } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { DEFAULT_LOCALE, numberFormat } from '../../model/format/numberFormat';
import { formatLoad } from './loadWords';

/** Loads of a column that are this share of their mean apart read otherwise. */
const APART = 0.01;
const MOST_DECIMALS = 3;
const UNITS = [
  { letter: 'B', size: 1e9 },
  { letter: 'M', size: 1e6 },
  { letter: 'K', size: 1e3 },
  { letter: '', size: 1 },
] as const;

/** As many decimals as tell amounts in that unit apart. */
function decimalsFor(mean: number, unit: number): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && unit * 10 ** -decimals > APART * mean) decimals++;
  return decimals;
}

/**
 * Writes the loads of a column alike, in one unit and with as many decimals as tell them apart: `$1.15M` beside `$0.98M`. What is
 * in other units of a column than money has few digits anyway.
 */
export function loadColumn(
  loads: ArrayLike<number>,
  book: AccountBook | undefined,
  currency: string,
): (load: number) => string {
  const some = Array.from(loads).filter((load) => load > 0);
  const mean = some.reduce((sum, load) => sum + load, 0) / Math.max(1, some.length);
  const kind = book?.measures.find(({ id }) => id === book.balancedBy)?.kind;
  if (kind === 'potential') {
    const { letter, size } = UNITS.find((unit) => mean >= unit.size) ?? UNITS[3];
    const decimals = size === 1 ? 0 : decimalsFor(mean, size);
    const format = numberFormat(DEFAULT_LOCALE, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return (load) => format.format(load / size) + letter;
  }
  if (kind === 'workload') return (load) => formatLoad(load, book, currency);
  const decimals = some.every((load) => Number.isInteger(load)) ? 0 : decimalsFor(mean, 1);
  return (load) => formatCount(load, decimals);
}
