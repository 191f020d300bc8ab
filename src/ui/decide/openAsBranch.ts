import type { TestedPlan } from '../../decide/solve/question';
import { formatShare } from '../../model/format/formatShare';
import type { HireSolve } from '../../state/hireSolve.svelte';
import type { Session } from '../../state/session.svelte';
import { peopleWords } from './hireWords';

/** Opens a tested plan as a branch of the one it was found for, which stays as it is. */
export async function openAsBranch(session: Session, hires: HireSolve, tested: TestedPlan): Promise<boolean> {
  const plan = hires.planWith(tested);
  if (!plan) return false;
  const chance = formatShare(tested.chance.value, tested.chance.standardError).replaceAll('\u202f', ' ');
  const done = await session.branch(
    plan,
    `${plan.name} + ${peopleWords(tested.count)} (${chance})`.slice(0, 200),
  );
  if (done) {
    session.go('outlook');
    session.notices.say(
      `Opened with ${peopleWords(tested.count)} as a branch. The plan it came from is unchanged.`,
    );
  }
  return done;
}
