import type { CalibrationReport, SampleReport } from '../../calibrate/report';
import type { ChartTable } from '../../charts/chartTable';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import { periodId } from '../../model/units';
import { familyWords } from './familyWords';

/** Won deals and bookings by quarter. */
export function quarterTable(report: CalibrationReport, currency: string): ChartTable {
  return {
    columns: ['Quarter', 'Won deals', 'Bookings', 'Covered'],
    rows: report.quarters.map((quarter) => [
      { text: formatPeriod(periodId(quarter.label)), raw: quarter.label },
      { text: formatCount(quarter.won), raw: quarter.won },
      { text: formatMoney(quarter.bookings, currency), raw: quarter.bookings },
      { text: quarter.full ? 'in full' : 'in part', raw: quarter.full ? 'in full' : 'in part' },
    ]),
  };
}

/** Won deals by month of the quarter, mean one. */
export function profileTable(report: CalibrationReport): ChartTable {
  return {
    columns: ['Month of the quarter', 'Against the mean'],
    rows: report.monthInQuarter.map((weight, index) => [
      { text: String(index + 1), raw: index + 1 },
      { text: formatShare(weight), raw: weight },
    ]),
  };
}

/** A sample's bins with the cases seen and those that each fit expects. */
export function sampleTable(sample: SampleReport, format: (value: number) => string): ChartTable {
  const { edges, counts } = sample.histogram;
  return {
    columns: ['From', 'To below', 'Seen', ...sample.fits.map((fit) => familyWords[fit.family].name)],
    rows: counts.map((count, index) => {
      const [from = 0, to = 0] = edges.slice(index, index + 2);
      return [
        { text: format(from), raw: from },
        { text: format(to), raw: to },
        { text: formatCount(count), raw: count },
        ...sample.fits.map(({ expected }) => ({
          text: formatCount(expected[index] ?? 0, 1),
          raw: expected[index] ?? 0,
        })),
      ];
    }),
  };
}
