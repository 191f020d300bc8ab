import type { ChartCell, ChartTable } from '../../charts/chartTable';
import type { MonthPoint } from '../../charts/monthPoint';
import { formatMonth } from '../../model/format/formatMonth';
import { PERCENTILES } from '../../stats/summary';

/** The figures of a fan: a row for each month, a column for each percentile. */
export function fanTable(months: readonly MonthPoint[], format: (value: number) => string): ChartTable {
  const cell = (raw: number): ChartCell => ({ text: format(raw), raw });
  return {
    columns: ['End of', 'Mean', ...PERCENTILES.map((percentile) => `P${percentile}`)],
    rows: months.map(({ month, figure }) => [
      { text: formatMonth(month), raw: month },
      cell(figure.mean),
      ...figure.percentiles.map(cell),
    ]),
  };
}
