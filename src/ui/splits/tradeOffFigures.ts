import type { ChartTable } from '../../charts/chartTable';
import type { TradeOffPoint } from '../../charts/layoutTradeOff';
import { formatCount } from '../../model/format/formatCount';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { ACCOUNT_NOUN, countUnits, type UnitNoun } from '../../model/unitNoun';
import type { TradeOffSplit } from '../../state/weighSplits';
import { formatDeviation } from './splitWords';

export type Yields = 'bookings' | 'chance';

/** Standard errors to each side of a 95 % interval. */
const Z = 1.96;

/** The splits as points of the picture. */
export const tradeOffPoints = (splits: readonly TradeOffSplit[], yields: Yields): TradeOffPoint[] =>
  splits.map(({ split, made, result, disruption, deviation, difference, beaten }) => ({
    name: split.name,
    moved: disruption.movedShare,
    value: valueOf(result, yields),
    margin:
      Z *
      (yields === 'chance'
        ? (difference?.chance?.standardError ?? 0)
        : (difference?.bookings.standardError ?? 0)),
    deviation: Math.abs(deviation),
    beaten: beaten[yields],
    kept: made === undefined,
  }));

const valueOf = ({ outcome }: TradeOffSplit['result'], yields: Yields): number =>
  yields === 'chance' ? (outcome.chance?.value ?? 0) : outcome.bookings.mean;

/** An amount with its sign: `+$1.2M`. */
export const formatGain = (amount: number, currency: string): string =>
  `${amount < 0 ? '\u2212' : '+'}${formatMoney(Math.abs(amount), currency, { compact: true })}`;

/** Points gained with their sign: `+3.1 points`. */
export const formatPoints = (share: number): string =>
  `${share < 0 ? '\u2212' : '+'}${formatCount(Math.abs(100 * share), 1)} points`;

/** What is told of a split when it is pointed at. */
export function tradeOffLines(
  { result, disruption, deviation, difference, beaten }: TradeOffSplit,
  yields: Yields,
  currency: string,
  noun = ACCOUNT_NOUN,
): { readonly name: string; readonly value: string }[] {
  const { outcome } = result;
  const gain = difference?.bookings;
  return [
    {
      name: 'Moves',
      value: `${formatShare(disruption.movedShare)}, ${countUnits(disruption.movedUnits, noun)}`,
    },
    { name: 'Largest deviation', value: formatDeviation(deviation) },
    { name: 'Expected', value: formatMoney(outcome.bookings.mean, currency, { compact: true }) },
    ...(gain
      ? [
          {
            name: 'Difference',
            value: `${formatGain(gain.mean, currency)} ± ${formatMoney(Z * gain.standardError, currency, { compact: true })}`,
          },
        ]
      : []),
    ...(outcome.chance
      ? [
          {
            name: 'Makes target',
            value: `${formatShare(outcome.chance.value, outcome.chance.standardError)} (${formatMargin(outcome.chance.standardError)})`,
          },
        ]
      : []),
    ...(beaten[yields] ? [{ name: 'Another', value: 'does as well or better' }] : []),
  ];
}

/** The figures behind the picture. */
export function tradeOffTable(
  splits: readonly TradeOffSplit[],
  currency: string,
  noun: UnitNoun = ACCOUNT_NOUN,
): ChartTable {
  return {
    columns: [
      'Split',
      'In the plan',
      'Share moved',
      `${noun.Many} moved`,
      'Largest deviation',
      'Expected bookings',
      'Difference',
      'Standard error of it',
      'Chance of target',
      'Difference of the chance',
      'Standard error of that',
    ],
    rows: splits.map(({ split, made, disruption, deviation, result: { outcome }, difference }) => {
      const money = (amount: number | undefined) => ({
        text: amount === undefined ? '' : formatMoney(amount, currency, { compact: true }),
        raw: amount ?? '',
      });
      const share = (value: number | undefined, text: string) => ({
        text: value === undefined ? '' : text,
        raw: value ?? '',
      });
      const { chance } = outcome;
      const gained = difference?.chance;
      return [
        { text: split.name, raw: split.name },
        { text: made === undefined ? 'yes' : 'no', raw: made === undefined ? 'yes' : 'no' },
        { text: formatShare(disruption.movedShare), raw: disruption.movedShare },
        { text: formatCount(disruption.movedUnits), raw: disruption.movedUnits },
        { text: formatDeviation(deviation), raw: deviation },
        money(outcome.bookings.mean),
        money(difference?.bookings.mean),
        money(difference?.bookings.standardError),
        share(chance?.value, formatShare(chance?.value ?? 0, chance?.standardError)),
        share(gained?.value, formatPoints(gained?.value ?? 0)),
        share(gained?.standardError, formatPoints(gained?.standardError ?? 0)),
      ];
    }),
  };
}
