import { planPeriods, targetOf } from '../../model/calendar';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import { formatTarget } from '../../model/format/formatTarget';
import type { Plan } from '../../model/plan';
import type { TargetAnswer } from '../../state/targetSolve.svelte';

/** A safe amount in few digits, rounded down, so that what is read is safe too: 52,847,391 is 52.84 million. */
export function roundedDown(amount: number): number {
  if (!(amount > 0)) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 3);
  return Math.floor(amount / unit) * unit;
}

export const safeAmount = (amount: number, currency: string): string =>
  formatTarget(roundedDown(amount), currency);

/** How that compares with the target of the period: `Today’s target of $54.2M is $1.4M above it.` */
export function againstTarget(plan: Plan, { amount, period }: TargetAnswer): string {
  const found = planPeriods(plan.calendar).find(({ id }) => id === period);
  const target = found && targetOf(plan, found);
  if (target === undefined) return `${formatPeriod(period)} has no target yet.`;
  const gap = target - roundedDown(amount);
  const size = formatMoney(Math.abs(gap), plan.currency, { compact: true });
  const side = gap === 0 ? 'just that' : gap > 0 ? `${size} above it` : `${size} below it`;
  return `The plan’s target of ${formatTarget(target, plan.currency)} is ${side}.`;
}

/** By how much the quotas that seats carry exceed it: what over-assignment the plan needs at that chance. */
export function overAssignmentWords(quotas: number, { amount, probability }: TargetAnswer): string {
  const safe = roundedDown(amount);
  if (!(safe > 0) || !(quotas > 0)) return '';
  const over = quotas / safe - 1;
  const words = over >= 0 ? `${formatShare(over)} more than` : `${formatShare(-over)} less than`;
  return `The annual quotas of all seats, those of hires in full, add up to ${words} it: over-assignment at which the sum of people’s work is ${formatShare(probability)} safe.`;
}
