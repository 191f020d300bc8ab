import { formatCount } from '../../model/format/formatCount';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan, RiskEffects, RiskEvent, RiskScope } from '../../model/plan';
import { countWords } from '../team/seatWords';

/** What an event can act on, in the order in which it is told. */
export const EFFECTS = ['intensity', 'winRate', 'dealSize', 'attrition', 'timeToFill'] as const;

/** What each effect is called. */
export const effectNames: Readonly<Record<keyof RiskEffects, string>> = {
  intensity: 'Number of deals',
  winRate: 'Win rate',
  dealSize: 'Deal size',
  attrition: 'Leaving',
  timeToFill: 'Time to fill',
};

/** A multiplier as a change, to a tenth of a percent: 0.8 is `−20 %`, 1.5 `+50 %`. */
export function changeWords(multiplier: number): string {
  const change = Math.round((multiplier - 1) * 1000) / 10;
  const sign = change < 0 ? '−' : change > 0 ? '+' : '±';
  const size = Math.abs(change);
  return `${sign}${formatCount(size, Number.isInteger(size) ? 0 : 1)}\u202f%`;
}

/** Whom it meets: `everybody`, `Europe`, `SMB sellers`. */
export function scopeWords(plan: Plan, scope: RiskScope): string {
  if (scope.kind === 'all') return 'everybody';
  const lists = { role: plan.roles, region: plan.regions, territory: plan.territories } as const;
  return lists[scope.kind].find(({ id }) => id === scope.id)?.name ?? 'what is gone';
}

/** When it may begin: `in Mar 2027`, `from Mar 2027 to Jun 2027`. */
export const whenWords = ({ earliest, latest }: RiskEvent): string =>
  earliest === latest
    ? `in ${formatMonth(earliest)}`
    : `from ${formatMonth(earliest)} to ${formatMonth(latest)}`;

/** What it does while it lasts: `win rate −20 %, leaving +50 %, for 6 months`. */
export function effectWords({ effects, months }: RiskEvent): string {
  const told = EFFECTS.flatMap((key) => {
    const multiplier = effects[key];
    return multiplier === undefined ? [] : [`${effectNames[key].toLowerCase()} ${changeWords(multiplier)}`];
  });
  return told.length === 0 ? 'no effect yet' : `${told.join(', ')}, for ${countWords(months, 'month')}`;
}
