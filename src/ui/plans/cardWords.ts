import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import { formatTarget } from '../../model/format/formatTarget';
import { periodId } from '../../model/units';
import type { PlanCard } from '../../state/library.svelte';

/** Digits of a chance on a card: whole points, and never a certainty that no run can give. */
const WHOLE_POINTS = 0.005;

/** The answer of a plan in one sentence, as its card shows it. */
export function cardSentence(card: PlanCard): string {
  const { answer, currency } = card;
  if (!answer) return 'Open it to see its answer.';
  const period = formatPeriod(periodId(answer.period));
  if (answer.chance === undefined || answer.target === undefined)
    return `${formatMoney(answer.p50, currency, { compact: true })} in the middle case for ${period}; no target set`;
  const target = formatTarget(answer.target, currency);
  return `${formatShare(answer.chance, WHOLE_POINTS)} chance of ${target} or more in ${period}`;
}

/** The 80 % range of a plan's answer. */
export function cardRange(card: PlanCard): string | undefined {
  if (!card.answer) return undefined;
  const amount = (value: number) => formatMoney(value, card.currency, { compact: true });
  return `80\u202f% range ${amount(card.answer.p10)} to ${amount(card.answer.p90)}`;
}
