import { formatCount } from '../model/format/formatCount';
import { formatMargin } from '../model/format/formatMargin';
import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import { formatShare } from '../model/format/formatShare';
import { formatTarget } from '../model/format/formatTarget';
import type { Plan } from '../model/plan';
import { PERCENTILES, type Distribution, type PeriodSummary, type RunSummary } from '../stats/summary';
import { textTable } from './textTable';

const P10 = PERCENTILES.indexOf(10);
const P90 = PERCENTILES.indexOf(90);

/** A run's summary to be read: the answers, then periods, then seats by fiscal year. */
export function summaryText(plan: Plan, summary: RunSummary): string {
  const { trials, seed, engine } = summary;
  const caption = `${plan.name}: ${formatCount(trials)} trials, seed ${seed}, engine ${engine}\n`;
  const years = summary.periods.filter(({ kind }) => kind === 'year');
  return [
    caption,
    answers(summary),
    periodTable(summary),
    ...years.map((year) => seatTable(plan, summary, year)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function answers({ periods, currency }: RunSummary): string {
  const sentences = periods.flatMap((period) =>
    period.target === undefined || period.chance === undefined
      ? []
      : [
          `${formatShare(period.chance.value, period.chance.standardError)} chance of ${formatTarget(period.target, currency)}` +
            ` or more in ${periodName(period)} (${formatMargin(period.chance.standardError)})\n`,
        ],
  );
  return sentences.length > 0
    ? sentences.join('')
    : 'The plan has no targets, so there is no chance to tell.\n';
}

/** The period, and that the horizon holds a part of it alone where it does. */
const periodName = ({ period, whole }: PeriodSummary): string =>
  formatPeriod(period) + (whole ? '' : ' (part)');

function periodTable({ periods, months, currency }: RunSummary): string {
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  const spread = ({ percentiles }: Distribution) =>
    `${amount(percentiles[P10] ?? 0)} to ${amount(percentiles[P90] ?? 0)}`;
  const headcount = (period: PeriodSummary) => months[period.endMonth - 1]?.headcount.mean ?? 0;
  return textTable(
    ['Period', 'Target', 'Expected', '80 % range', 'Headcount at end', 'Cost'],
    periods.map((period) => [
      periodName(period),
      period.target === undefined ? '' : formatTarget(period.target, currency),
      amount(period.bookings.mean),
      spread(period.bookings),
      formatCount(headcount(period), 1),
      period.cost ? amount(period.cost.mean) : '',
    ]),
  );
}

function seatTable(plan: Plan, { seats, currency }: RunSummary, year: PeriodSummary): string {
  const names = new Map(plan.seats.map(({ id, name }) => [id, name]));
  const ofYear = seats.filter(({ period }) => period === year.period);
  if (ofYear.length === 0) return '';
  return textTable(
    [`Seats in ${formatPeriod(year.period)}`, 'Expected', 'Mean attainment', 'Median', 'At quota'],
    ofYear.map(({ seatId, meanBookings, attainment }) => [
      names.get(seatId) ?? seatId,
      formatMoney(meanBookings, currency, { compact: true }),
      ...(attainment
        ? [
            formatShare(attainment.mean),
            formatShare(attainment.median),
            formatShare(attainment.atQuota.value, attainment.atQuota.standardError),
          ]
        : ['no quota', '', '']),
    ]),
  );
}
