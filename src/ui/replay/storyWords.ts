import type { MonthStory, QuarterStory, YearStory } from '../../decide/replay/story';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatTarget } from '../../model/format/formatTarget';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Which of the run's trials is told: `Trial 4,217 of 10,000, seed 7`. The first is number 0, as everywhere a trial is named. */
export const trialWords = (trial: number, trials: number, seed: number): string =>
  `Trial ${formatCount(trial)} of ${formatCount(trials)}, seed ${seed}`;

/** How far bookings end above or below a target: `$120K above the target of $5.05M`. */
export function againstTarget(
  { bookings, target }: Pick<QuarterStory, 'bookings' | 'target'>,
  currency: string,
): string {
  if (target === undefined) return 'no target';
  const gap = bookings - target;
  const size = formatMoney(Math.abs(gap), currency, { compact: true });
  return `${size} ${gap < 0 ? 'below' : 'above'} the target of ${formatTarget(target, currency)}`;
}

/** The year in two sentences. */
export function yearWords(year: YearStory, currency: string): string {
  const short = (value: number) => formatMoney(value, currency, { compact: true });
  const part = year.whole ? '' : ' (as far as the plan goes)';
  const gap = year.target === undefined ? '' : `, ${againstTarget(year, currency)}`;
  const ends = `${formatPeriod(year.period)}${part} ends at ${short(year.bookings)}${gap}, and costs ${short(year.cost)}.`;
  const people = [
    counted(year.leavers, 'person leaves', 'people leave'),
    counted(year.starters, 'starts', 'start'),
  ].join(', ');
  const vacant =
    year.vacancyMonths < 0.05
      ? 'no seat stands vacant'
      : `seats stand vacant for ${formatCount(year.vacancyMonths, 1)} months in all`;
  const quota =
    year.withQuota === 0
      ? ''
      : ` ${formatCount(year.atQuota)} of ${counted(year.withQuota, 'seat makes its', 'seats make their')} quota.`;
  return `${ends} ${people}; ${vacant}.${quota}`;
}

/** What a month holds besides the moments told: `23 deals`, or that there is nothing to tell. */
export function monthWords({ deals, moments }: MonthStory): string {
  const told = moments.filter(({ kind }) => kind === 'deal').length;
  if (deals === 0) return moments.length === 0 ? 'No deal closes; nobody comes or goes.' : 'No deal closes.';
  if (moments.length === 0) return `${counted(deals, 'deal closes', 'deals close')}; nobody comes or goes.`;
  const rest = deals - told;
  if (rest === 0) return '';
  return told === 0
    ? `${counted(deals, 'deal closes', 'deals close')}.`
    : `${counted(rest, 'smaller deal closes', 'smaller deals close')}.`;
}
