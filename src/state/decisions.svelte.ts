import { HireSolve } from './hireSolve.svelte';
import type { Session } from './session.svelte';
import { SolveSettings } from './solveSettings.svelte';
import { TargetSolve } from './targetSolve.svelte';
import { Tornado } from './tornado.svelte';
import { VarianceSplit } from './varianceSplit.svelte';

/** What has been asked of the plan in the room Decide. */
export interface Decisions {
  readonly hires: HireSolve;
  readonly target: TargetSolve;
  readonly settings: SolveSettings;
  readonly tornado: Tornado;
  readonly variance: VarianceSplit;
}

const known = new WeakMap<Session, Decisions>();

/** The session's decisions, made when the room is first entered: they outlast it, and nothing of them is loaded before. */
export function decisionsOf(session: Session): Decisions {
  const there = known.get(session);
  if (there) return there;
  const made = {
    hires: new HireSolve(session.runner, session.pause),
    target: new TargetSolve(session.runner),
    settings: new SolveSettings(),
    variance: new VarianceSplit(session.runner),
    tornado: new Tornado(session.runner, (plan, levers) => session.noteInfluence(plan, levers)),
  };
  known.set(session, made);
  return made;
}
