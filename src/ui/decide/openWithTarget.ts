import { formatPeriod } from '../../model/format/formatPeriod';
import type { Session } from '../../state/session.svelte';
import type { TargetAnswer } from '../../state/targetSolve.svelte';
import { editTarget } from '../outlook/editTarget';
import { roundedDown, safeAmount } from './targetWords';

/** Opens a branch whose target of the period is the safe one, as it is read. */
export async function openWithTarget(session: Session, answer: TargetAnswer): Promise<boolean> {
  const { plan } = session;
  const amount = roundedDown(answer.amount);
  const name = `${plan.name} (${safeAmount(amount, plan.currency)} in ${formatPeriod(answer.period)})`;
  const done = await session.branch(editTarget(plan, answer.period, amount), name.slice(0, 200));
  if (done) session.go('outlook');
  return done;
}
