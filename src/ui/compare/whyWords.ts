import type { ChartTable } from '../../charts/chartTable';
import { formatMoneyTicks, formatShareTicks } from '../../charts/formatTicks';
import { GROUPS, type GroupId } from '../../decide/compare/assumptionGroups';
import type { ExplainedMeasure, Explanation, Measured } from '../../decide/compare/explanation';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { DEFAULT_LOCALE, numberFormat } from '../../model/format/numberFormat';
import { roundTogether } from './roundTogether';

export const MEASURE_NAMES: Readonly<Record<Measured, string>> = {
  chance: 'Chance of target',
  bookings: 'Expected bookings',
  cost: 'Cost',
};

/** What was switched as one, in words. */
export const unitName = (groups: readonly GroupId[]): string =>
  groups.map((id) => GROUPS[id].name).join(' with ');

export interface WhyStep {
  readonly name: string;
  /** As shown: rounded such that all of them add up to `total`. */
  readonly value: number;
  readonly standardError: number;
  readonly text: string;
}

export interface WhyWords {
  readonly steps: readonly WhyStep[];
  readonly from: string;
  readonly to: string;
  /** What the steps come to together. */
  readonly total: string;
}

const UNITS = [
  { unit: 1e9, letter: 'B' },
  { unit: 1e6, letter: 'M' },
  { unit: 1e3, letter: 'K' },
] as const;

interface Scale {
  readonly step: number;
  readonly write: (value: number) => string;
}

const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '');
const fixed = (value: number, digits: number) =>
  numberFormat(DEFAULT_LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );

/** Money by the thousandth of the largest step, all of them in one unit. */
function moneyScale(largest: number, currency: string): Scale {
  const { unit } = UNITS.find((each) => largest >= each.unit) ?? { unit: 1 };
  const digits = unit === 1 ? 0 : 2;
  const write = (value: number) =>
    numberFormat(DEFAULT_LOCALE, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value / unit) + (UNITS.find((each) => each.unit === unit)?.letter ?? '');
  return { step: unit === 1 ? 1 : unit / 100, write };
}

const pointScale: Scale = { step: 0.001, write: (value) => fixed(value * 100, 1) };

/** The parts of a difference as they are read, largest first, rounded so that they add up to what stands beneath them. */
export function whyWords(
  explanation: Explanation,
  measured: Measured,
  currency: string,
): WhyWords | undefined {
  const own = explanation.measures[measured];
  if (!own) return undefined;
  const total = own.to - own.from;
  const largest = Math.max(Math.abs(total), ...own.shares.map(({ value }) => Math.abs(value)));
  const scale = measured === 'chance' ? pointScale : moneyScale(largest, currency);
  const rounded = roundTogether(
    own.shares.map(({ value }) => value),
    scale.step,
  );
  const steps = explanation.groups.map((groups, index): WhyStep => {
    const value = rounded[index] ?? 0;
    const { value: share, standardError } = own.shares[index] ?? { value: 0, standardError: 0 };
    const none = share === 0 && standardError === 0;
    const text = none
      ? 'no effect'
      : `${sign(value)}${scale.write(Math.abs(value))} ±${scale.write(standardError)}`;
    return { name: unitName(groups), value: share, standardError, text };
  });
  const sum = rounded.reduce((all, each) => all + each, 0);
  return {
    steps: steps.toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value)),
    ...endWords(own, measured, explanation.trials, currency),
    total: `${sign(sum)}${scale.write(Math.abs(sum))}${measured === 'chance' ? ' points' : ''}`,
  };
}

function endWords({ from, to }: ExplainedMeasure, measured: Measured, trials: number, currency: string) {
  const write = (value: number) =>
    measured === 'chance'
      ? formatShare(value, Math.sqrt((value * (1 - value)) / trials))
      : formatMoney(value, currency, { compact: true });
  return { from: write(from), to: write(to) };
}

/** Figures on the picture's axis. */
export const whyTicks = (measured: Measured, currency: string) => (values: readonly number[]) =>
  measured === 'chance' ? formatShareTicks(values) : formatMoneyTicks(values, currency);

/** How the parts were found, in a sentence. */
export function methodWords({ method, samples, trials, groups }: Explanation): string {
  const runs = `${formatCount(samples)} ${samples === 1 ? 'mix' : 'mixes'} of the two plans, ${formatCount(trials)} trials each`;
  if (groups.length < 2) return runs;
  return method.kind === 'exact'
    ? `${method.orders === 2 ? 'Both orders' : `All ${formatCount(method.orders)} orders`}, ${runs}`
    : `${method.orders} of the orders drawn at random, each with its reverse; ${runs}`;
}

/** The figures behind the picture, in full precision. */
export function whyTable(explanation: Explanation, measured: Measured, words: WhyWords): ChartTable {
  const own = explanation.measures[measured];
  const cell = (text: string, raw: number | undefined) => ({ text, raw: raw ?? '' });
  return {
    columns: ['What changed', MEASURE_NAMES[measured], 'Standard error'],
    rows: words.steps
      .map(({ name, value, standardError, text }) => [
        { text: name, raw: name },
        cell(text, value),
        cell(String(standardError), standardError),
      ])
      .concat([
        [
          { text: 'Together', raw: 'Together' },
          cell(words.total, own && own.to - own.from),
          cell('', undefined),
        ],
      ]),
  };
}
