import { leverRanges, neutralLevers } from '../../model/defaults';
import { formatMargin } from '../../model/format/formatMargin';
import { formatShare } from '../../model/format/formatShare';
import type { Levers } from '../../model/plan';
import type { Probability } from '../../stats/summary';

/** The order in which the levers stand: what sells first, then people, then the bar itself. */
export const LEVER_ORDER = [
  'productivity',
  'dealSize',
  'attrition',
  'ramp',
  'timeToFill',
  'startDelay',
  'target',
] as const satisfies readonly (keyof Levers)[];

/** How many levers are not where they change nothing. */
export const movedLevers = (levers: Levers): number =>
  LEVER_ORDER.filter((key) => levers[key] !== neutralLevers[key]).length;

/** A lever's setting in words: `110 %`, `30 days later`, `as planned`. */
export function leverSetting(key: keyof Levers, value: number): string {
  if (leverRanges[key].unit !== 'days') return formatShare(value);
  if (value === 0) return 'as planned';
  const count = Math.abs(Math.round(value));
  return `${count} ${count === 1 ? 'day' : 'days'} ${value > 0 ? 'later' : 'earlier'}`;
}

/**
 * A chance and how it changed: `63 % → 58 % (−5 points)`. Both runs share their draws, so the difference
 * is surer than either figure; it is given as far as the figures' digits show one.
 */
export function chanceChange(before: Probability, after: Probability): string {
  const from = formatShare(before.value, before.standardError);
  const to = formatShare(after.value, after.standardError);
  if (from === to) return `stays at ${to}`;
  const points = Math.abs(after.value - before.value) * 100;
  const fine = before.standardError < 0.005 && after.standardError < 0.005;
  const count = points.toFixed(fine && points < 10 ? 1 : 0);
  return `${from} → ${to} (${after.value < before.value ? '−' : '+'}${count} ${Number(count) === 1 ? 'point' : 'points'})`;
}

/** `63 % (±0.5)`. */
export const chanceWithMargin = (chance: Probability): string =>
  `${formatShare(chance.value, chance.standardError)} (${formatMargin(chance.standardError)})`;
