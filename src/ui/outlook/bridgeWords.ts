import type { WaterfallBar } from '../../charts/layoutWaterfall';
import type { ChartTable } from '../../charts/chartTable';
import type { BridgeCause } from '../../decide/bridge/bridgeCause';
import type { Bridge, BridgeStep } from '../../decide/bridge/capacityBridge';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';

/** The steps by name, and what is switched off and on for each. */
export const bridgeCauses: Readonly<Record<BridgeCause, { readonly name: string; readonly means: string }>> =
  {
    dates: {
      name: 'Dates within the year',
      means:
        'Hires and transfers that are dated within the year, and closings, against those seats all year.',
    },
    lateStarts: { name: 'Late starts', means: 'Planned hires that start later than their date.' },
    absence: { name: 'Leaves of absence', means: 'Stated leaves of people in their seats.' },
    ramp: { name: 'Ramp', means: 'New people sell less than ramped ones at first.' },
    leaving: {
      name: 'Attrition: ramping anew',
      means: 'People leave and are replaced the same day, by somebody who ramps.',
    },
    vacancy: {
      name: 'Attrition: vacancy',
      means: 'Seats stand empty until they are filled again, or are not filled again.',
    },
    cycle: {
      name: 'Sales cycle and pipeline',
      means: 'Deals close after their cycle; leavers take some along; what is open at the start closes.',
    },
    support: {
      name: 'Managers and support',
      means: 'Managers who are missing or over their span, support roles that feed too few opportunities.',
    },
    coverage: {
      name: 'Coverage',
      means:
        'Territories with fewer hours than their workload yield less than their potential, others no more than it.',
    },
    events: { name: 'Risk events', means: 'The risk register, with its chances.' },
    market: {
      name: 'Market and uncertainty',
      means: 'Market, territory shocks and uncertain inputs: they average out, and widen the range instead.',
    },
  };

/** A change with its sign: `−$420K`, `+$3K`. */
export function changeOf(value: number, currency: string, compact = true): string {
  const amount = formatMoney(Math.abs(value), currency, { compact });
  return `${value < 0 ? '−' : '+'}${amount}`;
}

/** The bars of the picture: full capacity, a step for each cause, expected bookings. */
export function bridgeBars({ full, steps, expected, currency }: Bridge): WaterfallBar[] {
  const total = (label: string, to: number): WaterfallBar => ({
    kind: 'total',
    label,
    from: 0,
    to,
    figure: formatMoney(to, currency, { compact: true }),
  });
  return [
    total('Full capacity', full.mean),
    ...steps.map(({ cause, from, to }): WaterfallBar => ({
      kind: 'step',
      label: bridgeCauses[cause].name,
      from,
      to,
      figure: changeOf(to - from, currency),
    })),
    total('Expected bookings', expected.mean),
  ];
}

/** The figures of the picture, in whole units of the currency: the changes add up as they are written. */
export function bridgeTable({ full, steps, expected, currency }: Bridge): ChartTable {
  const money = (value: number) => ({ text: formatMoney(value, currency), raw: value });
  const error = (value: number) => ({ text: `± ${formatMoney(value, currency)}`, raw: value });
  const none = { text: '', raw: '' };
  const text = (value: string) => ({ text: value, raw: value });
  const change = ({ from, to }: BridgeStep) => ({
    text: changeOf(Math.round(to) - Math.round(from), currency, false),
    raw: to - from,
  });
  return {
    columns: ['Step', 'Change', 'Standard error', 'Bookings after it', 'What it is'],
    rows: [
      [
        text('Full capacity'),
        none,
        error(full.standardError),
        money(full.mean),
        text('Every seat of the year filled by ramped people all year'),
      ],
      ...steps.map((step) => [
        text(bridgeCauses[step.cause].name),
        change(step),
        error(step.standardError),
        money(step.to),
        text(bridgeCauses[step.cause].means),
      ]),
      [
        text('Expected bookings'),
        none,
        error(expected.standardError),
        money(expected.mean),
        text('The mean over the trials'),
      ],
    ],
  };
}

/** What to see in the picture: both ends, and the largest step. */
export function bridgeSentence(bridge: Bridge): string {
  const { full, steps, expected, currency, period } = bridge;
  const short = (value: number) => formatMoney(value, currency, { compact: true });
  const ends = `At full capacity ${formatPeriod(period)} would bring ${short(full.mean)}; ${short(expected.mean)} are expected.`;
  const largest = steps.reduce<BridgeStep | undefined>((most, step) => {
    const size = ({ from, to }: BridgeStep) => Math.abs(to - from);
    return most && size(most) >= size(step) ? most : step;
  }, undefined);
  if (!largest) return `${ends} Nothing lies between them.`;
  const name = bridgeCauses[largest.cause].name.toLowerCase();
  const does = largest.to < largest.from ? 'takes' : 'adds';
  return `${ends} The largest step, ${name}, ${does} ${short(Math.abs(largest.to - largest.from))}.`;
}

/** What the picture rests on, and how its steps were taken. */
export const bridgeRestsOn = ({ trials, seed }: Bridge, engine: string): string =>
  `Means of ${formatCount(trials)} trials, seed ${seed}, engine ${engine}; causes switched on from top to bottom, each on top of those above`;
