import type { HireAnswer } from '../../decide/solve/question';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import type { Plan } from '../../model/plan';

/** What the frontier says in one sentence: from where to where, and what the last ten points cost. */
export function frontierSentence(plan: Pick<Plan, 'currency'>, { frontier }: HireAnswer): string {
  const first = frontier[0];
  const last = frontier.at(-1);
  if (!first || !last) return '';
  const chance = ({ chance: { value, standardError } }: typeof first) => formatShare(value, standardError);
  const short = (value: number) => formatMoney(value, plan.currency, { compact: true });
  const rise = 100 * (last.chance.value - first.chance.value);
  const each = rise > 0 ? short((last.cost.mean - first.cost.mean) / rise) : undefined;
  const more = each === undefined ? '' : ` On average a point of certainty costs ${each}.`;
  return `From ${chance(first)} with the plan as it is to ${chance(last)} for ${short(last.cost.mean)} more.${more}`;
}
