import type { BacktestScore, ForecastScore } from '../../calibrate/backtestScore';
import type { ChartTable } from '../../charts/chartTable';
import { formatMoney } from '../../model/format/formatMoney';

/** The smallest range that holds what happened, in words. */
const place = ({ within }: ForecastScore) =>
  within[50] ? 'in 50\u202f%' : within[80] ? 'in 80\u202f%' : within[90] ? 'in 90\u202f%' : 'outside';

/** What was forecast and what happened: the team, then every seller. */
export function backtestTable({ team, sellers, currency }: BacktestScore): ChartTable {
  const amount = (value: number) => ({ text: formatMoney(value, currency), raw: value });
  const row = (name: string, score: ForecastScore) => [
    { text: name, raw: name },
    amount(score.actual),
    { text: place(score), raw: place(score) },
    ...[score.expected, score.p5, score.p10, score.p25, score.p50, score.p75, score.p90, score.p95].map(
      amount,
    ),
  ];
  return {
    columns: ['Who', 'Happened', 'Range', 'Expected', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95'],
    rows: [row('Team', team), ...sellers.map((seller) => row(seller.name, seller))],
  };
}
