import type { ChartTable } from '../../charts/chartTable';
import { formatCount } from '../../model/format/formatCount';
import type { Histogram } from '../../stats/summary';

/** The figures of a histogram: a row for each bin, with the trials in it. */
export function histogramTable(histogram: Histogram, format: (value: number) => string): ChartTable {
  return {
    columns: ['From', 'To below', 'Trials'],
    rows: histogram.counts.map((count, index) => {
      const from = histogram.start + index * histogram.width;
      const to = from + histogram.width;
      return [
        { text: format(from), raw: from },
        { text: format(to), raw: to },
        { text: formatCount(count), raw: count },
      ];
    }),
  };
}
