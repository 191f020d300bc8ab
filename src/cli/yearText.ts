import { formatCount } from '../model/format/formatCount';
import { formatMoney } from '../model/format/formatMoney';
import { formatShare } from '../model/format/formatShare';
import { formatTarget } from '../model/format/formatTarget';
import type { Attainment, RunSummary } from '../stats/summary';
import { periodName } from './periodText';
import { spreadText } from './spreadText';
import { textTable } from './textTable';

/** Money, vacancy and attainment by fiscal year. */
export function yearText({ periods, currency }: RunSummary): string {
  const years = periods.flatMap((period) => (period.year ? [{ period, ...period.year }] : []));
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  const money = textTable(
    ['Year', 'Cost', '80 % range', 'Budget', 'Contribution', '80 % range', 'Vacancy months'],
    years.map(({ period, cost, budget, contribution, vacancyMonths }) => [
      periodName(period),
      amount(cost.mean),
      spreadText(cost, currency),
      budget === undefined ? 'none' : formatTarget(budget, currency),
      amount(contribution.mean),
      spreadText(contribution, currency),
      formatCount(vacancyMonths.mean, 1),
    ]),
  );
  const attainments = years.flatMap(({ period, attainment, seatAttainment, seatsAtQuota }) => [
    ...(attainment ? [[`Plan in ${periodName(period)}`, ...attainmentCells(attainment), '']] : []),
    ...(seatAttainment
      ? [
          [
            `Seats in ${periodName(period)}`,
            ...attainmentCells(seatAttainment),
            formatCount(seatsAtQuota.mean, 1),
          ],
        ]
      : []),
  ]);
  const nearest = years.map(
    ({ period: { nearest }, period }) =>
      `Trials nearest to P10, P50 and P90 of ${periodName(period)}: ${nearest.p10}, ${nearest.p50}, ${nearest.p90} (--replay shows one)\n`,
  );
  const headings = ['Attainment', 'Mean', 'Median', 'At or above 100 %', 'Seats at quota'];
  const tables = attainments.length > 0 ? `${money}\n${textTable(headings, attainments)}` : money;
  return `${tables}\n${nearest.join('')}`;
}

/** The three that never stand alone. */
export function attainmentCells({ mean, median, atQuota }: Attainment): string[] {
  return [formatShare(mean), formatShare(median), formatShare(atQuota.value, atQuota.standardError)];
}
