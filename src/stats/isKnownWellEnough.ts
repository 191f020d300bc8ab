import { planPeriods, targetOf } from '../model/calendar';
import type { Plan } from '../model/plan';
import { BLOCK_TRIALS } from '../sim/outcome';
import type { RunTotals } from './mergeOutcomes';

/** Blocks before which no run ends by itself: a chance read off a thousand trials and less may look certain by luck. */
const FIRST_LOOK = 16;

/**
 * Whether the chance of every target is known to the standard error that the plan asks for, so that the run may end. It
 * is asked at fixed prefixes alone, of 16, 32, 64, … whole blocks, so that the answer rests on the trials and never on
 * which worker was when done. The error is √(p̃(1 − p̃) ÷ n) with p̃ = (hits + 2) ÷ (n + 4) (Agresti & Coull 1998): of
 * none or all hits it is not zero. Never of a plan without a standard error or without targets.
 */
export function isKnownWellEnough(plan: Plan, totals: RunTotals): boolean {
  const { standardError } = plan.run;
  if (standardError === undefined || !isLook(totals)) return false;
  const { trials, groupHits } = totals;
  const aimed = planPeriods(plan.calendar).flatMap((period, place) =>
    targetOf(plan, period) === undefined ? [] : [groupHits[place] ?? 0],
  );
  return (
    aimed.length > 0 &&
    aimed.every((hits) => {
      const share = (hits + 2) / (trials + 4);
      return Math.sqrt((share * (1 - share)) / trials) <= standardError;
    })
  );
}

function isLook({ trials, nextBlock }: RunTotals): boolean {
  return (
    nextBlock >= FIRST_LOOK && (nextBlock & (nextBlock - 1)) === 0 && trials === nextBlock * BLOCK_TRIALS
  );
}
