import { formatMonth } from '../model/format/formatMonth';
import type { MonthPoint } from './monthPoint';
import { valueAt } from './percentileBands';

export interface TipLine {
  readonly name: string;
  readonly value: string;
}

/** A month of a fan in figures: its name and the lines of its tooltip, `format` giving them in full. */
export function describeMonth(
  point: MonthPoint,
  format: (value: number) => string,
): { title: string; lines: TipLine[] } {
  const at = (percentile: 2.5 | 10 | 25 | 50 | 75 | 90 | 97.5) =>
    valueAt(point.figure.percentiles, percentile);
  const range = (low: 2.5 | 10 | 25, high: 75 | 90 | 97.5) => `${format(at(low))} – ${format(at(high))}`;
  return {
    title: `End of ${formatMonth(point.month)}`,
    lines: [
      { name: 'Median', value: format(at(50)) },
      { name: 'Mean', value: format(point.figure.mean) },
      { name: '50 % range', value: range(25, 75) },
      { name: '80 % range', value: range(10, 90) },
      { name: '95 % range', value: range(2.5, 97.5) },
    ],
  };
}
