import type { ChartTable } from '../../charts/chartTable';
import type { PartBar } from '../../charts/PartBars.svelte';
import { formatMargin } from '../../model/format/formatMargin';
import { formatShare } from '../../model/format/formatShare';
import type { MeanSplit } from '../../decide/spread/meanSplit';
import type { SpreadCause } from '../../decide/spread/splitSpread';

const CAUSES: Readonly<Record<SpreadCause, { readonly name: string; readonly what: string }>> = {
  territory: {
    name: 'Territory and quota',
    what: 'what the potential, the workload and the quota of a seat give, were all people alike',
  },
  timing: { name: 'Ramp and starts', what: 'who is new, starts late, is away or leaves a closing seat' },
  ability: { name: 'Ability', what: 'what goes if everybody sells as the role says' },
  luck: { name: 'Luck', what: 'deals and their sizes, the market, leavers' },
};
const ORDER: readonly SpreadCause[] = ['territory', 'timing', 'ability', 'luck'];

/** The parts of the variance in the order in which they are told. */
export const spreadCauses = ({ shares, errors }: MeanSplit): PartBar[] =>
  ORDER.map((cause) => ({
    key: cause,
    quiet: cause === 'luck',
    ...CAUSES[cause],
    share: shares[cause],
    error: errors[cause],
  }));

/** The answer in one sentence, the largest part first. */
export function spreadSentence(found: MeanSplit): string {
  if (found.split.total === 0) return 'Attainment does not differ: every seat makes the same in every trial.';
  const parts = spreadCauses(found).sort((one, other) => other.share - one.share);
  const told = parts.map(
    ({ name, share, error }) => `${name.toLowerCase()} ${formatShare(share, Math.max(error, 0.005))}`,
  );
  const sd = formatShare(Math.sqrt(found.split.total));
  const below = parts.filter(({ share, error }) => share < -2 * error);
  const even =
    below.length === 0
      ? ''
      : ` ${below.map(({ name }) => name).join(' and ')} below zero: it evens out what the rest drives apart.`;
  return `Attainment of a seat’s year has a standard deviation of ${sd} of quota. Of its variance: ${told.join(', ')}.${even}`;
}

/** The figures behind the bars. */
export function spreadTable(found: MeanSplit): ChartTable {
  const { split, shares, errors } = found;
  const figure = (raw: number) => ({ text: raw.toFixed(4), raw });
  return {
    columns: ['Cause', 'Share of variance', 'Standard error, points', 'Variance', 'What it is'],
    rows: [
      ...ORDER.map((cause) => [
        { text: CAUSES[cause].name, raw: CAUSES[cause].name },
        { text: formatShare(shares[cause], Math.max(errors[cause], 0.005)), raw: shares[cause] },
        { text: formatMargin(errors[cause]), raw: errors[cause] * 100 },
        figure(split[cause]),
        { text: CAUSES[cause].what, raw: CAUSES[cause].what },
      ]),
      [
        { text: 'Together', raw: 'Together' },
        { text: formatShare(1), raw: 1 },
        { text: '', raw: '' },
        figure(split.total),
        { text: 'all seats and trials', raw: 'all seats and trials' },
      ],
    ],
  };
}
