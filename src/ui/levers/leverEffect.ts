import { leverRanges, neutralLevers } from '../../model/defaults';
import { formatShare } from '../../model/format/formatShare';
import type { Levers } from '../../model/plan';
import type { LeverKey } from '../../state/leverKey';
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

/** The levers and the market's swings, in the order in which they stand where nothing is known of their effect. */
const USUAL_ORDER: readonly LeverKey[] = [...LEVER_ORDER, 'market'];

/** The levers by how much they sway the plan, where a tornado has told so; those that it has not moved after them, as usual. */
export const orderLevers = (influence: readonly LeverKey[] | undefined): readonly LeverKey[] =>
  influence === undefined
    ? USUAL_ORDER
    : [...new Set([...influence, ...USUAL_ORDER])].filter((lever) => USUAL_ORDER.includes(lever));

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
  // Taken between the figures as they are shown: nobody should have to wonder why 87 → 80 is eight.
  const digits = [from, to].every((figure) => figure.includes('.')) ? 1 : 0;
  const shown = (chance: Probability) => Number((chance.value * 100).toFixed(digits));
  const points = shown(after) - shown(before);
  const count = Math.abs(points).toFixed(digits);
  return `${from} → ${to} (${points < 0 ? '−' : '+'}${count} ${Number(count) === 1 ? 'point' : 'points'})`;
}
