import type { ChartTable } from '../../charts/chartTable';
import { valueAt } from '../../charts/percentileBands';
import type { PairOutcome } from '../../decide/compare/comparePair';
import type { PlanOutcome } from '../../decide/compare/comparePlans';
import type { PairedDifference } from '../../decide/compare/pairedDifference';
import { formatCount } from '../../model/format/formatCount';
import { formatExactMoney } from '../../model/format/formatExactMoney';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { formatTarget } from '../../model/format/formatTarget';
import type { Compared } from '../../state/comparison.svelte';
import type { Distribution } from '../../stats/summary';
import { changeOfChance, changeOfCount, changeOfMoney, intervalWords } from './changeWords';
import { compareTerms } from './compareTerms';

/** One figure of one plan, and what it has more than the first plan. */
export interface CompareCell {
  readonly text: string;
  /** In full precision, with the range of a mean. */
  readonly exact: string;
  /** How well it is known. */
  readonly margin?: string;
  readonly change?: string;
  /** How well the change is known. */
  readonly interval?: string;
}

export interface CompareRow {
  readonly label: string;
  readonly term?: { readonly word: string; readonly definition: string; readonly formula?: string };
  /** By plan; undefined where a plan has no such figure. */
  readonly cells: readonly (CompareCell | undefined)[];
}

type Cell = (plan: PlanOutcome, pair: PairOutcome | undefined) => CompareCell | undefined;

/** A mean and the range that eight trials in ten end in. */
function withRange({ mean, percentiles }: Distribution, write: (value: number) => string): string {
  return `${write(mean)}; 80\u202f% range ${write(valueAt(percentiles, 10))} – ${write(valueAt(percentiles, 90))}`;
}

/** The figures of plans side by side, each with its paired difference to the first plan. */
export function compareRows({ result }: Compared): CompareRow[] {
  const { currency, plans, pairs } = result;
  const short = (value: number) => formatMoney(value, currency, { compact: true });
  const exact = (value: number) => formatExactMoney(Math.round(value), currency);
  const changed = (pair: PairedDifference | undefined) =>
    pair && {
      change: changeOfMoney(pair.mean, currency),
      interval: intervalWords(pair.interval.low, pair.interval.high, currency),
    };
  const money = (own: Distribution | undefined, pair: PairedDifference | undefined) =>
    own && { text: short(own.mean), exact: withRange(own, exact), ...changed(pair) };

  const target: Cell = (plan) =>
    plan.target === undefined
      ? undefined
      : { text: formatTarget(plan.target, currency), exact: exact(plan.target) };
  const chance: Cell = ({ chance: own }, pair) =>
    own && {
      text: formatShare(own.value, own.standardError),
      exact: String(own.value),
      margin: formatMargin(own.standardError),
      ...(pair?.chance && {
        change: changeOfChance(pair.chance.value, pair.chance.standardError),
        interval: formatMargin(pair.chance.standardError),
      }),
    };
  const range: Cell = ({ bookings: { percentiles } }) => {
    const [low, high] = [valueAt(percentiles, 10), valueAt(percentiles, 90)];
    return { text: `${short(low)} – ${short(high)}`, exact: `${exact(low)} – ${exact(high)}` };
  };
  const beats: Cell = (_, pair) =>
    pair && {
      text: formatShare(pair.beats.value, pair.beats.standardError),
      exact: String(pair.beats.value),
      margin: formatMargin(pair.beats.standardError),
    };
  const most: Cell = ({ most: share }) => ({
    text: formatShare(share, Math.sqrt((share * (1 - share)) / result.trials)),
    exact: String(share),
  });
  const headcount: Cell = ({ headcount: own }, pair) => ({
    text: formatCount(own.mean, 1),
    exact: withRange(own, (value) => formatCount(value, 1)),
    ...(pair && { change: changeOfCount(pair.headcount.mean) }),
  });
  const row = (label: string, cell: Cell, term?: CompareRow['term']): CompareRow => ({
    label,
    ...(term && { term }),
    cells: plans.map((plan, index) => cell(plan, pairs[index - 1])),
  });
  const rows = [
    row('Target', target),
    row('Chance of target', chance, compareTerms.chance),
    row('Expected bookings', (plan, pair) => money(plan.bookings, pair?.bookings), compareTerms.difference),
    row('80 % range', range, compareTerms.range),
    row('Books more than the first', beats, compareTerms.beats),
    row('Cost', (plan, pair) => money(plan.cost, pair?.cost)),
    row(
      'Contribution',
      (plan, pair) => money(plan.contribution, pair?.contribution),
      compareTerms.contribution,
    ),
    row('People at the end', headcount),
    ...(plans.length > 2 ? [row('Books most of all', most, compareTerms.most)] : []),
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell !== undefined));
}

/** The same figures as a table to copy and to save. */
export function compareTable(rows: readonly CompareRow[], names: readonly string[]): ChartTable {
  const [first, ...others] = names;
  return {
    columns: ['Figure', first ?? '', ...others.flatMap((name) => [name, `${name}: difference`])],
    rows: rows.map(({ label, cells }) => [
      { text: label, raw: label },
      ...cells.flatMap((cell, index) => {
        const own = { text: cell?.text ?? '–', raw: cell?.exact ?? '' };
        const change = [cell?.change, cell?.interval && `(${cell.interval})`].filter(Boolean).join(' ');
        return index === 0 ? [own] : [own, { text: change || '–', raw: change }];
      }),
    ]),
  };
}
