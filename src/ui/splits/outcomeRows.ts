import { formatCount } from '../../model/format/formatCount';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { percentile } from '../../state/cardAnswer';
import type { FigureRow, RowContext } from './figureRow';
import { splitTerms } from './splitTerms';
import { formatGain } from './tradeOffFigures';

const money = (amount: number, { currency }: RowContext) => formatMoney(amount, currency, { compact: true });

const chance: FigureRow = {
  term: splitTerms.chance,
  simulated: true,
  cell: ({ result }) => {
    const found = result?.outcome.chance;
    return (
      found && {
        text: formatShare(found.value, found.standardError),
        note: formatMargin(found.standardError),
      }
    );
  },
  raw: ({ result }) => [
    ['Chance of target', result?.outcome.chance?.value],
    ['Standard error of the chance', result?.outcome.chance?.standardError],
  ],
};

const expected: FigureRow = {
  term: splitTerms.expected,
  simulated: true,
  cell: ({ result }, context) =>
    result && {
      text: money(result.outcome.bookings.mean, context),
      note: `4 in 5: ${money(percentile(result.outcome.bookings.percentiles, 10), context)} to ${money(percentile(result.outcome.bookings.percentiles, 90), context)}`,
    },
  raw: ({ result }) => [
    ['Expected bookings', result?.outcome.bookings.mean],
    ['P10 of bookings', result && percentile(result.outcome.bookings.percentiles, 10)],
    ['P90 of bookings', result && percentile(result.outcome.bookings.percentiles, 90)],
  ],
};

const gain: FigureRow = {
  term: splitTerms.gain,
  simulated: true,
  cell: ({ difference }, { currency }) =>
    difference && {
      text: formatGain(difference.bookings.mean, currency),
      note: `±${formatMoney(difference.bookings.mean - difference.bookings.interval.low, currency, { compact: true })}`,
    },
  raw: ({ difference }) => [
    ['Difference of expected bookings', difference?.bookings.mean],
    ['Its 95 % interval from', difference?.bookings.interval.low],
    ['Its 95 % interval to', difference?.bookings.interval.high],
  ],
};

const beats: FigureRow = {
  term: splitTerms.beats,
  simulated: true,
  cell: ({ difference }) =>
    difference && {
      text: formatShare(difference.beats.value, difference.beats.standardError),
      note: formatMargin(difference.beats.standardError),
    },
  raw: ({ difference }) => [
    ['Chance to book more', difference?.beats.value],
    ['Its standard error', difference?.beats.standardError],
  ],
};

const downside: FigureRow = {
  term: splitTerms.downside,
  simulated: true,
  cell: ({ result }, context) =>
    result && {
      text: money(result.outcome.worstTenth.mean, context),
      note: `±${money(result.outcome.worstTenth.standardError, context)}`,
    },
  raw: ({ result }) => [
    ['Mean of the worst tenth', result?.outcome.worstTenth.mean],
    ['Its standard error', result?.outcome.worstTenth.standardError],
  ],
};

const reps: FigureRow = {
  term: splitTerms.reps,
  simulated: true,
  cell: (facts, { awaits }) => {
    const found = facts.result?.reps;
    if (!found) return awaits(facts) ? { text: '…' } : undefined;
    return {
      text: `${formatShare(found.p10)} to ${formatShare(found.p90)}`,
      note: `${formatCount(found.seats)} reps, sd ${formatCount(100 * found.sd)} points`,
    };
  },
  raw: ({ result }) => [
    ['Attainment by rep, P10', result?.reps?.p10],
    ['Attainment by rep, P90', result?.reps?.p90],
    ['Attainment by rep, sd', result?.reps?.sd],
  ],
};

const atQuota: FigureRow = {
  term: splitTerms.atQuota,
  simulated: true,
  cell: ({ result }) =>
    result && {
      text: formatCount(result.outcome.seatsAtQuota.mean, 1),
      note: `of ${formatCount(result.outcome.seatsWithQuota.mean, 1)} with a quota`,
    },
  raw: ({ result }) => [
    ['Seats at quota', result?.outcome.seatsAtQuota.mean],
    ['Seats with quota', result?.outcome.seatsWithQuota.mean],
  ],
};

/** What the plan comes to; what is told against another split only where there is one. */
export const outcomeRows = (several: boolean): readonly FigureRow[] =>
  several ? [chance, expected, gain, beats, downside] : [chance, expected, downside];
/** How it is for those who sell. */
export const repRows: readonly FigureRow[] = [reps, atQuota];
