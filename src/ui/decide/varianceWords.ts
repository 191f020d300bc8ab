import type { ChartTable } from '../../charts/chartTable';
import type { ShareRow } from '../../charts/layoutShares';
import type { SourceShare, VarianceAnswer } from '../../decide/variance/splitVariance';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import type { Mean } from '../../stats/summary';

/** A share that cannot be below zero but by the error of its estimate. */
const words = ({ mean, standardError }: Mean): string =>
  `${formatShare(Math.max(0, mean), standardError)} (${formatMargin(standardError)})`;

export const shareRows = ({ shares }: VarianceAnswer): ShareRow[] =>
  shares.map(({ name, alone, total }) => ({
    name,
    alone: { value: alone.mean, standardError: alone.standardError },
    total: { value: total.mean, standardError: total.standardError },
  }));

/** Where the spread comes from, the largest first, in a sentence. */
export function varianceSentence({ period, sd, shares }: VarianceAnswer, currency: string): string {
  const part = ({ name, total }: SourceShare) =>
    `${name.toLowerCase()} (${formatShare(Math.max(0, total.mean), total.standardError)})`;
  const [first, ...rest] = shares;
  if (!first || !(sd > 0)) return 'Nothing in this period is left to chance.';
  const spread = formatMoney(sd, currency, { compact: true });
  const then = rest.length > 0 ? `, then ${rest.map(part).join(', ')}` : '';
  return `Bookings in ${formatPeriod(period)} spread by ${spread} (standard deviation), the largest part of it from ${part(first)}${then}.`;
}

/** What the parts by themselves leave. */
export function togetherWords({ shares }: VarianceAnswer): string {
  const alone = shares.reduce((sum, each) => sum + each.alone.mean, 0);
  const error = Math.sqrt(shares.reduce((sum, each) => sum + each.alone.standardError ** 2, 0));
  const left = words({ mean: Math.max(0, 1 - alone), standardError: error });
  return `By themselves the sources make ${words({ mean: Math.min(1, alone), standardError: error })} of the variance; ${left} is made by several together.`;
}

/** The figures behind the shares. */
export function varianceTable({ shares }: VarianceAnswer): ChartTable {
  return {
    columns: ['Source of chance', 'By itself', 'With others', 'What is in it'],
    rows: shares.map(({ name, alone, total, description }) => [
      { text: name, raw: name },
      { text: words(alone), raw: alone.mean },
      { text: words(total), raw: total.mean },
      { text: description, raw: description },
    ]),
  };
}
