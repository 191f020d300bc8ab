import type { BacktestScore } from '../../calibrate/backtestScore';
import { marketSdRange } from '../../model/defaults';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import { periodId } from '../../model/units';

/** What the team's result means, what the sellers' results mean, and what was not tested. */
export interface BacktestWords {
  readonly team: string;
  readonly sellers: string;
  readonly limits: string;
}

/** A backtest's findings in plain words, for a reader who has to decide how far to trust the plan. */
export function backtestWords(score: BacktestScore): BacktestWords {
  return { team: teamWords(score), sellers: sellerWords(score), limits: limitWords(score) };
}

function teamWords({ team }: BacktestScore): string {
  const low = team.below < 0.5;
  const share = formatShare(low ? team.below : 1 - team.below);
  const place = `${share} of the trials were ${low ? 'lower' : 'higher'} than what the team booked.`;
  return team.within[80]
    ? `The team’s result lies inside its 80\u202f% range: ${place}`
    : `The team’s result lies outside its 80\u202f% range: ${place} Being outside happens in one quarter of five, so one such quarter is a caution and no proof.`;
}

const judgements: Readonly<Record<BacktestScore['verdict'], string>> = {
  'as-many': 'about as many, so the sellers’ ranges can be taken as they are',
  'too-few': `fewer than chance explains, so trust the ranges less and raise “${marketSdRange.label}” in the levers`,
  'too-many': 'more than chance explains, so the ranges are wider than they had to be',
};

function sellerWords({ seats, verdict }: BacktestScore): string {
  return `About 8 in 10 should lie inside their 80\u202f% range. ${formatCount(seats.within[80])} of ${formatCount(seats.count)} did: ${judgements[verdict]}.`;
}

function limitWords({ quarter, unforeseen, currency }: BacktestScore): string {
  const others =
    unforeseen > 0
      ? ` Others booked ${formatMoney(unforeseen, currency, { compact: true })} in ${formatPeriod(periodId(quarter))}, which is not counted.`
      : '';
  return `This is one quarter. It judges the people who were selling before it, and says nothing of who leaves, of hires or of ramps.${others}`;
}
