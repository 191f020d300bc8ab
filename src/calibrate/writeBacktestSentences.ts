import { formatCount } from '../model/format/formatCount';
import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import { DEFAULT_LOCALE, numberFormat } from '../model/format/numberFormat';
import { periodId } from '../model/units';
import type { BacktestScore } from './backtestScore';

/** The two findings of a backtest in words: what it would have said of the team, how many sellers lay in their ranges. */
export function writeBacktestSentences({
  quarter,
  known,
  team,
  seats,
  currency,
}: Omit<BacktestScore, 'sentences'>): BacktestScore['sentences'] {
  const amount = (value: number) => threeDigits(value, currency);
  const { count, within } = seats;
  const sellers = count === 1 ? 'Of one seller' : `Of ${formatCount(count)} sellers`;
  const was = within[50] === 1 ? 'was' : 'were';
  return {
    team:
      `Calibrated on ${quartersInWords(known)} alone, the plan would have said ${amount(team.expected)} ` +
      `(80\u202f% range ${amount(team.p10)} to ${amount(team.p90)}) for ${formatPeriod(periodId(quarter))}; ` +
      `it was ${amount(team.actual)}.`,
    sellers:
      `${sellers}, ${formatCount(within[50])} ${was} inside their 50\u202f% range, ` +
      `${formatCount(within[80])} inside the 80\u202f%, ${formatCount(within[90])} inside the 90\u202f%.`,
  };
}

/** Such as `Q3 FY17`, `Q2 FY17 and Q3 FY17` or `Q1 FY15 to Q3 FY17`. */
function quartersInWords(labels: readonly string[]): string {
  const names = labels.map((label) => formatPeriod(periodId(label)));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length < 2) return first;
  return names.length === 2 ? `${first} and ${last}` : `${first} to ${last}`;
}

/** Short, with the three digits that tell a forecast from what happened: `$3.04M`, `$45.2K`; whole below a thousand. */
function threeDigits(value: number, currency: string): string {
  if (Math.abs(value) < 1000) return formatMoney(value, currency);
  const digits = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  return numberFormat(DEFAULT_LOCALE, { style: 'currency', currency, notation: 'compact', ...digits }).format(
    value,
  );
}
